import { useQuery } from '@tanstack/react-query'
import type { Rates } from '../../../shared/pricing/price-schema.ts'
import type { VendorModel } from './vendor-prices.ts'

export type ReferencePrices = {
  models: readonly VendorModel[]
  /** Rates that the package gives a Grok model of exactly this id. */
  grok: (id: string) => Rates | null
}

/**
 * The bundled prices of other vendors, as they hold today; `null` until they are wanted and loaded. They are about as
 * large as the whole first view, so nothing loads them before someone asks.
 */
export function useReferencePrices(wanted: boolean): ReferencePrices | null {
  const { data } = useQuery({
    queryKey: ['reference-prices'],
    queryFn: async (): Promise<ReferencePrices> => {
      const { vendorModels, grokReference } = await import('./vendor-prices.ts')
      const now = new Date()
      return { models: vendorModels(now), grok: (id) => grokReference(id, now) }
    },
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    // The answer holds a function, and nothing of it ever changes.
    structuralSharing: false,
  })
  return data ?? null
}
