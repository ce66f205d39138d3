import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { grok4, grok43, historyBench, otherKey, START } from './history-bench.ts'

describe('snapshots', () => {
  it('are stored when the list differs, and not when it says the same in another order', async () => {
    const { catalog, listed } = historyBench()
    await listed(grok4, grok43)
    await listed(grok43, grok4)
    await listed({ ...grok4, aliases: ['b', 'a'] }, grok43)
    await listed({ ...grok4, aliases: ['a', 'b'] }, grok43)
    expect(await catalog.snapshots()).toEqual([
      { ...shared, id: 2, readAt: START + 180_000, models: 2, imageModels: 0 },
      { ...shared, id: 1, readAt: START + 60_000, models: 2, imageModels: 0 },
    ])
  })

  it('are stored for a field that this app does not know', async () => {
    const { catalog, listed } = historyBench()
    await listed(grok4)
    await listed({ ...grok4, shiny: { new: true } })
    expect(await catalog.snapshots()).toHaveLength(2)
  })

  it('are not stored when nothing was read', async () => {
    const { catalog, wire, LANGUAGE } = historyBench()
    wire.answers.set(LANGUAGE, { failure: failureOf('offline') })
    await catalog.refresh()
    expect(await catalog.snapshots()).toEqual([])
  })

  it('stay when the list is back to what it was: that is a change too', async () => {
    const { catalog, listed } = historyBench()
    await listed(grok4)
    await listed(grok43)
    await listed(grok4)
    expect((await catalog.snapshots()).map(({ id }) => id)).toEqual([3, 2, 1])
  })

  it('of another key are shown as such, and do not count as a change', async () => {
    const { catalog, listed, inUse } = historyBench()
    await listed(grok4, grok43)
    inUse.target = otherKey
    await listed(grok4)
    expect((await catalog.snapshots()).map((one) => [one.id, one.otherKey])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(await catalog.changes({ before: 1, after: 2 })).toMatchObject({ differentKeys: true })
    expect(await catalog.news()).toBeNull()
  })

  it('of a server are not those of another', async () => {
    const { catalog, listed, inUse } = historyBench()
    await listed(grok4)
    inUse.target = { ...inUse.target, baseUrl: 'https://other.example' }
    expect(await catalog.snapshots()).toEqual([])
    await expect(catalog.changes({ before: 1, after: 'current' })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })
})

describe('changes', () => {
  it('are between any two, in either direction', async () => {
    const { catalog, listed } = historyBench()
    await listed(grok4)
    await listed(
      { ...grok4, prompt_text_token_price: 20_000, aliases: [] },
      { ...grok43, aliases: ['grok-4'] },
    )
    const forth = await catalog.changes({ before: 1, after: 'current' })
    expect(forth.changes).toMatchObject({
      modelsAdded: [{ id: 'grok-4.3' }],
      aliasesMoved: [{ alias: 'grok-4', from: 'grok-4-0709', to: 'grok-4.3' }],
      pricesChanged: [{ price: 'promptText', before: 30_000n, after: 20_000n, basisPoints: -3333n }],
    })
    const back = await catalog.changes({ before: 2, after: 1 })
    expect(back.changes).toMatchObject({
      modelsRemoved: [{ id: 'grok-4.3' }],
      aliasesMoved: [{ from: 'grok-4.3', to: 'grok-4-0709' }],
      pricesChanged: [{ before: 20_000n, after: 30_000n, basisPoints: 5000n }],
    })
  })

  it('do not invent that a list went away which could not be read once', async () => {
    const { catalog, listed, wire, LISTED, IMAGES } = historyBench()
    wire.answers.set(LISTED, { body: { data: [{ id: grok4.id, aliases: ['only-there'] }] } })
    wire.answers.set(IMAGES, { body: { models: [{ id: 'grok-2-image', image_price: 700_000_000 }] } })
    await listed(grok4)
    wire.answers.set(LISTED, { failure: failureOf('timed-out') })
    wire.answers.set(IMAGES, { failure: failureOf('timed-out') })
    await listed(grok4)
    expect(await catalog.snapshots()).toHaveLength(1)
    await listed(grok4, grok43)
    const { changes, imageChanges } = await catalog.changes({ before: 1, after: 2 })
    expect(changes).toMatchObject({
      modelsAdded: [{ id: 'grok-4.3' }],
      aliasesRemoved: [],
      modelsRemoved: [],
    })
    expect(imageChanges).toBeNull()
    expect(await catalog.snapshots()).toMatchObject([{ imageModels: null }, { imageModels: 1 }])
  })

  it('of image models are told with their own unit', async () => {
    const { catalog, listed, wire, IMAGES } = historyBench()
    const image = { id: 'imagine', image_price: 0, pricing: [{ resolution: '1k', price_per_image: 400 }] }
    wire.answers.set(IMAGES, { body: { models: [image] } })
    await listed(grok4)
    const dearer = { ...image, pricing: [{ resolution: '1k', price_per_image: 800 }] }
    wire.answers.set(IMAGES, { body: { models: [dearer, { id: 'new' }] } })
    await listed(grok4)
    const { imageChanges } = await catalog.changes({ before: 1, after: 2 })
    expect(imageChanges).toMatchObject({
      modelsAdded: [{ id: 'new' }],
      modelsRemoved: [],
      pricesChanged: [
        { id: 'imagine', quality: null, resolution: '1k', before: 400n, after: 800n, basisPoints: 10_000n },
      ],
    })
  })
})

describe('the price history', () => {
  it('has a point where prices changed, and where the model went and came back', async () => {
    const { catalog, listed } = historyBench()
    await listed(grok4)
    await listed(grok4, grok43)
    await listed({ ...grok4, prompt_text_token_price: 20_000 })
    await listed(grok43)
    await listed({ ...grok4, prompt_text_token_price: 20_000 })
    const { points, until } = await catalog.priceHistory('grok-4-0709')
    expect(
      points.map(({ readAt, prices }) => [(readAt - START) / 60_000, prices?.promptText ?? null]),
    ).toEqual([
      [1, 30_000n],
      [3, 20_000n],
      [4, null],
      [5, 20_000n],
    ])
    expect(until).toBe(START + 300_000)
  })

  it('does not end because another key may not see the model', async () => {
    const { catalog, listed, inUse } = historyBench()
    await listed(grok4, grok43)
    inUse.target = otherKey
    await listed(grok43)
    await listed({ ...grok43, prompt_text_token_price: 10_000 })
    expect((await catalog.priceHistory('grok-4-0709')).points).toHaveLength(1)
    expect((await catalog.priceHistory('grok-4.3')).points).toHaveLength(2)
  })
})
const shared = { host: 'api.x.ai', demo: false, otherKey: false }
