import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CostHistogram, LedgerChart, ModelSpeeds } from '../../../../shared/ledger/chart-schema.ts'
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { useRpc } from '../../../rpc.ts'
import type { Looking } from '../use-usage-look.ts'

/** What is drawn, and the totals of the same moment. */
export type Shown = {
  totals: LedgerTotals
  drawn:
    | { kind: 'over-time'; chart: LedgerChart }
    | { kind: 'histogram'; histogram: CostHistogram }
    | { kind: 'speed'; speeds: ModelSpeeds }
  /** UTC ms. */
  readAt: number
}

export type Overview = {
  /** The last whole answer; `null` until there is one. */
  shown: Shown | null
  /** The ledger has changed, or something else is looked at: a newer answer is on its way. */
  isRenewing: boolean
  error: unknown
  retry: () => void
}

/**
 * Totals and chart change together or not at all: a chart over time brings the totals that its bars add up to; for the
 * other charts both answers are waited for, and until then what was shown stays.
 */
export function useOverview({ query, look }: Looking): Overview {
  const { chart: which, grouping, span } = look
  const rpc = useRpc().query
  const kind = which === 'histogram' || which === 'speed' ? which : 'over-time'
  const grouped = which === 'spend' || which === 'share'
  const chart = useQuery(
    rpc.ledger.chart.queryOptions({
      input: { ...query, grouping: grouped ? grouping : 'none', span: which === 'share' ? 'year' : span },
      enabled: kind === 'over-time',
      placeholderData: keepPreviousData,
    }),
  )
  const input = { input: query, placeholderData: keepPreviousData }
  const totals = useQuery(rpc.ledger.totals.queryOptions({ ...input, enabled: kind !== 'over-time' }))
  const histogram = useQuery(rpc.ledger.histogram.queryOptions({ ...input, enabled: kind === 'histogram' }))
  const speeds = useQuery(rpc.ledger.speeds.queryOptions({ ...input, enabled: kind === 'speed' }))
  const asked = kind === 'over-time' ? [chart] : kind === 'histogram' ? [totals, histogram] : [totals, speeds]
  const failed = asked.find(({ isError }) => isError)
  const isRenewing = asked.some((one) => one.isFetching || one.isPlaceholderData)
  const found = drawnOf(kind, chart.data, totals.data, histogram.data, speeds.data)
  const [shown, setShown] = useState<Shown | null>(null)
  const isNew = found !== null && (shown === null || !isSame(shown, found))
  const readAt = Math.max(...asked.map(({ dataUpdatedAt }) => dataUpdatedAt))
  if (!isRenewing && found !== null && (isNew || shown?.readAt !== readAt)) setShown({ ...found, readAt })
  return {
    shown,
    isRenewing: isRenewing && failed === undefined,
    error: failed?.error ?? null,
    retry: () => {
      for (const one of asked) void one.refetch()
    },
  }
}

function drawnOf(
  kind: Shown['drawn']['kind'],
  chart: LedgerChart | undefined,
  totals: LedgerTotals | undefined,
  histogram: CostHistogram | undefined,
  speeds: ModelSpeeds | undefined,
): Omit<Shown, 'readAt'> | null {
  switch (kind) {
    case 'over-time':
      return chart === undefined ? null : { totals: chart.totals, drawn: { kind, chart } }
    case 'histogram':
      return totals && histogram ? { totals, drawn: { kind, histogram } } : null
    case 'speed':
      return totals && speeds ? { totals, drawn: { kind, speeds } } : null
  }
}

function isSame(one: Omit<Shown, 'readAt'>, other: Omit<Shown, 'readAt'>): boolean {
  return one.totals === other.totals && contentOf(one.drawn) === contentOf(other.drawn)
}

function contentOf(drawn: Shown['drawn']): unknown {
  switch (drawn.kind) {
    case 'over-time':
      return drawn.chart
    case 'histogram':
      return drawn.histogram
    case 'speed':
      return drawn.speeds
  }
}
