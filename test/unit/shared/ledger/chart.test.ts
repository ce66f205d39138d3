import { describe, expect, it } from 'vitest'
import { dayNumberOf } from '../../../../shared/ledger/calendar.ts'
import { buildChart, mostParts, spanFor } from '../../../../shared/ledger/chart.ts'
import { MOST_POINTS } from '../../../../shared/ledger/chart-schema.ts'
import { noTotals } from '../../../../shared/ledger/ledger-totals.ts'

const days = (from: string, to: string) => ({ first: dayNumberOf(from), last: dayNumberOf(to) })

describe('the span of the bars', () => {
  it.each([
    ['a month', days('2026-09-01', '2026-09-30'), 1, 'day'],
    ['half a year', days('2026-01-01', '2026-06-30'), 1, 'week'],
    ['five years', days('2021-01-01', '2026-06-30'), 1, 'month'],
    ['three months of eight groups', days('2026-07-01', '2026-09-30'), 8, 'week'],
    ['ten years of eight groups', days('2016-01-01', '2026-06-30'), 8, 'year'],
    ['nothing', null, 8, 'day'],
  ] as const)('suits %s', (_what, span, parts, wanted) => {
    expect(spanFor(null, span, parts)).toBe(wanted)
  })

  it('is the one that was asked for as long as the chart can hold it', () => {
    expect(spanFor('month', days('2026-09-01', '2026-09-30'), 1)).toBe('month')
    expect(spanFor('day', days('2025-01-01', '2026-05-15'), 1)).toBe('day')
    expect(spanFor('day', days('2025-01-01', '2026-05-16'), 1)).toBe('week')
  })

  it('never gives a chart more than its points', () => {
    for (const grouping of ['none', 'model', 'token-class'] as const) {
      for (const length of [1, 60, 400, 3000, 20_000]) {
        const range = { first: 0, last: length }
        const span = spanFor('day', range, mostParts(grouping))
        const { bars } = buildChart({ grouping, span, days: range, top: [], groupCount: 0, cells: [] })
        expect(bars.length * mostParts(grouping)).toBeLessThanOrEqual(MOST_POINTS)
      }
    }
  })
})

describe('a chart', () => {
  it('has a bar for each span without a gap, cut to the period, and gathers the rest', () => {
    const spent = (ticks: bigint) => ({
      ...noTotals(),
      spent: ticks,
      requests: { ...noTotals().requests, final: 1 },
    })
    const chart = buildChart({
      ...{ grouping: 'model', span: 'week', days: days('2026-09-02', '2026-09-22') },
      top: [{ key: 'grok-4', spent: 5n, requests: 1 }],
      groupCount: 3,
      cells: [
        { from: dayNumberOf('2026-08-31'), group: 'grok-4', totals: spent(5n) },
        { from: dayNumberOf('2026-09-21'), group: null, totals: spent(2n) },
      ],
    })
    expect(chart.groups).toEqual([
      { kind: 'one', key: 'grok-4', spent: 5n, requests: 1 },
      { kind: 'rest', groups: 2, spent: 2n, requests: 1 },
    ])
    expect(chart.bars.map(({ from, to }) => [from, to])).toEqual([
      ['2026-09-02', '2026-09-06'],
      ['2026-09-07', '2026-09-13'],
      ['2026-09-14', '2026-09-20'],
      ['2026-09-21', '2026-09-22'],
    ])
    expect(chart.bars.map(({ cells }) => cells.map((cell) => cell.spent))).toEqual([
      [5n, 0n],
      [0n, 0n],
      [0n, 0n],
      [0n, 2n],
    ])
    expect(chart.totals.spent).toBe(7n)
  })
})
