import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { resolveModel } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { type Calibration, calibrate } from '../../../shared/estimate/calibration.ts'
import type { EstimateSample } from '../../../shared/estimate/estimate-sample.ts'
import { useRpc } from '../../rpc.ts'
import { tokenizerStoreOf } from './tokenizer-store.ts'

export type Calibrations = {
  /** By id or alias. A model that nothing is known of has ratios of 1. */
  of: (model: string) => Calibration
  samples: readonly { model: string; samples: readonly EstimateSample[] }[]
  error: unknown
}

const nothingLearned = calibrate([])

/** What was learned of each model of the server in use; read again after every exact count. */
export function useCalibrations(models: readonly LanguageModel[]): Calibrations {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  // Requests are billed while this view is not open.
  const { data, error } = useQuery(query.estimates.read.queryOptions({ refetchOnMount: 'always' }))
  useEffect(
    () =>
      tokenizerStoreOf(client).onCounted(
        () => void queries.invalidateQueries({ queryKey: query.estimates.key() }),
      ),
    [client, queries, query],
  )
  return useMemo(() => {
    const samples = data?.models ?? []
    const learned = new Map(samples.map((one) => [one.model, calibrate(one.samples)]))
    const of = (name: string) => {
      const found = resolveModel(name, models)
      return learned.get(found.kind === 'unknown' ? name : found.model.id) ?? nothingLearned
    }
    return { of, samples, error }
  }, [data, models, error])
}
