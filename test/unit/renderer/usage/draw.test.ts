import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DrawWords,
  drawCached,
  drawCumulative,
  drawShare,
  drawSpend,
} from '../../../../renderer/features/usage/charts/draw-spend.ts'
import { type DrawnTable, drawnCsv } from '../../../../renderer/features/usage/drawn-table.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'
import { sampleChart, sampleLedgerRow } from '../../../support/sample-ledger.ts'

const say: DrawWords = {
  ...{ locale: 'en', from: 'From', to: 'To', total: 'Cost', soFar: 'So far', group: 'Group', share: 'Share' },
  ...{ complete: 'Known', yes: 'yes', no: 'no', cached: 'Cached', prompt: 'Prompt', cachedShare: 'Part' },
  nothing: 'none',
  atLeast: (amount) => `at least ${amount}`,
  unknown: '–',
}
const models = ['a', 'b', 'c']
const ledger = fc
  .array(
    fc.record({
      spent: fc.bigInt({ min: 0n, max: 10n ** 14n }),
      day: fc.integer({ min: 0, max: 40 }),
      model: fc.constantFrom(...models),
      complete: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ spent, day, model, complete }, at) =>
      sampleLedgerRow(at + 1, {
        at: Date.UTC(2026, 8, 1 + day, 12),
        spent,
        complete,
        askedModel: model,
        servedModel: model,
      }),
    ),
  )

function column(table: DrawnTable, key: string): bigint[] {
  const at = table.columns.findIndex((one) => one.key === key)
  return table.rows.map((cells) => parseUsd(String(cells[at]?.value)) ?? -1n)
}

describe('what is drawn', () => {
  it('adds up to the tick, in parts, in bars and in the file', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const chart = sampleChart(rows, 'model')
        const names = chart.groups.map((_, at) => `group ${at}`)
        const { table } = drawSpend(chart, names, 'cost', say)
        const spent = rows.reduce((sum, row) => sum + row.spent, 0n)
        const sum = (all: bigint[]) => all.reduce((one, other) => one + other, 0n)
        expect(sum(column(table, 'total'))).toBe(spent)
        expect(sum(names.flatMap((_, at) => column(table, `group-${at}`)))).toBe(spent)
        expect(column(drawCumulative(chart, say).table, 'so-far').at(-1)).toBe(spent)
        expect(sum(column(drawShare(chart, names, say).table, 'spent'))).toBe(spent)
        expect(drawnCsv(table).trim().split('\r\n')).toHaveLength(chart.bars.length + 1)
      }),
      { numRuns: 60 },
    )
  })

  it('heads the columns of the file alike in every language', () => {
    const chart = sampleChart([sampleLedgerRow(1, { at: Date.UTC(2026, 8, 1, 12) })], 'none')
    const chinese: DrawWords = {
      ...say,
      from: '从',
      to: '到',
      total: '费用',
      complete: '全部已知',
      yes: '是',
    }
    const [head, line] = drawnCsv(drawSpend(chart, ['a'], 'cost', chinese).table).split('\r\n')
    expect(head).toBe('from,to,a,usd,complete')
    expect(line).toMatch(/,true$/)
  })

  it('says from where on a running total is only a lower bound', () => {
    const rows = [
      sampleLedgerRow(1, { at: Date.UTC(2026, 8, 1, 12) }),
      sampleLedgerRow(2, { at: Date.UTC(2026, 8, 2, 12), complete: false }),
      sampleLedgerRow(3, { at: Date.UTC(2026, 8, 3, 12) }),
    ]
    const { points } = drawCumulative(sampleChart(rows, 'none'), say)
    expect(points.map(({ text }) => text)).toEqual([
      '$0.0000012345',
      'at least $0.000002469',
      'at least $0.0000037035',
    ])
  })

  it('leaves a gap where there was no prompt: no share is not a share of zero', () => {
    const rows = [1, 3].map((day) => sampleLedgerRow(day, { at: Date.UTC(2026, 8, day, 12) }))
    const { points } = drawCached(sampleChart(rows, 'none'), say)
    expect(points.map(({ value }) => value)).toEqual([0.25, null, 0.25])
  })
})
