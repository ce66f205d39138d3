import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, choiceOf, obstacleOf } from '../../../../shared/compare/candidate.ts'
import { costSheet, isComparable } from '../../../../shared/compare/cost-sheet.ts'
import { DEFAULT_WORKLOAD, workloadPresets } from '../../../../shared/compare/presets.ts'
import { sheetCsv } from '../../../../shared/compare/sheet-csv.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'
import { sampleCatalog, sampleModel } from '../../../support/sample-catalog.ts'
import { anyRates, anyWorkload, grok43, mini, unpriced } from './any-workload.ts'

const candidate = (name: string, parts: Partial<Candidate> = {}): Candidate => ({
  name,
  modelId: name,
  rates: mini,
  contextLength: null,
  takesImages: null,
  source: 'live',
  ...parts,
})
const marks = (candidates: Candidate[], workload = DEFAULT_WORKLOAD) =>
  costSheet(workload, candidates).map(({ cheapest }) => cheapest)

describe('the cheapest', () => {
  it('is the model with the smallest cost; all of them when several cost the same', () => {
    expect(marks([candidate('a', { rates: grok43 }), candidate('b')])).toStrictEqual([false, true])
    expect(marks([candidate('a'), candidate('b'), candidate('c', { rates: grok43 })])).toStrictEqual([
      true,
      true,
      false,
    ])
  })

  it('is never one with an unknown price, one that cannot do the work, or a reference', () => {
    const free = { ...mini, input: 0n, cachedInput: 0n, output: 0n }
    const others = [candidate('a'), candidate('b', { rates: grok43 })]
    expect(marks([candidate('unpriced', { rates: unpriced }), ...others])).toStrictEqual([false, true, false])
    expect(marks([candidate('half', { rates: { ...free, output: null } }), ...others])).toStrictEqual([
      false,
      true,
      false,
    ])
    expect(marks([candidate('short', { rates: free, contextLength: 10 }), ...others])).toStrictEqual([
      false,
      true,
      false,
    ])
    expect(marks([candidate('x', { rates: free, source: 'reference' }), ...others])).toStrictEqual([
      false,
      true,
      false,
    ])
  })

  it('is not named when only one can be compared', () => {
    expect(marks([candidate('a'), candidate('b', { rates: unpriced })])).toStrictEqual([false, false])
  })

  it('really is the minimum', () => {
    fc.assert(
      fc.property(anyWorkload, fc.array(anyRates, { minLength: 2, maxLength: 8 }), (workload, list) => {
        const rows = costSheet(
          workload,
          list.map((rates, index) => candidate(`m${index}`, { rates })),
        )
        const totals = rows.map(({ cost }) => cost.request.total)
        const [least] = [...totals].sort((one, other) => (one < other ? -1 : 1))
        expect(rows.filter(({ cheapest }) => cheapest).length).toBeGreaterThan(0)
        for (const row of rows) expect(row.cheapest).toBe(row.cost.request.total === least)
      }),
    )
  })
})

describe('what cannot do the work', () => {
  it.each([
    // 1,800 prompt + 350 answer + 150 reasoning tokens.
    [{ contextLength: 2_300 }, DEFAULT_WORKLOAD, null],
    [{ contextLength: 2_299 }, DEFAULT_WORKLOAD, 'too-long'],
    [{ takesImages: false }, DEFAULT_WORKLOAD, null],
    [{ takesImages: false }, workloadPresets.vision, 'no-images'],
    [{ takesImages: null }, workloadPresets.vision, null],
  ] as const)('%j', (parts, workload, obstacle) => {
    const one = candidate('a', parts)
    expect(obstacleOf(one, workload)).toBe(obstacle)
    expect(costSheet(workload, [one]).every(isComparable)).toBe(obstacle === null)
  })
})

describe('a chosen name', () => {
  const lists = sampleCatalog({ models: [sampleModel('grok-3-mini', { aliases: ['mini-latest'] })] })

  it.each([
    ['grok-3-mini', { kind: 'candidate', alias: false, candidate: { modelId: 'grok-3-mini' } }],
    [
      'mini-latest',
      { kind: 'candidate', alias: true, candidate: { name: 'mini-latest', modelId: 'grok-3-mini' } },
    ],
    ['grok-2-image', { kind: 'image-model', modelId: 'grok-2-image-1212' }],
    ['grok-3-mimi', { kind: 'unknown', near: [{ name: 'grok-3-mini' }] }],
  ])('%s', (name, choice) => {
    expect(choiceOf(name, lists)).toMatchObject(choice)
  })
})

describe('the CSV of a comparison', () => {
  it('carries raw ticks and exact dollars that agree, and classes that add up', () => {
    const rows = costSheet(DEFAULT_WORKLOAD, [candidate('a'), candidate('b', { rates: grok43 })])
    const [head = '', ...lines] = sheetCsv(rows, DEFAULT_WORKLOAD, { live: 'key', reference: 'package' })
      .trim()
      .split('\r\n')
    const names = head.split(',')
    expect(lines).toHaveLength(8)
    for (const [index, line] of lines.entries()) {
      const cells = Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell]))
      const row = rows[Math.floor(index / 4)]
      const period = (['request', 'day', 'month', 'year'] as const)[index % 4]
      if (row === undefined || period === undefined) throw new Error('no such line')
      expect(BigInt(cells['total_ticks'] ?? '')).toBe(row.cost.totals[period])
      expect(parseUsd(cells['total_usd'] ?? '')).toBe(row.cost.totals[period])
      const parts = names.filter(
        (name) => /(input|answer|reasoning)_ticks$/.test(name) && !name.includes('rate'),
      )
      expect(parts.reduce((sum, name) => sum + BigInt(cells[name] ?? ''), 0n)).toBe(row.cost.totals[period])
      expect(cells['period']).toBe(period)
    }
  })

  it('leaves unknown amounts empty and says that the total is not complete', () => {
    const csv = sheetCsv(
      costSheet(DEFAULT_WORKLOAD, [candidate('a', { rates: unpriced })]),
      DEFAULT_WORKLOAD,
      {
        live: 'key',
        reference: 'package',
      },
    )
    expect(csv).toContain('a,a,key,request,1,standard,720,,,1080,,,0,,0,350,,,150,,,0,0.00,false,,false,')
  })
})
