import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { resolveModel } from '../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../shared/catalog/model.ts'
import { type Calibration, calibrate } from '../../shared/estimate/calibration.ts'
import type { EstimateSample } from '../../shared/estimate/estimate-sample.ts'
import { useRpc } from '../rpc.ts'

export type Calibrations = {
  /** By id or alias. A model that nothing is known of has ratios of 1. */
  of: (model: string) => Calibration
  samples: readonly { model: string; samples: readonly EstimateSample[] }[]
  error: unknown
}

const nothingLearned = calibrate([])

/** What was learned of each model of the server in use, to be handed to `estimatePrompt` before a request is sent. */
export function useCalibrations(models: readonly LanguageModel[]): Calibrations {
  const { query } = useRpc()
  // Whatever is learned while this is shown is told by main (useLedgerEvents).
  const { data, error } = useQuery(query.estimates.read.queryOptions({ refetchOnMount: 'always' }))
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
