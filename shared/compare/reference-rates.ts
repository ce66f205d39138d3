import { parseUsd, type Ticks } from '../money/ticks.ts'
import type { Rates } from '../pricing/price-schema.ts'

/** A price of the package: dollars for a million tokens, or that with tiers for longer prompts. */
type ListedPrice = { base: number; start: number | null; long: number | null }

const TOKENS_PER_PRICE = 1_000_000n

/**
 * Rates in ticks per token from prices as `@pydantic/genai-prices` lists them (`input_mtok`, `cache_read_mtok`,
 * `output_mtok`: dollars for 1,000,000 tokens). A tier there holds for the whole request when the prompt is longer
 * than `start`, which is our threshold of `start + 1`.
 *
 * A price is taken only when it is a whole number of ticks per token, else it is unknown. Without a cached price the
 * input price counts, as for our own models. Image tokens stay unknown: each vendor counts them in its own way.
 * Returns `null` for prices that cannot be told with one tier: then nothing may be shown.
 */
export function referenceRates(prices: Readonly<Record<string, unknown>>): Rates | null {
  const input = listedPrice(prices['input_mtok'])
  const output = listedPrice(prices['output_mtok'])
  const cached = prices['cache_read_mtok'] === undefined ? input : listedPrice(prices['cache_read_mtok'])
  if (input === null || output === null || cached === null) return null
  const starts = new Set([input, output, cached].flatMap(({ start }) => (start === null ? [] : [start])))
  if (starts.size > 1) return null
  const [start] = starts
  const rates = (pick: (price: ListedPrice) => number) => ({
    input: ticksPerToken(pick(input)),
    cachedInput: ticksPerToken(pick(cached)),
    imageInput: null,
    output: ticksPerToken(pick(output)),
  })
  return {
    ...rates(({ base }) => base),
    perSource: null,
    longContext:
      start === undefined ? null : { threshold: start + 1, ...rates(({ base, long }) => long ?? base) },
  }
}

function listedPrice(value: unknown): ListedPrice | null {
  if (typeof value === 'number') return { base: value, start: null, long: null }
  if (!isRecord(value) || typeof value['base'] !== 'number' || !Array.isArray(value['tiers'])) return null
  const [tier, ...others]: unknown[] = value['tiers']
  if (others.length > 0 || !isRecord(tier)) return null
  const { start, price } = tier
  if (typeof start !== 'number' || typeof price !== 'number') return null
  return { base: value['base'], start, long: price }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The shortest decimal that reads as this number is what was listed; it must come out in whole ticks. */
function ticksPerToken(usdPerMillion: number): Ticks | null {
  const ticks = usdPerMillion < 1e-6 && usdPerMillion !== 0 ? null : parseUsd(String(usdPerMillion))
  return ticks === null || ticks < 0n || ticks % TOKENS_PER_PRICE !== 0n ? null : ticks / TOKENS_PER_PRICE
}
