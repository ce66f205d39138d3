import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EstimateStore } from '../../../../electron/services/estimate-store.ts'
import { openStorage } from '../../../../electron/storage/open-storage.ts'
import type { EstimateSample } from '../../../../shared/estimate/estimate-sample.ts'

let folder = ''
let close = () => {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenbook-samples-'))
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true, force: true })
})

function open(): EstimateStore {
  const storage = openStorage({ folder, now: () => 1_790_000_000_000 })
  if (storage.kind === 'newer') throw new Error('a new folder cannot be newer')
  close = () => storage.close()
  return storage.estimates
}

const sample = (actual: number, more: Partial<EstimateSample> = {}): EstimateSample => ({
  source: 'count',
  kind: 'prose',
  raw: 10,
  estimated: 11,
  actual,
  at: 1_790_000_000_000,
  ...more,
})

describe('samples', () => {
  it('are kept by server and model, oldest first, whatever their time says', () => {
    const first = open()
    first.add('https://api.x.ai', 'b', sample(1, { at: 2000 }), false)
    first.add('https://api.x.ai', 'b', sample(2, { at: 1000 }), false)
    first.add('https://api.x.ai', 'a', sample(3), false)
    first.add('demo', 'a', sample(4), false)
    close()
    const second = open()
    expect(second.load('https://api.x.ai')).toEqual([
      { model: 'a', samples: [sample(3)] },
      { model: 'b', samples: [sample(1, { at: 2000 }), sample(2, { at: 1000 })] },
    ])
    expect(second.load('demo')).toEqual([{ model: 'a', samples: [sample(4)] }])
    expect(second.load('https://elsewhere.example')).toEqual([])
  })

  it('replace only the newest of their own source and kind', () => {
    const store = open()
    store.add('demo', 'a', sample(1), false)
    store.add('demo', 'a', sample(2), false)
    store.add('demo', 'a', sample(3, { kind: 'code' }), false)
    store.add('demo', 'a', sample(4, { source: 'request' }), false)
    store.add('demo', 'b', sample(5), false)
    store.add('demo', 'a', sample(6), true)
    const kept = store.load('demo').map(({ samples }) => samples.map(({ actual }) => actual))
    expect(kept).toEqual([[1, 6, 3, 4], [5]])
  })

  it('are added when there is none to replace', () => {
    const store = open()
    store.add('demo', 'a', sample(1), true)
    expect(store.load('demo')).toEqual([{ model: 'a', samples: [sample(1)] }])
  })

  it('are bounded for each source and kind: the oldest go', () => {
    const store = open()
    store.add('demo', 'a', sample(1, { kind: 'json' }), false)
    for (let actual = 1; actual <= 130; actual += 1) store.add('demo', 'a', sample(actual), false)
    const [model] = store.load('demo')
    const prose = model?.samples.filter(({ kind }) => kind === 'prose').map(({ actual }) => actual)
    expect(prose).toEqual(Array.from({ length: 100 }, (_, index) => 31 + index))
    expect(model?.samples.filter(({ kind }) => kind === 'json')).toHaveLength(1)
  })
})
