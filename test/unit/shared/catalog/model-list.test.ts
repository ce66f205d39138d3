import { describe, expect, it } from 'vitest'
import { parseImageModels } from '../../../../shared/catalog/image-model.ts'
import { joinModelList, parseModelList } from '../../../../shared/catalog/model-list.ts'
import { modelOf } from './model-of.ts'

describe('joinModelList', () => {
  const model = modelOf('grok-4.20-0309-non-reasoning', {
    aliases: ['grok-4.20-non-reasoning'],
    prompt_text_token_price: 20_000,
  })
  // Shape and numbers of reference 2.2; the two lists disagree about the price on purpose.
  const { models: list } = parseModelList({
    object: 'list',
    data: [
      {
        id: 'grok-4.20-0309-non-reasoning',
        aliases: ['grok-4.20-non-reasoning', 'grok-4.20-fast'],
        context_length: 2_000_000,
        created: 1_772_668_800,
        owned_by: 'xai',
        prompt_text_token_price: 12_500,
        completion_text_token_price: 25_000,
        long_context_threshold: 128_000,
        capabilities: { reasoning_effort: ['low', 'high'], default_reasoning_effort: 'high' },
      },
      { id: 'grok-imagine-image', context_length: 1024, image_price: 200_000_000 },
    ],
  })
  const [joined] = joinModelList([model], list)

  it('adds what only the second list knows', () => {
    expect(joined).toMatchObject({
      contextLength: 2_000_000,
      created: 1_772_668_800,
      ownedBy: 'xai',
      reasoningEfforts: ['low', 'high'],
      defaultReasoningEffort: 'high',
      prices: { completionText: 25_000n, longContextThreshold: 128_000 },
    })
    expect(joined?.rawModel).toMatchObject({ context_length: 2_000_000 })
  })

  it('keeps what the language-model list said, and its raw entry', () => {
    expect(joined?.prices.promptText).toBe(20_000n)
    expect(joined?.raw).toEqual(model.raw)
  })

  it('joins the aliases of both lists and makes up none', () => {
    expect(joined?.aliases).toEqual(['grok-4.20-non-reasoning', 'grok-4.20-fast'])
  })

  it('adds no model and changes none that the second list lacks', () => {
    const other = modelOf('grok-3')
    expect(joinModelList([other], list)).toEqual([other])
  })

  it('takes a context of 0 tokens and a model without effort levels for not told', () => {
    const { models } = parseModelList({ data: [{ id: 'a', context_length: 0 }] })
    expect(models[0]).toMatchObject({ contextLength: null, reasoningEfforts: null })
  })

  it('names capabilities that it cannot read', () => {
    const { problems } = parseModelList({
      data: [
        { id: 'a', capabilities: 'all' },
        { id: 'b', capabilities: { reasoning_effort: 'high' } },
      ],
    })
    expect(problems.map(({ list: name, reason }) => [name, reason])).toEqual([
      ['models', 'capabilities: expected an object, found "all"'],
      ['models', expect.stringMatching(/^capabilities\.reasoning_effort: expected a list/)],
    ])
  })
})

describe('parseImageModels', () => {
  it('reads prices per image', () => {
    const { models, problems } = parseImageModels({
      models: [
        {
          id: 'grok-imagine-image-2.0',
          max_prompt_length: 8_000,
          output_modalities: ['IMAGE'],
          image_price: 600_000_000,
          pricing: [{ quality: 'low', resolution: '1k', price_per_image: 400_000_000 }],
        },
      ],
    })
    expect(problems).toEqual([])
    expect(models[0]).toMatchObject({
      maxPromptLength: 8_000,
      outputModalities: ['image'],
      imagePrice: 600_000_000n,
      pricing: [{ quality: 'low', resolution: '1k', pricePerImage: 400_000_000n }],
    })
  })

  it('does not take the example prices of 2025 for a price', () => {
    const { models } = parseImageModels({
      models: [{ id: 'grok-2-image', prompt_text_token_price: 100_000 }],
    })
    expect(models[0]).toMatchObject({
      imagePrice: null,
      pricing: [],
      raw: { prompt_text_token_price: 100_000 },
    })
  })

  it('keeps the prices that it can read', () => {
    const { models, problems } = parseImageModels([
      { id: 'a', pricing: [7, { price_per_image: -1 }, { price_per_image: '5' }] },
      { id: 'b', pricing: 'free' },
    ])
    expect(models.map(({ pricing }) => pricing.map((one) => one.pricePerImage))).toEqual([[null, 5n], []])
    expect(problems.map(({ reason }) => reason.split(':')[0])).toEqual([
      'pricing[0]',
      'pricing[1].price_per_image',
      'pricing',
    ])
  })
})
