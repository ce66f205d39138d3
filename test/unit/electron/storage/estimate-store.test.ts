import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { type EstimateSample, SAMPLE_WINDOW } from '../../../../shared/estimate/estimate-sample.ts'
import { open, scratchFolder } from './scratch.ts'

const origin = 'https://api.x.ai'
const sampleOf = (actual: number, parts: Partial<EstimateSample> = {}): EstimateSample => ({
  ...{ source: 'count', kind: 'prose', raw: 100, estimated: 110, actual, at: 1_780_000_000_000 },
  ...parts,
})

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('estimate samples on %s', (name) => {
  const engine = loadEngine(name)

  it('stay over a restart, in order, by server and model', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    before.estimates.add(origin, 'grok-4.3', sampleOf(1), false)
    before.estimates.add(origin, 'grok-4.3', sampleOf(2, { source: 'request', kind: 'code' }), false)
    before.estimates.add(origin, 'grok-3', sampleOf(3, { at: 5 }), false)
    before.estimates.add('demo', 'grok-3', sampleOf(4), false)
    before.close()
    const after = open(folder, { engine })
    expect(after.estimates.load(origin)).toEqual([
      { model: 'grok-3', samples: [sampleOf(3, { at: 5 })] },
      { model: 'grok-4.3', samples: [sampleOf(1), sampleOf(2, { source: 'request', kind: 'code' })] },
    ])
    expect(after.estimates.load('demo')).toHaveLength(1)
    expect(after.estimates.load('elsewhere')).toEqual([])
  })

  it('replaces only the newest count of the same kind', () => {
    const { estimates } = open(scratchFolder(), { engine })
    estimates.add(origin, 'm', sampleOf(1), false)
    estimates.add(origin, 'm', sampleOf(2, { kind: 'code' }), false)
    estimates.add(origin, 'm', sampleOf(3), true)
    expect(estimates.load(origin)[0]?.samples.map(({ actual }) => actual)).toEqual([3, 2])
    estimates.add(origin, 'm', sampleOf(4, { kind: 'json' }), true)
    expect(estimates.load(origin)[0]?.samples.map(({ actual }) => actual)).toEqual([3, 2, 4])
  })

  it('drops the oldest, but none that learning looks at', () => {
    const { estimates } = open(scratchFolder(), { engine })
    estimates.add(origin, 'm', sampleOf(1, { kind: 'json' }), false)
    for (let actual = 1; actual <= 130; actual += 1) estimates.add(origin, 'm', sampleOf(actual), false)
    const kept = estimates.load(origin)[0]?.samples ?? []
    expect(kept.filter(({ kind }) => kind === 'json')).toHaveLength(1)
    const prose = kept.filter(({ kind }) => kind === 'prose')
    expect(prose.at(-1)?.actual).toBe(130)
    expect(prose.length).toBeGreaterThanOrEqual(SAMPLE_WINDOW)
    expect(prose.length).toBeLessThanOrEqual(100)
  })

  it('leaves out a row that does not parse, and reports it', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    before.estimates.add(origin, 'm', sampleOf(1), false)
    before.estimates.add(origin, 'm', sampleOf(2), false)
    before.close()
    const database = engine.open(join(folder, 'tokenbook.sqlite'))
    database.exec("UPDATE estimate_sample SET kind = 'poetry' WHERE actual = 1")
    database.close()
    const unreadable: unknown[] = []
    const after = open(folder, { engine, onUnreadableRow: (row) => unreadable.push(row) })
    expect(after.estimates.load(origin)[0]?.samples.map(({ actual }) => actual)).toEqual([2])
    expect(unreadable).toEqual([{ table: 'estimate_sample', id: '1' }])
  })
})
