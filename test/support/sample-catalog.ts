import type { ImageModel, LanguageModel } from '../../shared/catalog/model.ts'
import type { Catalog, SingleModel } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'

const noPrices: LanguageModel['prices'] = {
  promptText: null,
  cachedPromptText: null,
  promptImage: null,
  completionText: null,
  promptTextLongContext: null,
  cachedPromptTextLongContext: null,
  completionTextLongContext: null,
  longContextThreshold: null,
  search: null,
}

type ModelParts = Omit<Partial<LanguageModel>, 'prices'> & { prices?: Partial<LanguageModel['prices']> }

/** A language model of which the API said nothing but its id, with what a test cares about put in. */
export function sampleModel(id: string, parts: ModelParts = {}): LanguageModel {
  return {
    id,
    aliases: [],
    created: null,
    ownedBy: 'xai',
    version: null,
    fingerprint: null,
    inputModalities: ['text'],
    outputModalities: ['text'],
    contextLength: null,
    reasoningEfforts: null,
    defaultReasoningEffort: null,
    raw: { id, object: 'model' },
    rawModel: null,
    ...parts,
    prices: { ...noPrices, ...parts.prices },
  }
}

/** Three models: one with every price, one without a discount or tier, one whose prices are unknown. */
export const sampleModels: LanguageModel[] = [
  sampleModel('grok-4.20-0309-reasoning', {
    aliases: ['grok-4.20', 'grok-4.20-latest'],
    created: 1_773_014_400,
    version: '1.0.0',
    fingerprint: 'fp_0aa5f3',
    inputModalities: ['text', 'image'],
    contextLength: 2_000_000,
    prices: {
      promptText: 12_500n,
      cachedPromptText: 2_000n,
      promptImage: 12_500n,
      completionText: 25_000n,
      promptTextLongContext: 25_000n,
      cachedPromptTextLongContext: 4_000n,
      completionTextLongContext: 50_000n,
      longContextThreshold: 200_000,
    },
  }),
  sampleModel('grok-3-mini', {
    aliases: ['grok-3-mini-latest'],
    created: 1_743_724_800,
    contextLength: 131_072,
    prices: {
      promptText: 3_000n,
      cachedPromptText: 750n,
      completionText: 5_000n,
      promptImage: 0n,
      longContextThreshold: 0,
    },
  }),
  sampleModel('grok-unpriced'),
]

const sampleImageModels: ImageModel[] = [
  {
    id: 'grok-2-image-1212',
    aliases: ['grok-2-image'],
    created: 1_736_726_400,
    ownedBy: 'xai',
    version: '1.0.0',
    fingerprint: 'fp_66ae39',
    inputModalities: ['text'],
    outputModalities: ['image'],
    maxPromptLength: 1024,
    imagePrice: 700_000_000n,
    pricing: [],
    raw: { id: 'grok-2-image-1212', image_price: 700_000_000 },
  },
]

/** A list read from the demo server at `readAt` (UTC ms), with what a test cares about put in. */
export function sampleCatalog(parts: Partial<Catalog> = {}): Catalog {
  return {
    host: '127.0.0.1:43110',
    demo: false,
    from: 'server',
    readAt: Date.now() - 3 * 60_000 - 1_000,
    models: sampleModels,
    imageModels: sampleImageModels,
    problems: [],
    failure: null,
    ...parts,
  }
}

/** What the server says of a model that it does not know. */
export function sampleSingleModel(name: string, parts: Partial<SingleModel> = {}): SingleModel {
  const failure = failureOf('model-not-found', { status: 404 })
  return {
    name,
    host: '127.0.0.1:43110',
    demo: false,
    readAt: Date.now(),
    language: { kind: 'failed', failure },
    listed: { kind: 'failed', failure },
    comparedWith: null,
    differences: [],
    ...parts,
  }
}
