import { CATALOG_ERA_A } from './catalog-era-a.ts'
import type { DemoCatalog, DemoModel, DemoPrices, DemoReasoning } from './demo-model.ts'
import { hexOf } from './stable-hash.ts'

/** $25 per 1,000 live-search sources (reference 1). */
const SEARCH = 250_000_000
const REASONERS_REFUSE = ['presencePenalty', 'frequencyPenalty', 'stop', 'logitBias']

type Written = Pick<DemoModel, 'id' | 'aliases' | 'created'> &
  Partial<Pick<DemoModel, 'contextLength' | 'unsupported'>> & {
    prices: readonly [prompt: number, cached: number, completion: number]
    sees?: boolean
    search?: number
    longContext?: DemoPrices['longContext']
    reasoning?: DemoReasoning
  }

function model(part: Written): DemoModel {
  const [prompt, cachedPrompt, completion] = part.prices
  const reasoning = part.reasoning ?? null
  return {
    id: part.id,
    aliases: part.aliases,
    fingerprint: `fp_${hexOf(part.id, 10)}`,
    created: part.created,
    version: '1.0',
    inputModalities: part.sees === true ? ['text', 'image'] : ['text'],
    contextLength: part.contextLength ?? 131_072,
    prices: {
      prompt,
      cachedPrompt,
      promptImage: part.sees === true ? prompt : 0,
      completion,
      search: part.search ?? SEARCH,
      longContext: part.longContext ?? null,
    },
    reasoning,
    unsupported: part.unsupported ?? (reasoning === null ? ['logitBias'] : REASONERS_REFUSE),
    hiddenPromptTokens: 7,
  }
}

const HIDDEN: DemoReasoning = { efforts: [], defaultEffort: null, shown: false }

/** Autumn 2025: grok-3 and grok-4 (reference 2.1, 8). grok-4 hides its reasoning, grok-3-mini shows it. */
export const CATALOG_ERA_B: DemoCatalog = {
  models: [
    model({
      id: 'grok-4-0709',
      aliases: ['grok-4', 'grok-4-latest'],
      created: 1752019200,
      contextLength: 256_000,
      prices: [30_000, 7_500, 150_000],
      sees: true,
      reasoning: HIDDEN,
    }),
    model({
      id: 'grok-4-fast-reasoning',
      aliases: ['grok-4-fast', 'grok-4-fast-reasoning-latest'],
      created: 1758240000,
      contextLength: 2_000_000,
      prices: [2_000, 500, 5_000],
      sees: true,
      reasoning: HIDDEN,
    }),
    model({
      id: 'grok-code-fast-1',
      aliases: ['grok-code-fast', 'grok-code-fast-1-0825'],
      created: 1755993600,
      contextLength: 256_000,
      prices: [2_000, 200, 15_000],
      search: 0,
      reasoning: { efforts: [], defaultEffort: null, shown: true },
    }),
    model({
      id: 'grok-3',
      aliases: ['grok-3-latest', 'grok-3-beta', 'grok-3-fast'],
      created: 1743724800,
      prices: [30_000, 7_500, 150_000],
      unsupported: ['presencePenalty', 'logitBias'],
    }),
    model({
      id: 'grok-3-mini',
      aliases: ['grok-3-mini-latest', 'grok-3-mini-beta', 'grok-3-mini-fast'],
      created: 1743724800,
      prices: [3_000, 750, 5_000],
      reasoning: { efforts: ['low', 'high'], defaultEffort: 'low', shown: true },
    }),
    ...CATALOG_ERA_A.models.filter((entry) => entry.id === 'grok-2-vision-1212'),
  ],
  imageModels: CATALOG_ERA_A.imageModels,
}
