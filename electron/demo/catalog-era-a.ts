import type { DemoCatalog, DemoModel } from './demo-model.ts'
import { hexOf } from './stable-hash.ts'

const DECEMBER_2024 = 1733961600

function grok2(
  part: Pick<DemoModel, 'id' | 'aliases' | 'version' | 'contextLength'>,
  sees: boolean,
): DemoModel {
  return {
    ...part,
    fingerprint: `fp_${hexOf(part.id, 10)}`,
    created: DECEMBER_2024,
    inputModalities: sees ? ['text', 'image'] : ['text'],
    prices: {
      prompt: 20_000,
      cachedPrompt: null,
      promptImage: sees ? 20_000 : 0,
      completion: 100_000,
      search: null,
      longContext: null,
    },
    reasoning: null,
    unsupported: ['logitBias'],
    hiddenPromptTokens: 7,
  }
}

/** Early 2025: the grok-2 family, no cached price (reference 2.1, 8). */
export const CATALOG_ERA_A: DemoCatalog = {
  models: [
    grok2(
      { id: 'grok-2-1212', aliases: ['grok-2', 'grok-2-latest'], version: '1.0.0', contextLength: 131_072 },
      false,
    ),
    grok2({ id: 'grok-2-vision-1212', aliases: [], version: '0.1.0', contextLength: 32_768 }, true),
  ],
  imageModels: [
    {
      id: 'grok-2-image',
      aliases: [],
      fingerprint: `fp_${hexOf('grok-2-image', 10)}`,
      created: 1738961600,
      maxPromptLength: 1024,
      imagePrice: 700_000_000,
      pricing: [],
    },
  ],
}
