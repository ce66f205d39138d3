import { describe, expect, it } from 'vitest'
import { costRows } from '../../../../renderer/features/tokenizer/cost/cost-rows.ts'
import { axisEnd, estimatePoints } from '../../../../renderer/features/tokenizer/estimates/estimate-points.ts'
import {
  fileRows,
  filesCsv,
  filesJson,
  totalOf,
} from '../../../../renderer/features/tokenizer/files/file-rows.ts'
import type { FileRun } from '../../../../renderer/features/tokenizer/files/file-run.ts'
import { percentText } from '../../../../renderer/features/tokenizer/learned-words.ts'
import { calibrate } from '../../../../shared/estimate/calibration.ts'
import type { EstimateSample } from '../../../../shared/estimate/estimate-sample.ts'
import { learnedEstimate } from '../../../../shared/estimate/prompt-estimate.ts'
import { parsePermissions } from '../../../../shared/permissions/permissions.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { sampleModel } from '../../../support/sample-catalog.ts'

// Prices of reference 8: grok-3 $3 and $15, grok-4-0709 $3 and $15, twice that from 128,000 tokens on.
const grok3 = sampleModel('grok-3', {
  contextLength: 131_072,
  prices: { promptText: 30_000n, completionText: 150_000n },
})
const grok4 = sampleModel('grok-4-0709', {
  aliases: ['grok-4'],
  contextLength: 256_000,
  prices: {
    promptText: 30_000n,
    completionText: 150_000n,
    promptTextLongContext: 60_000n,
    completionTextLongContext: 300_000n,
    longContextThreshold: 128_000,
  },
})
const unpriced = sampleModel('grok-x')
const nothing = calibrate([])
const learned = calibrate([count(100, 120)])

function count(raw: number, actual: number): EstimateSample {
  return { source: 'count', kind: 'prose', raw, estimated: raw, actual, at: 1 }
}

function rowsOf(
  raw: number,
  exact: Record<string, number>,
  parts: Partial<Parameters<typeof costRows>[0]> = {},
) {
  return costRows({
    ...{ models: [unpriced, grok4, grok3], permissions: null, standIn: null, times: 1, answerTokens: 0 },
    exact: new Map(Object.entries(exact)),
    estimate: () => learnedEstimate(raw, 'prose', nothing),
    ...parts,
  })
}

describe('cost of a text', () => {
  it('is tokens times ticks, exactly, cheapest first and unpriced last', () => {
    const { rows } = rowsOf(1_000, { 'grok-3': 1_212 })
    expect(rows.map(({ id, tokens, prompt }) => [id, tokens, prompt])).toEqual([
      ['grok-4-0709', 1_000, 30_000_000n],
      ['grok-3', 1_212, 36_360_000n],
      ['grok-x', 1_000, null],
    ])
    expect(rows.map(({ basis }) => basis.kind)).toEqual(['learned', 'exact', 'learned'])
    expect(rows[2]).toMatchObject({ all: 0n, atLeast: true, share: null })
  })

  it('is repeated, with an answer of the expected length', () => {
    const [row] = rowsOf(0, { 'grok-3': 1_000 }, { models: [grok3], times: 30, answerTokens: 200 }).rows
    expect(row).toMatchObject({ prompt: 30_000_000n, all: (30_000_000n + 30_000_000n) * 30n })
  })

  it('takes the long-context price from its threshold on, and says so', () => {
    const below = rowsOf(0, { 'grok-4-0709': 127_999 }, { models: [grok4] }).rows[0]
    const at = rowsOf(0, { 'grok-4-0709': 128_000 }, { models: [grok4] }).rows[0]
    expect(below).toMatchObject({ longContext: false, prompt: 127_999n * 30_000n })
    expect(at).toMatchObject({ longContext: true, prompt: 128_000n * 60_000n, share: 0.5 })
  })

  it('guesses with the count on another model only where nothing was learned', () => {
    const { rows } = rowsOf(
      100,
      { 'grok-3': 90 },
      {
        models: [grok3, grok4, unpriced],
        standIn: { model: 'grok-3', tokens: 90 },
        estimate: (id) => learnedEstimate(100, 'prose', id === 'grok-4-0709' ? learned : nothing),
      },
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    expect(byId.get('grok-4-0709')).toMatchObject({ tokens: 120, basis: { kind: 'learned' } })
    expect(byId.get('grok-x')).toMatchObject({ tokens: 90, basis: { kind: 'other-model', model: 'grok-3' } })
  })

  it('takes the window from reference data where the list does not tell it, and says so', () => {
    const told = rowsOf(0, { 'grok-3': 131_072 }, { models: [grok3] }).rows[0]
    const untold = sampleModel('grok-3', { contextLength: null })
    const known = rowsOf(0, { 'grok-3': 131_072 }, { models: [untold] }).rows[0]
    expect(told).toMatchObject({ share: 1, referenceWindow: false })
    expect(known).toMatchObject({ share: 1, referenceWindow: true })
  })

  it('leaves out what the key may not use', () => {
    const permissions = parsePermissions(['api-key:endpoint:chat', 'api-key:model:grok-4'])
    expect(rowsOf(1, {}, { permissions })).toMatchObject({ rows: [{ id: 'grok-4-0709' }], notAllowed: 2 })
  })
})

describe('files', () => {
  const done = (exact: number | null, raw = 100) =>
    ({ kind: 'done', characters: 400, raw, textKind: 'prose', exact }) as const
  const run: FileRun = {
    ...{ model: 'grok-3', leftOut: 0, running: false, cancelled: false, stoppedBy: null },
    files: [
      { name: 'a.txt', size: 400, state: done(90) },
      { name: '=b.txt', size: 400, state: done(null) },
      { name: 'c.png', size: 9, state: { kind: 'refused', why: 'binary' } },
    ],
  }
  const rows = fileRows(run, learned, ratesOf(grok3))

  it('have exact costs, estimated ones, and a total that equals its rows', () => {
    expect(rows.map(({ tokens, exact, cost }) => [tokens, exact, cost])).toEqual([
      [90, true, 2_700_000n],
      [120, false, 3_600_000n],
      [null, false, null],
    ])
    expect(totalOf(rows)).toEqual({
      ...{ size: 809, characters: 800, tokens: 210, cost: 6_300_000n, exact: false, partial: true },
    })
  })

  it('are exported with what is known of each', () => {
    expect(filesCsv(rows).split('\r\n')).toEqual([
      'file,bytes,characters,tokens,count,cost_usd',
      'a.txt,400,400,90,exact,0.00027',
      "'=b.txt,400,400,120,estimate,0.00036",
      'c.png,9,,,refused,',
      '',
    ])
    expect(JSON.parse(filesJson('grok-3', rows))).toMatchObject({
      model: 'grok-3',
      files: [{ cost_usd: '0.00027' }, {}, { tokens: null, count: 'refused' }],
    })
  })
})

describe('estimates drawn', () => {
  it('are the newest twenty of each source, with their error', () => {
    const counts = Array.from({ length: 25 }, (_, at) => ({ ...count(100, 100), estimated: 100 + at, at }))
    const points = estimatePoints([...counts, { ...count(1, 200), source: 'request', estimated: 150 }])
    expect(points).toHaveLength(21)
    expect(points[0]?.error).toBeCloseTo(0.05)
    expect(points.at(-1)).toMatchObject({ source: 'request', error: -0.25 })
  })

  it.each([
    [[], 0.05],
    [[0.04, -0.2], 0.2],
    [[7.2], 8],
  ])('errors of %j need an axis to %d', (errors, end) => {
    expect(axisEnd(errors.map((error) => ({ ...count(1, 1), key: '', error })))).toBe(end)
  })

  it('never call an error smaller than it is', () => {
    expect(percentText(0.0213, 'en')).toBe('2.2%')
    expect(percentText(0.021, 'en')).toBe('2.1%')
    expect(percentText(0, 'en')).toBe('0%')
  })
})
