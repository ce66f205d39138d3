import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ListDigests, SnapshotStore, StoredCatalog } from '../../../../electron/services/ports.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { UnreadableRow } from '../../../../electron/storage/stores.ts'
import { sampleModel } from '../../../support/sample-catalog.ts'
import { finished, sampleAnswer } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { addToEnd, startConversation } from './written-chats.ts'

const origin = 'https://api.x.ai'
const model = sampleModel('grok-4-0709', {
  prices: { promptText: 30_000n, completionText: 2n ** 70n },
  raw: { id: 'grok-4-0709', surprise: { $int: 'theirs' } },
})
const digests: ListDigests = { language: 'l', listed: null, images: 'i' }

function catalogAt(readAt: number, parts: Partial<StoredCatalog> = {}): StoredCatalog {
  return { readAt, keyMark: 'a1b2', models: [model], imageModels: [], problems: [], ...parts }
}

function add(snapshots: SnapshotStore, readAt: number, parts: Partial<StoredCatalog> = {}): void {
  snapshots.add(origin, catalogAt(readAt, parts), digests, [])
}

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('snapshots on %s', (name) => {
  const engine = loadEngine(name)

  it('come back exactly after a restart, newest first, for their origin only', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    add(before.snapshots, 1)
    before.snapshots.add('demo', catalogAt(2, { keyMark: null }), { ...digests, images: null }, [])
    add(before.snapshots, 3, { models: [] })
    before.close()
    const { snapshots } = open(folder, { engine })
    expect(snapshots.list(origin)).toEqual([
      { id: 3, keyMark: 'a1b2', readAt: 3, models: 0, imageModels: 0, digests },
      { id: 1, keyMark: 'a1b2', readAt: 1, models: 1, imageModels: 0, digests },
    ])
    expect(snapshots.list('demo')).toMatchObject([{ id: 2, keyMark: null, imageModels: null }])
    expect(snapshots.load(origin, 1)).toEqual(catalogAt(1))
    expect(snapshots.load(origin, 2)).toBeNull()
    expect(snapshots.load(origin, 99)).toBeNull()
  })

  it('keep the points of a price in the order they were added, whatever the clock said', () => {
    const { snapshots } = open(scratchFolder(), { engine })
    const at = (readAt: number, prices: typeof model.prices | null) =>
      snapshots.add(origin, catalogAt(readAt), digests, [{ model: 'm', prices }])
    at(900, model.prices)
    at(100, null)
    at(200, { ...model.prices, promptText: 0n })
    expect(snapshots.priceHistory(origin, 'm')).toEqual([
      { readAt: 900, prices: model.prices },
      { readAt: 100, prices: null },
      { readAt: 200, prices: { ...model.prices, promptText: 0n } },
    ])
    expect(snapshots.latestPrices(origin)).toEqual([
      { model: 'm', prices: { ...model.prices, promptText: 0n } },
    ])
    expect(snapshots.priceHistory('demo', 'm')).toEqual([])
  })
})

describe('snapshots', () => {
  it('grow no further than a thousand: the older half gets coarser, first and newest stay', () => {
    const { snapshots } = open(scratchFolder())
    for (let readAt = 1; readAt <= 1_001; readAt += 1) add(snapshots, readAt)
    const kept = snapshots.list(origin).map(({ readAt }) => readAt)
    expect(kept).toHaveLength(751)
    expect(kept.slice(0, 501)).toEqual(Array.from({ length: 501 }, (_, index) => 1_001 - index))
    expect(kept.slice(-3)).toEqual([5, 3, 1])
  })

  it('take no more room than their limit, and the newest is always kept', () => {
    const folder = scratchFolder()
    const { snapshots } = open(folder)
    add(snapshots, 1)
    add(snapshots, 2)
    const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
    database.exec('UPDATE catalog_snapshot SET lists = zeroblob(70000000)')
    database.close()
    add(snapshots, 3)
    expect(snapshots.list(origin).map(({ readAt }) => readAt)).toEqual([3])
  })

  it('that are damaged are reported and left out', () => {
    const folder = scratchFolder()
    const before = open(folder)
    add(before.snapshots, 1)
    before.snapshots.add(origin, catalogAt(2), digests, [{ model: 'm', prices: model.prices }])
    before.close()
    const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
    database.exec(`UPDATE catalog_snapshot SET lists = x'ffee00' WHERE id = 1`)
    database.exec(`UPDATE catalog_price SET prices = '{"promptText":-1}'`)
    database.close()
    const unreadable: UnreadableRow[] = []
    const { snapshots } = open(folder, { onUnreadableRow: (row) => unreadable.push(row) })
    expect(snapshots.load(origin, 1)).toBeNull()
    expect(snapshots.load(origin, 2)).toEqual(catalogAt(2))
    expect(snapshots.priceHistory(origin, 'm')).toEqual([])
    expect(unreadable).toEqual([
      { table: 'catalog_snapshot', id: '1' },
      { table: 'catalog_price', id: 'm' },
    ])
  })
})

describe('the names that were used', () => {
  it('are those asked for and those that answered, here, and not the refused ones', () => {
    const { chats, usedModels } = open(scratchFolder())
    startConversation(chats, 'c', 1)
    const failure = { code: 'model-not-found', status: 404 } as const
    const nothing = { requestId: null, serverWords: null, retryAfterMs: null, phase: null }
    addToEnd(chats, 'c', [
      sampleAnswer('a', { ...finished, askedModel: 'grok-4', servedModel: 'grok-4-0709' }),
      sampleAnswer('b', { ...finished, askedModel: 'grok-4', servedModel: null }),
      sampleAnswer('d', {
        askedModel: 'typo',
        state: { kind: 'failed', failure: { ...failure, ...nothing } },
      }),
      sampleAnswer('e', { ...finished, host: 'other.example', askedModel: 'theirs' }),
      sampleAnswer('f', { ...finished, demo: true, host: '127.0.0.1:1', askedModel: 'shown' }),
    ])
    expect(usedModels.names({ host: 'api.x.ai', demo: false })).toEqual(['grok-4', 'grok-4-0709'])
    expect(usedModels.names({ host: '127.0.0.1:2', demo: true })).toEqual(['grok-4-0709', 'shown'])
    expect(usedModels.names({ host: 'unknown.example', demo: false })).toEqual([])
  })
})
