import type { Ticks } from '../money/ticks.ts'
import type { Rates } from '../pricing/price-schema.ts'

const classes = ['input', 'cachedInput', 'output'] as const
type ComparedClass = (typeof classes)[number]

/** One price that a reference gives and the live list gives differently; `longContext` tells in which tier. */
export type RateDifference = { name: ComparedClass; longContext: boolean; live: Ticks; reference: Ticks }

/**
 * Where a reference disagrees with the live list, which is the one that counts. Prices that one of the two does not
 * know are no disagreement, and tiers are compared only when both have one.
 */
export function rateDifferences(live: Rates, reference: Rates): RateDifference[] {
  const between = (one: RatesOfTier | null, other: RatesOfTier | null, longContext: boolean) =>
    classes.flatMap((name): RateDifference[] => {
      const [ours, theirs] = [one?.[name] ?? null, other?.[name] ?? null]
      if (ours === null || theirs === null || ours === theirs) return []
      return [{ name, longContext, live: ours, reference: theirs }]
    })
  return [...between(live, reference, false), ...between(live.longContext, reference.longContext, true)]
}

type RatesOfTier = Pick<Rates, ComparedClass>
