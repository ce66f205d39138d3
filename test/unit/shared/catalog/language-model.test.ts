import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseImageModels } from '../../../../shared/catalog/image-model.ts'
import { parseLanguageModels } from '../../../../shared/catalog/language-model.ts'
import { ImageModel, LanguageModel, Problem } from '../../../../shared/catalog/model.ts'
import { parseModelList } from '../../../../shared/catalog/model-list.ts'

const text = { input_modalities: ['text'], output_modalities: ['text'], object: 'model', owned_by: 'xai' }

/** Real names and prices of each era (reference 2.1). */
const eraA = {
  ...text,
  id: 'grok-2-1212',
  fingerprint: 'fp_1a5ab39b2d',
  created: 1_733_961_600,
  version: '1.0.0',
  prompt_text_token_price: 20_000,
  prompt_image_token_price: 0,
  completion_text_token_price: 100_000,
  aliases: ['grok-2', 'grok-2-latest'],
}
const eraB = {
  ...text,
  id: 'grok-3-mini',
  prompt_text_token_price: 3_000,
  cached_prompt_text_token_price: 750,
  completion_text_token_price: 5_000,
  search_price: 250_000_000,
  aliases: ['grok-3-mini-latest'],
}
const eraC = {
  ...text,
  id: 'grok-420-reasoning',
  prompt_text_token_price: 20_000,
  prompt_text_token_price_long_context: 40_000,
  cached_prompt_text_token_price_long_context: 0,
  completion_text_token_price_long_context: 160_000,
  long_context_threshold: 128_000,
  aliases: [],
  invented_in_2027: { deep: [1, 2] },
}

describe('parseLanguageModels', () => {
  it('reads every era and keeps what it does not know', () => {
    const { models, problems } = parseLanguageModels({ models: [eraA, eraB, eraC] })
    expect(problems).toEqual([])
    expect(models.map(({ id }) => id)).toEqual(['grok-2-1212', 'grok-3-mini', 'grok-420-reasoning'])
    expect(models[0]).toMatchObject({
      aliases: ['grok-2', 'grok-2-latest'],
      created: 1_733_961_600,
      fingerprint: 'fp_1a5ab39b2d',
      inputModalities: ['text'],
      contextLength: null,
      prices: { promptText: 20_000n, promptImage: 0n, cachedPromptText: null, longContextThreshold: null },
    })
    expect(models[1]?.prices).toMatchObject({ cachedPromptText: 750n, search: 250_000_000n })
    expect(models[2]?.prices).toMatchObject({
      promptTextLongContext: 40_000n,
      cachedPromptTextLongContext: 0n,
      longContextThreshold: 128_000,
    })
    expect(models[2]?.raw).toEqual(eraC)
  })

  it.each([
    ['the single form', eraA],
    ['the wrapper of /v1/models', { object: 'list', data: [eraA] }],
    ['a bare list', [eraA]],
  ])('reads %s', (_, body) => {
    expect(parseLanguageModels(body)).toEqual(parseLanguageModels({ models: [eraA] }))
  })

  it.each([
    ['ms', 1_733_961_600_000],
    ['µs', 1_733_961_600_000_000],
    ['no calendar has', Number.MAX_SAFE_INTEGER],
  ])('takes a creation time in %s for none, and what it says of it can be shown', (_, created) => {
    const { models, problems } = parseLanguageModels({ models: [{ ...eraA, created }] })
    expect(models).toMatchObject([{ id: eraA.id, created: null, raw: { created } }])
    expect(problems).toMatchObject([{ id: eraA.id, reason: expect.stringContaining('created') }])
    const list = parseModelList({ data: [{ id: 'm', created }] })
    expect(list.models).toMatchObject([{ id: 'm', created: null }])
    expect(LanguageModel.safeParse({ ...models[0], created }).success).toBe(false)
  })

  it('takes an empty list for an empty list', () => {
    expect(parseLanguageModels({ models: [] })).toEqual({ models: [], problems: [] })
  })

  it.each([null, undefined, '', '<html>', 7, true, {}, { models: 'no' }, { code: 'x', error: 'y' }])(
    'says that %j is no list',
    (body) => {
      const { models, problems } = parseLanguageModels(body)
      expect(models).toEqual([])
      expect(problems).toEqual([
        {
          list: 'language-models',
          index: null,
          id: null,
          reason: expect.stringMatching(/^expected a list of models/),
        },
      ])
    },
  )

  it.each([null, 'grok-3', {}, { id: '' }, { id: ' ' }, { id: 7 }, { id: null }, []])(
    'reports the entry %j and keeps the others',
    (entry) => {
      const { models, problems } = parseLanguageModels({ models: [eraA, entry, eraB] })
      expect(models.map(({ id }) => id)).toEqual(['grok-2-1212', 'grok-3-mini'])
      expect(problems).toEqual([expect.objectContaining({ index: 1, id: null })])
    },
  )

  it('keeps the first of two entries with one id', () => {
    const { models, problems } = parseLanguageModels({ models: [eraA, { ...eraB, id: eraA.id }] })
    expect(models).toHaveLength(1)
    expect(models[0]?.prices.promptText).toBe(20_000n)
    expect(problems).toEqual([expect.objectContaining({ index: 1, id: 'grok-2-1212' })])
  })
})

describe('one field that cannot be read', () => {
  it.each([
    -1,
    0.5,
    1e308,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '$2',
    '-1',
    '1e3',
    '',
    true,
    [],
    {},
  ])('makes the price %j unknown, names it, and keeps the model', (price) => {
    const { models, problems } = parseLanguageModels([{ ...eraA, prompt_text_token_price: price }])
    expect(models[0]?.prices).toMatchObject({ promptText: null, completionText: 100_000n })
    expect(problems).toEqual([
      expect.objectContaining({
        id: 'grok-2-1212',
        reason: expect.stringContaining('prompt_text_token_price'),
      }),
    ])
  })

  it.each([
    ['20000', 20_000n],
    [20_000.0, 20_000n],
    [0, 0n],
    [2 ** 53 - 1, 9_007_199_254_740_991n],
  ])('takes %j for a price', (price, ticks) => {
    const { models, problems } = parseLanguageModels([{ ...eraA, prompt_text_token_price: price }])
    expect(models[0]?.prices.promptText).toBe(ticks)
    expect(problems).toEqual([])
  })

  it('drops names that are none, and names the field', () => {
    const { models, problems } = parseLanguageModels([{ ...eraA, aliases: ['grok-2', 7, '', 'grok-2'] }])
    expect(models[0]?.aliases).toEqual(['grok-2'])
    expect(problems.map(({ reason }) => reason)).toEqual([
      'aliases: expected names, found 7',
      'aliases: expected names, found ""',
    ])
  })

  it('is harmless when it is called __proto__', () => {
    const body: unknown = JSON.parse('{"models":[{"id":"a","__proto__":{"id":"b","polluted":1}}]}')
    const { models } = parseLanguageModels(body)
    expect(models[0]?.id).toBe('a')
    expect(Object.getPrototypeOf(models[0])).toBe(Object.prototype)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(parseLanguageModels(JSON.parse('{"__proto__":{"id":"b"}}')).models).toEqual([])
  })

  it('is refused when it is ten megabytes long, without copying it into the problem', () => {
    const huge = 'x'.repeat(10_000_000)
    const { models, problems } = parseLanguageModels([
      { id: huge },
      { ...eraA, version: huge, aliases: [huge] },
    ])
    expect(models).toEqual([expect.objectContaining({ id: 'grok-2-1212', version: null, aliases: [] })])
    expect(problems).toHaveLength(3)
    for (const { reason } of problems) expect(reason.length).toBeLessThan(300)
  })

  it('does not make the list of problems endless', () => {
    const { models, problems } = parseLanguageModels(Array.from({ length: 50_000 }, () => ({ id: 1 })))
    expect(models).toEqual([])
    expect(problems).toHaveLength(1_000)
    expect(problems[0]?.reason).toContain('50000')
  })
})

const fieldNames = [
  ...Object.keys(eraB),
  ...Object.keys(eraC),
  'capabilities',
  'pricing',
  'image_price',
  '__proto__',
]
const oddValue = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom(-1, 1e308, '20000', '', [], {}, null),
)
const oddEntry = fc.oneof(
  fc.dictionary(fc.constantFrom(...fieldNames), oddValue).map((odd) => ({ ...eraB, ...odd })),
  oddValue,
)
const oddBody = fc.oneof(
  fc.array(oddEntry, { maxLength: 4 }).map((models) => ({ models })),
  fc.array(oddEntry, { maxLength: 4 }).map((data) => ({ data })),
  oddEntry,
  fc.anything(),
)

describe('any body', () => {
  it('gives models and problems that are what they should be, and no exception', () => {
    fc.assert(
      fc.property(oddBody, (body) => {
        const language = parseLanguageModels(body)
        const images = parseImageModels(body)
        const all = [language, images, parseModelList(body)]
        // The raw entry is whatever came: here it may hold what no JSON holds.
        for (const model of language.models) LanguageModel.parse({ ...model, raw: {} })
        for (const model of images.models) ImageModel.parse({ ...model, raw: {} })
        for (const { problems } of all) for (const problem of problems) Problem.parse(problem)
      }),
      { numRuns: 10_000 },
    )
  })
})
