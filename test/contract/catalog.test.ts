import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../shared/contract/failure.ts'
import { routerBench } from '../support/ports/router-bench.ts'

const LANGUAGE = '/v1/language-models'
const mini = { id: 'grok-3-mini', prompt_text_token_price: 3000, aliases: ['grok-mini'] }

function bench() {
  const made = routerBench()
  const list = (...models: object[]) => made.wire.answers.set(LANGUAGE, { body: { models } })
  list(mini)
  return { ...made, list, client: createRouterClient(made.router) }
}

describe('what the page may ask about the catalog', () => {
  it('is answered before anything was ever read', async () => {
    const { client, bugs } = bench()
    expect(await client.catalog.snapshots()).toEqual([])
    expect(await client.catalog.news()).toBeNull()
    expect(await client.catalog.dismissNews({ id: 7 })).toBeNull()
    expect(await client.catalog.priceHistory({ id: 'grok-3-mini' })).toEqual({
      id: 'grok-3-mini',
      points: [],
      until: null,
    })
    await expect(client.catalog.changes({ before: 1, after: 'current' })).rejects.toMatchObject({
      code: 'FAILED',
      data: failureOf('not-found'),
    })
    expect(bugs).toEqual([])
  })

  it('crosses the border whole: snapshots, changes, history, news', async () => {
    const { client, list, time, bugs } = bench()
    await client.catalog.refresh()
    time.pass(60_000)
    list({ ...mini, prompt_text_token_price: 3750 })
    await client.catalog.refresh()
    const [newest, oldest] = await client.catalog.snapshots()
    expect([newest, oldest]).toMatchObject([
      { id: 2, host: 'demo', demo: true, otherKey: false, models: 1, imageModels: 0 },
      { id: 1 },
    ])
    const price = { id: 'grok-3-mini', price: 'promptText', before: 3000n, after: 3750n, basisPoints: 2500n }
    expect(await client.catalog.changes({ before: 1, after: 'current' })).toMatchObject({
      before: { snapshot: 1 },
      after: { snapshot: 'current' },
      differentKeys: false,
      changes: { pricesChanged: [price], modelsAdded: [] },
      imageChanges: { modelsAdded: [] },
    })
    const { points } = await client.catalog.priceHistory({ id: 'grok-3-mini' })
    expect(points.map(({ prices }) => prices?.promptText)).toEqual([3000n, 3750n])
    expect(await client.catalog.news()).toMatchObject({ id: 2, changes: { pricesChanged: [price] } })
    expect(await client.catalog.dismissNews({ id: 2 })).toBeNull()
    expect(bugs).toEqual([])
  })

  it('tells of one model that it is refused, as a value', async () => {
    const { client, wire, bugs } = bench()
    wire.answers.set(`${LANGUAGE}/gone`, { failure: failureOf('model-not-found', { status: 404 }) })
    wire.answers.set('/v1/models/gone', { failure: failureOf('model-not-found', { status: 404 }) })
    expect(await client.catalog.refreshModel({ name: 'gone' })).toMatchObject({
      name: 'gone',
      language: { kind: 'failed', failure: { code: 'model-not-found', status: 404 } },
      listed: { kind: 'failed' },
      comparedWith: null,
      differences: [],
    })
    expect(bugs).toEqual([])
  })

  it.each([
    { what: 'a snapshot that cannot be', ask: { before: 0, after: 'current' } },
    { what: 'a part of one', ask: { before: 1.5, after: 'current' } },
    { what: 'a path', ask: { before: '../1', after: 'current' } },
  ])('is refused for $what', async ({ ask }) => {
    const { client } = bench()
    const input = JSON.parse(JSON.stringify(ask))
    await expect(client.catalog.changes(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('what the page may ask to be saved', () => {
  it('is written where the person says, and the page learns the name alone', async () => {
    const { client, saved } = bench()
    const file = { kind: 'csv', suggestedName: 'models', content: 'a,b\r\n' } as const
    expect(await client.exports.save(file)).toEqual({ outcome: 'saved', fileName: 'models.csv' })
    expect(saved).toEqual([{ path: '/chosen/models.csv', content: 'a,b\r\n' }])
  })

  it('is refused as an image when it is none', async () => {
    const { client, saved } = bench()
    const file = { kind: 'png', suggestedName: 'chart', content: 'bm8gaW1hZ2U=' } as const
    await expect(client.exports.save(file)).rejects.toMatchObject({ data: failureOf('invalid-request') })
    expect(saved).toEqual([])
  })

  it('is refused in a kind that is not offered', async () => {
    const { client } = bench()
    const file = JSON.parse('{"kind":"exe","suggestedName":"x","content":"y"}')
    await expect(client.exports.save(file)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
