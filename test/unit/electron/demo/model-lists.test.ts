import { describe, expect, it } from 'vitest'
import type { Era } from '../../../../electron/demo/demo-model.ts'
import { generateModels } from '../../../../electron/demo/era-catalog.ts'
import { get, listOf, objectOf } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const BASE = [
  'id',
  'fingerprint',
  'created',
  'object',
  'owned_by',
  'version',
  'input_modalities',
  'output_modalities',
  'prompt_text_token_price',
  'prompt_image_token_price',
  'completion_text_token_price',
  'aliases',
]
const LONG = [
  'prompt_text_token_price_long_context',
  'cached_prompt_text_token_price_long_context',
  'completion_text_token_price_long_context',
  'long_context_threshold',
]
const LANGUAGE_FIELDS: [Era, string, string[]][] = [
  ['A', 'grok-2-1212', BASE],
  ['B', 'grok-3', [...BASE, 'cached_prompt_text_token_price', 'search_price']],
  ['C', 'grok-4.7', [...BASE, 'cached_prompt_text_token_price', 'search_price', ...LONG]],
]

describe('GET /v1/language-models', () => {
  const start = demoPerTest()

  it.each(LANGUAGE_FIELDS)('has exactly the fields of era %s', async (era, id, fields) => {
    const list = await listOf(get(await start({ era }), '/v1/language-models'), 'models')
    const entry = list.find((one) => one['id'] === id)
    expect(Object.keys(entry ?? {}).sort()).toEqual([...fields].sort())
  })

  // Reference 8: dollars per million tokens, times 10,000.
  it.each([
    ['grok-4.7', 20_000, 5_000, 60_000],
    ['grok-4.6', 20_000, 5_000, 60_000],
    ['grok-4.5', 20_000, 3_000, 60_000],
    ['grok-4.3', 12_500, 2_000, 25_000],
    ['grok-4.20-0309-non-reasoning', 12_500, 2_000, 25_000],
    ['grok-build-0.1', 10_000, 2_000, 20_000],
  ])(
    'gives the published prices of %s, doubled from 200,000 tokens',
    async (id, prompt, cached, completion) => {
      expect(await objectOf(get(await start(), `/v1/language-models/${id}`))).toMatchObject({
        prompt_text_token_price: prompt,
        cached_prompt_text_token_price: cached,
        completion_text_token_price: completion,
        prompt_text_token_price_long_context: prompt * 2,
        cached_prompt_text_token_price_long_context: cached * 2,
        completion_text_token_price_long_context: completion * 2,
        long_context_threshold: 200_000,
      })
    },
  )

  it('finds one by alias: under its own id today, under the alias in early 2025', async () => {
    const today = await objectOf(get(await start(), '/v1/language-models/grok-latest'))
    expect(today['id']).toBe('grok-4.3')
    const early = await objectOf(get(await start({ era: 'A' }), '/v1/language-models/grok-2-latest'))
    expect(early['id']).toBe('grok-2-latest')
    expect(early).not.toHaveProperty('fingerprint')
  })

  it('answers 404 for a name that no list has', async () => {
    const answer = await get(await start(), '/v1/language-models/grok-4.6-latest')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not-found' })
  })

  it('follows a change of price and alias at the next read', async () => {
    const api = await start()
    const { models } = api.catalog
    api.setModels({
      models: models.map((one) => {
        if (one.id === 'grok-4.3') return { ...one, aliases: [] }
        if (one.id !== 'grok-4.7') return one
        return { ...one, aliases: ['grok-latest'], prices: { ...one.prices, prompt: 18_000 } }
      }),
    })
    expect(await objectOf(get(api, '/v1/language-models/grok-latest'))).toMatchObject({
      id: 'grok-4.7',
      prompt_text_token_price: 18_000,
    })
  })

  it('can list 5,000 models', async () => {
    const api = await start()
    api.setModels({ models: generateModels(5_000) })
    const list = await listOf(get(api, '/v1/language-models'), 'models')
    expect(new Set(list.map((one) => one['id'])).size).toBe(5_000)
  })
})

describe('GET /v1/models', () => {
  const start = demoPerTest()

  it.each(['A', 'B'] as const)('has four keys in era %s', async (era) => {
    const list = await listOf(get(await start({ era }), '/v1/models'), 'data')
    for (const entry of list)
      expect(Object.keys(entry).sort()).toEqual(['created', 'id', 'object', 'owned_by'])
  })

  it('has windows, prices and effort levels today, and leaves out what does not apply', async () => {
    const list = await listOf(get(await start(), '/v1/models'), 'data')
    const byId = new Map(list.map((entry) => [entry['id'], entry]))
    expect(byId.get('grok-4.7')).toMatchObject({
      context_length: 500_000,
      long_context_threshold: 200_000,
      capabilities: {
        reasoning_effort: ['low', 'medium', 'high', 'xhigh'],
        default_reasoning_effort: 'high',
      },
    })
    expect(byId.get('grok-4.20-0309-non-reasoning')).not.toHaveProperty('capabilities')
    expect(byId.get('grok-imagine-image')).toMatchObject({ image_price: 200_000_000, context_length: 8000 })
    expect(byId.get('grok-imagine-image')).not.toHaveProperty('prompt_text_token_price')
  })

  it('gives one of either kind', async () => {
    const api = await start()
    expect((await objectOf(get(api, '/v1/models/grok-4.5-latest')))['id']).toBe('grok-4.5')
    expect((await objectOf(get(api, '/v1/models/grok-imagine-image-2.0')))['image_price']).toBe(600_000_000)
  })
})

describe('the other lists', () => {
  const start = demoPerTest()

  it('lists image models with their price today and with token prices in 2025', async () => {
    const today = await listOf(get(await start(), '/v1/image-generation-models'), 'models')
    expect(today.map((one) => [one['id'], one['image_price']])).toEqual([
      ['grok-imagine-image', 200_000_000],
      ['grok-imagine-image-2.0', 600_000_000],
    ])
    const early = await listOf(get(await start({ era: 'A' }), '/v1/image-generation-models'), 'models')
    expect(early[0]).toMatchObject({ id: 'grok-2-image', generated_image_token_price: 100_000 })
    expect(early[0]).not.toHaveProperty('image_price')
  })

  it('has an empty list of embedding models', async () => {
    expect(await objectOf(get(await start(), '/v1/embedding-models'))).toEqual({ models: [] })
  })
})
