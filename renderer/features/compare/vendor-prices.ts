import { calcPrice, findProvider, type ModelInfo, type Provider } from '@pydantic/genai-prices'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import { referenceRates } from '../../../shared/compare/reference-rates.ts'
import type { Rates } from '../../../shared/pricing/price-schema.ts'

/** Vendors with prices of their own; the package also lists resellers of the same models. */
const VENDORS = [
  'openai',
  'anthropic',
  'google',
  'deepseek',
  'mistral',
  'moonshotai',
  'cohere',
  'zai',
  'minimax',
]
const XAI = 'x-ai'

export type VendorModel = {
  /** `rates.imageInput` is unknown: each vendor counts image tokens in its own way. */
  candidate: Candidate
  vendor: string
  /** Writing to the cache costs extra, which no rate here holds. */
  cacheWrites: boolean
  /** The price was taken at a time of day at which it holds; at others it differs. */
  timeOfDay: boolean
}

/**
 * Every current text model of the other vendors that is priced by input and output tokens, with the prices in force at
 * `at`. Vendors' own models only: what Google resells is left to its maker.
 */
export function vendorModels(at: Date): VendorModel[] {
  return VENDORS.flatMap((id) => {
    const provider = findProvider({ providerId: id })
    if (provider === undefined) return []
    return provider.models
      .filter(({ deprecated, id: model }) => deprecated !== true && !isResold(provider, model))
      .flatMap((model) => vendorModel(provider, model, at))
  })
}

function vendorModel(provider: Provider, model: ModelInfo, at: Date): VendorModel[] {
  const prices = pricesOf(provider.id, model.id, at)
  const rates = prices === null ? null : referenceRates(prices)
  if (prices === null || rates === null) return []
  return [
    {
      candidate: {
        name: `${provider.id}/${model.id}`,
        modelId: model.id,
        rates,
        contextLength: model.context_window ?? null,
        takesImages: null,
        source: 'reference',
      },
      vendor: provider.name,
      cacheWrites: Object.keys(prices).some((key) => key.startsWith('cache_write')),
      timeOfDay:
        Array.isArray(model.prices) &&
        model.prices.some(({ constraint }) => constraint?.type === 'time_of_date'),
    },
  ]
}

/** Rates that the package gives a Grok model of exactly this id; `null` when it does not know it. */
export function grokReference(id: string, at: Date): Rates | null {
  const prices = pricesOf(XAI, id, at)
  return prices === null ? null : referenceRates(prices)
}

/** The package also matches by parts of names; only an entry of exactly this id, or with it as a full name, counts. */
function pricesOf(providerId: string, id: string, timestamp: Date): Record<string, unknown> | null {
  const found = calcPrice({}, id, { providerId, timestamp })
  if (found === null || found.provider.id !== providerId) return null
  return found.model.id === id || fullNames(found.model.match).includes(id) ? found.model_price : null
}

function fullNames(match: ModelInfo['match']): string[] {
  if ('equals' in match) return [match.equals]
  return 'or' in match ? match.or.flatMap(fullNames) : []
}

function isResold({ id }: Provider, model: string): boolean {
  return id === 'google' && !model.startsWith('gemini')
}
