import type { Ticks } from '../money/ticks.ts'
import type { TokenUsage } from '../usage/usage-schema.ts'
import { costOf, longContextFor } from './cost.ts'
import { counted, sumOf } from './cost-lines.ts'
import type { Cost, Rates } from './price-schema.ts'
import { withSurcharge } from './regional-surcharge.ts'

/** Why the bill is not what the counts and prices give. */
type DifferenceReason =
  | 'cached-input'
  | 'long-context'
  | 'priority-tier'
  | 'tools'
  | 'region'
  | 'another-model'
  | 'unknown'

/**
 * `delta` = billed - computed, in ticks. `proven`: the bill was computed again with this one thing changed, and comes
 * out to the tick; otherwise the reason only fits what is known.
 */
export type Difference =
  | { kind: 'equal'; delta: Ticks }
  | { kind: Exclude<DifferenceReason, 'unknown'>; delta: Ticks; proven: boolean }
  | { kind: 'unknown'; delta: Ticks }

export type BilledRequest = {
  /** What `costOf(usage, rates, {serviceTier})` gave. */
  computed: Cost
  /** `usage.cost_in_usd_ticks`. */
  billed: Ticks
  usage: TokenUsage
  rates: Rates
  serviceTier?: string | null
  /** Ids, with aliases already resolved: asking for an alias is not being served another model. */
  askedModel?: string | null
  servedModel?: string | null
  /** Rates of other models that may have answered, such as the one asked for; tried to the tick. */
  otherRates?: readonly Rates[]
}

/**
 * The most likely reason for a difference between bill and computed cost: each reason that can be computed is tried,
 * the surest first, and the first that gives the bill exactly is taken.
 */
export function explainDifference(request: BilledRequest): Difference {
  const delta = request.billed - request.computed.total
  if (delta === 0n) return { kind: 'equal', delta }
  const proven = WAYS.find(({ totals }) => totals(request).includes(request.billed))
  if (proven !== undefined) return { kind: proven.kind, delta, proven: true }
  if (couldBeCacheDiscount(request)) return { kind: 'cached-input', delta, proven: false }
  if (isToolPrice(delta)) return { kind: 'tools', delta, proven: false }
  const { askedModel = null, servedModel = null } = request
  return askedModel !== null && servedModel !== null && askedModel !== servedModel
    ? { kind: 'another-model', delta, proven: false }
    : { kind: 'unknown', delta }
}

type Way = { kind: Exclude<DifferenceReason, 'unknown'>; totals: (request: BilledRequest) => Ticks[] }

/** Every reason that can be computed, and what the bill would be if it were the one. */
const WAYS: readonly Way[] = [
  { kind: 'cached-input', totals: withoutCacheDiscount },
  { kind: 'long-context', totals: inTheOtherTier },
  { kind: 'priority-tier', totals: withTheOtherServiceTier },
  { kind: 'tools', totals: withoutTools },
  { kind: 'region', totals: atRegionalPrices },
  { kind: 'another-model', totals: atOtherRates },
]

/** Cached tokens billed like the others. */
function withoutCacheDiscount({ usage, rates, serviceTier = null }: BilledRequest): Ticks[] {
  return [costOf({ ...usage, cachedTokens: 0 }, rates, { serviceTier }).total]
}

/** The long-context price below its threshold, or the normal one above it. */
function inTheOtherTier({ usage, rates, computed, serviceTier = null }: BilledRequest): Ticks[] {
  if (rates.longContext === null) return []
  const longContext = computed.tier === 'standard' ? { ...rates.longContext, threshold: 1 } : null
  return [costOf(usage, { ...rates, longContext }, { serviceTier }).total]
}

function withTheOtherServiceTier({ usage, rates, serviceTier = null }: BilledRequest): Ticks[] {
  return [costOf(usage, rates, { serviceTier: serviceTier === 'priority' ? null : 'priority' }).total]
}

/** Tools or sources that were counted and not billed. */
function withoutTools({ computed }: BilledRequest): Ticks[] {
  const tools = toolLines(computed)
  return tools.length === 0 ? [] : [computed.total - sumOf(tools)]
}

function toolLines({ lines }: Cost): Cost['lines'] {
  return lines.filter(({ kind }) => kind === 'server-tool' || kind === 'search-source')
}

/** A regional address adds to the list's prices: to all of the bill, or to its tokens alone. */
function atRegionalPrices({ computed }: BilledRequest): Ticks[] {
  const flat = sumOf(toolLines(computed))
  const tokensOnly = withSurcharge(computed.total - flat).map((tokens) => tokens + flat)
  return computed.total === 0n ? [] : [...withSurcharge(computed.total), ...tokensOnly]
}

function atOtherRates({ usage, serviceTier = null, otherRates = [] }: BilledRequest): Ticks[] {
  const used = [usage.promptTokens, usage.billedOutputTokens].some((count) => (counted(count) ?? 0) > 0)
  return used ? otherRates.map((rates) => costOf(usage, rates, { serviceTier }).total) : []
}

/**
 * The API told no cache discount (reference 1: a cached price of 0), and the bill is lower by a whole number of ticks
 * for each cached token: then there is one.
 */
function couldBeCacheDiscount({ computed, billed, usage, rates }: BilledRequest): boolean {
  const used = longContextFor(usage, rates) ?? rates
  const cached = BigInt(counted(usage.cachedTokens) ?? 0)
  const saved = computed.total - billed
  if (cached === 0n || used.input === null || used.cachedInput !== used.input) return false
  return saved > 0n && saved % cached === 0n && saved / cached <= used.input
}

/** The cheapest tool is $2.50 for 1,000 calls, and the others cost a multiple of it (reference 8). */
const SMALLEST_TOOL_PRICE = 25_000_000n
/** More calls than this in one request are another story. */
const MOST_CALLS = 1_000n

function isToolPrice(delta: Ticks): boolean {
  return delta > 0n && delta % SMALLEST_TOOL_PRICE === 0n && delta / SMALLEST_TOOL_PRICE <= MOST_CALLS
}
