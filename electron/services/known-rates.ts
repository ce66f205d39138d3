import { type Resolution, resolveModel } from '../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../shared/catalog/model.ts'
import { thinks } from '../../shared/catalog/thinks.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { Catalog } from '../../shared/contract/catalog.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import { ratesOf } from '../../shared/pricing/rates.ts'
import type { Target } from './ports.ts'

/** Ticks per token, `null` when unknown, and whose they are; the contract's `Attempt` says what each means. */
type KnownRates = Pick<Attempt, 'rates' | 'ratesFor'>

/** The rates for a request, by the name asked for and the name the server says it used, if it did yet. */
export type RatesFor = (asked: string, served: string | null) => KnownRates

/** grok-3-mini, asked with an effort, once answered as "grok-3-mini-high" (reference 5.1). */
const EFFORT = /-(?:minimal|low|medium|high)$/

/**
 * The rates in force for requests to `target`. A list of another server prices nothing here. An answer is priced by the
 * name of the model that gave it, exact or alias, and only when the list does not know that one by the name asked for
 * (reference 5.1), which is said in `ratesFor`.
 */
export function ratesFrom(catalog: Catalog, target: Target): RatesFor {
  const models = modelsOf(catalog, target)
  return (asked, served) => {
    const askedModel = modelOf(resolveModel(asked, models))
    const rates = askedModel && ratesOf(askedModel)
    if (served === null) return { rates, ratesFor: 'asked' }
    const servedModel = modelOf(resolveModel(served, models)) ?? withoutEffort(served, askedModel)
    if (servedModel !== null) return { rates: ratesOf(servedModel), ratesFor: 'served' }
    return { rates, ratesFor: 'instead' }
  }
}

/** The model asked for as the list of `target`'s own server names it, and what is known of it; an unknown name is its own. */
export function askedModel(
  catalog: Catalog,
  target: Target,
  name: string,
): { modelId: string; rates: Rates | null; thinks: boolean } {
  const model = modelOf(resolveModel(name, modelsOf(catalog, target)))
  return {
    modelId: model?.id ?? name,
    rates: model && ratesOf(model),
    thinks: model !== null && thinks(model),
  }
}

/** The models of the list that is of `target`'s own server; none when it is another's. */
export function modelsOf(catalog: Catalog, target: Target): readonly LanguageModel[] {
  return catalog.host === new URL(target.baseUrl).host ? catalog.models : []
}

/** Today's rates of a model by its id or an alias; `null` when the list does not know it. */
export function ratesByName({ models }: Catalog): (name: string) => Rates | null {
  return (name) => {
    const model = modelOf(resolveModel(name, models))
    return model && ratesOf(model)
  }
}

/** The model asked for, when `served` is its name with an effort. No other name is taken apart: it may be a new model. */
function withoutEffort(served: string, asked: LanguageModel | null): LanguageModel | null {
  const name = served.replace(EFFORT, '')
  return asked !== null && name !== served && (asked.id === name || asked.aliases.includes(name))
    ? asked
    : null
}

function modelOf(found: Resolution<LanguageModel>): LanguageModel | null {
  return found.kind === 'unknown' ? null : found.model
}
