import type { DemoCatalog, DemoModel, DemoReasoning } from './demo-model.ts'
import { hexOf } from './stable-hash.ts'

const REASONERS_REFUSE = ['presencePenalty', 'frequencyPenalty', 'stop', 'logitBias']

/** All 2026 text models: from 200,000 prompt tokens on, every price doubles (reference 8). */
const LONG_FROM = 200_000

type Written = Pick<DemoModel, 'id' | 'aliases' | 'created' | 'contextLength'> & {
  prices: readonly [prompt: number, cached: number, completion: number]
  reasoning: DemoReasoning | null
  hiddenPromptTokens: number
}

function model(part: Written): DemoModel {
  const [prompt, cachedPrompt, completion] = part.prices
  return {
    ...part,
    fingerprint: `fp_${hexOf(part.id, 16)}`,
    version: '1.0',
    inputModalities: ['text', 'image'],
    prices: {
      prompt,
      cachedPrompt,
      promptImage: prompt,
      completion,
      search: 0,
      longContext: {
        threshold: LONG_FROM,
        prompt: prompt * 2,
        cachedPrompt: cachedPrompt * 2,
        completion: completion * 2,
      },
    },
    unsupported: part.reasoning === null ? ['logitBias'] : REASONERS_REFUSE,
  }
}

const levels = (efforts: string[], defaultEffort: string | null): DemoReasoning => ({
  efforts,
  defaultEffort,
  shown: true,
})
const FIXED = levels([], null)
const AGENTS = levels(['low', 'medium', 'high', 'xhigh'], 'low')

/** The newest era: names, release days, windows and prices of reference 8; hidden tokens as measured (reference 4). */
export const CATALOG_ERA_C: DemoCatalog = {
  models: [
    model({
      id: 'grok-4.7',
      aliases: [],
      created: 1789948800,
      contextLength: 500_000,
      prices: [20_000, 5_000, 60_000],
      reasoning: levels(['low', 'medium', 'high', 'xhigh'], 'high'),
      hiddenPromptTokens: 636,
    }),
    model({
      id: 'grok-4.6',
      aliases: [],
      created: 1786492800,
      contextLength: 500_000,
      prices: [20_000, 5_000, 60_000],
      reasoning: levels(['low', 'medium', 'high', 'xhigh'], 'high'),
      hiddenPromptTokens: 636,
    }),
    model({
      id: 'grok-4.5',
      aliases: ['grok-4.5-latest', 'grok-build-latest'],
      created: 1783468800,
      contextLength: 500_000,
      prices: [20_000, 3_000, 60_000],
      reasoning: levels(['low', 'medium', 'high'], 'high'),
      hiddenPromptTokens: 636,
    }),
    model({
      id: 'grok-4.3',
      aliases: ['grok-4.3-latest', 'grok-latest'],
      created: 1776384000,
      contextLength: 1_000_000,
      prices: [12_500, 2_000, 25_000],
      reasoning: levels(['none', 'low', 'medium', 'high'], 'low'),
      hiddenPromptTokens: 184,
    }),
    model({
      id: 'grok-build-0.1',
      aliases: ['grok-code-fast-1'],
      created: 1776297600,
      contextLength: 256_000,
      prices: [10_000, 2_000, 20_000],
      reasoning: FIXED,
      hiddenPromptTokens: 184,
    }),
    model({
      id: 'grok-4.20-0309-reasoning',
      aliases: ['grok-4.20', 'grok-4.20-reasoning-latest'],
      created: 1773014400,
      contextLength: 1_000_000,
      prices: [12_500, 2_000, 25_000],
      reasoning: FIXED,
      hiddenPromptTokens: 184,
    }),
    model({
      id: 'grok-4.20-0309-non-reasoning',
      aliases: ['grok-4.20-non-reasoning'],
      created: 1772668800,
      contextLength: 1_000_000,
      prices: [12_500, 2_000, 25_000],
      reasoning: null,
      hiddenPromptTokens: 184,
    }),
    model({
      id: 'grok-4.20-multi-agent-0309',
      aliases: ['grok-4.20-multi-agent', 'grok-4.20-multi-agent-latest'],
      created: 1773014400,
      contextLength: 1_000_000,
      prices: [12_500, 2_000, 25_000],
      reasoning: AGENTS,
      hiddenPromptTokens: 184,
    }),
  ],
  imageModels: [
    {
      id: 'grok-imagine-image',
      aliases: [],
      fingerprint: `fp_${hexOf('grok-imagine-image', 16)}`,
      created: 1769472000,
      maxPromptLength: 8000,
      imagePrice: 200_000_000,
      pricing: [],
    },
    {
      id: 'grok-imagine-image-2.0',
      aliases: [],
      fingerprint: `fp_${hexOf('grok-imagine-image-2.0', 16)}`,
      created: 1786665600,
      maxPromptLength: 8000,
      imagePrice: 600_000_000,
      pricing: [
        { quality: 'low', resolution: '1k', price: 400_000_000 },
        { quality: 'medium', resolution: '1k', price: 600_000_000 },
        { quality: 'high', resolution: '2k', price: 800_000_000 },
      ],
    },
  ],
}
