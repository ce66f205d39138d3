import { resolveModel } from '../../shared/catalog/alias.ts'
import type { Catalog } from '../../shared/contract/catalog.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import { ratesOf } from '../../shared/pricing/rates.ts'
import type { Target } from './ports.ts'

/**
 * The rates in force for a request to `target`, by model name or alias: ticks per token, `null` for a model that the
 * list does not know. A list of another server prices nothing here.
 */
export function ratesFrom(catalog: Catalog, target: Target): (model: string) => Rates | null {
  const models = catalog.host === new URL(target.baseUrl).host ? catalog.models : []
  return (name) => {
    const found = resolveModel(name, models)
    return found.kind === 'unknown' ? null : ratesOf(found.model)
  }
}
