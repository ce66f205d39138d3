import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type DemoApi, startDemoApi } from '../../../../electron/demo/demo-api.ts'
import { composeCatalog } from '../../../../electron/services/compose-catalog.ts'
import { openStorage } from '../../../../electron/storage/open-storage.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { CatalogChanges } from '../../../../shared/catalog/changes-schema.ts'
import { Comparison, News, PriceHistory, Snapshot } from '../../../../shared/contract/catalog.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { grok4, historyBench } from './history-bench.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

/** The catalog's services over a demo API and a database on disk, as in the app; `start` is a start of it. */
async function world(era: 'A' | 'B' | 'C') {
  const demo = await startDemoApi({ era, pacing: 'none' })
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-eras-'))
  cleanUp.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => demo.close(),
  )
  let now = 1_790_000_000_000
  const clock = { now: () => (now += 60_000), monotonic: () => performance.now() }
  const wire = createWire({ fetch, clock, random: Math.random })
  const start = (names: string[] = []) => {
    const storage = openStorage({ folder, now: clock.now })
    if (storage.kind === 'newer') throw new Error('a new folder cannot be newer')
    cleanUp.push(() => storage.close())
    // As for xAI: a server that stays, and a key that can be told from others.
    const connection = { target: async () => sampleTarget({ baseUrl: demo.baseUrl, key: demo.key }) }
    const parts = { wire, connection, clock, storage: { ...storage, usedModels: { names: () => names } } }
    return { ...composeCatalog(parts), close: () => storage.close() }
  }
  return { demo, start }
}

function moveAlias(demo: DemoApi, alias: string, from: string, to: string): void {
  const models = demo.catalog.models.map((one) => {
    if (one.id === from) return { ...one, aliases: one.aliases.filter((name) => name !== alias) }
    return one.id === to ? { ...one, aliases: [...one.aliases, alias] } : one
  })
  demo.setModels({ models })
}

describe('the eras of the API', () => {
  it('follow each other in the snapshots of one server, over restarts', async () => {
    const { demo, start } = await world('A')
    const first = start()
    await first.refresh()
    first.close()
    demo.setEra('B')
    const second = start()
    await second.refresh()
    second.close()
    demo.setEra('C')
    const third = start()
    await third.refresh()
    await third.refresh()
    const snapshots = await third.snapshots()
    expect(snapshots.map(({ id }) => id)).toEqual([3, 2, 1])
    for (const one of snapshots) expect(Snapshot.parse(one)).toEqual(one)

    const change = await third.changes({ before: 1, after: 3 })
    expect(Comparison.parse(change)).toEqual(change)
    expect(change.changes.modelsRemoved.map(({ id }) => id)).toContain('grok-2-1212')
    expect(change.changes.modelsAdded.map(({ id }) => id)).toContain('grok-4.7')
    const history = await third.priceHistory('grok-2-1212')
    expect(PriceHistory.parse(history)).toEqual(history)
    expect(history.points.at(0)?.prices?.promptText).toBe(20_000n)
  })

  it.each(['A', 'B', 'C'] as const)(
    'tell in era %s of an alias that moved and a price that changed',
    async (era) => {
      const { demo, start } = await world(era)
      const from = demo.catalog.models.find(({ aliases }) => aliases.length > 0)
      const to = demo.catalog.models.find((one) => one !== from)
      const alias = from?.aliases[0]
      if (from === undefined || to === undefined || alias === undefined) throw new Error('too few models')
      const { refresh, changes, news, dismissNews } = start([alias])
      await refresh()
      expect(await news()).toBeNull()
      moveAlias(demo, alias, from.id, to.id)
      const dearer = demo.catalog.models.map((one) =>
        one.id === to.id ? { ...one, prices: { ...one.prices, completion: one.prices.completion * 2 } } : one,
      )
      demo.setModels({ models: dearer })
      await refresh()
      const { changes: found } = await changes({ before: 1, after: 'current' })
      expect(found.aliasesMoved).toEqual([{ alias, from: from.id, to: to.id }])
      expect(found.pricesChanged).toMatchObject([
        { id: to.id, price: 'completionText', basisPoints: 10_000n },
      ])
      const told = await news()
      expect(News.parse(told)).toEqual(told)
      expect(told?.changes.aliasesMoved).toHaveLength(1)
      expect(await dismissNews(told?.id ?? 0)).toBeNull()
    },
  )
})

describe('any two answers', () => {
  it('can be kept, compared and told of', async () => {
    const name = fc.constantFrom('a', 'b', 'grok-4', '__proto__', 'constructor', '')
    const entry = fc.record(
      {
        id: fc.oneof(name, fc.jsonValue()),
        aliases: fc.oneof(fc.array(name), fc.jsonValue()),
        prompt_text_token_price: fc.oneof(fc.nat(3), fc.jsonValue()),
        long_context_threshold: fc.oneof(fc.nat(3), fc.jsonValue()),
        extra: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    const list = fc.array(entry, { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(list, list, list, async (one, two, other) => {
        const { catalog, listed, wire, LISTED, IMAGES } = historyBench(['grok-4', 'a'])
        wire.answers.set(LISTED, { body: { data: other } })
        wire.answers.set(IMAGES, { body: { models: other } })
        await listed(grok4, ...one)
        await catalog.news()
        await listed(grok4, ...two)
        const { changes } = await catalog.changes({ before: 1, after: 'current' })
        expect(CatalogChanges.parse(changes)).toEqual(changes)
        const news = await catalog.news()
        if (news !== null) expect(News.safeParse(news).success).toBe(true)
        await catalog.priceHistory('__proto__')
      }),
      { numRuns: 500 },
    )
  })
})
