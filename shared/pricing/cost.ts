import type { TokenUsage } from '../usage/usage-schema.ts'
import { counted, lineOf, sumOf, tokenLines } from './cost-lines.ts'
import type { Cost, CostLine, Rates } from './price-schema.ts'

export type { Cost } from './price-schema.ts'

/** $5 for 1,000 calls of a server-side tool (reference 5.2). */
const TICKS_PER_SERVER_TOOL_CALL = 50_000_000n

export type CostOptions = {
  /** The tier that the answer says it was served with, not the one that was asked for. */
  serviceTier?: string | null
}

/**
 * What a request costs by its token counts and rates, in ticks (reference 5.2). The sum of `lines` is `total`; a class
 * that was not used has no line. `complete` is false, and `total` means "at least", when a count or a rate that is
 * needed is unknown: the prompt, the output, and the rate of each class with tokens. Parts that an endpoint does not
 * tell of (cached, image and reasoning tokens, sources, tool calls) count as none, as in the reference's formula.
 *
 * - At or above the long-context threshold, cached tokens included, the long rates hold for the whole request.
 * - The priority tier doubles the price of tokens after the cache discount, in a line of its own. Tools and sources
 *   cost the same: docs.x.ai/developers/advanced-api-usage/priority-processing calls it a premium per token.
 */
export function costOf(usage: TokenUsage, rates: Rates, { serviceTier }: CostOptions = {}): Cost {
  const long = longContextFor(usage, rates)
  const tokens = tokenLines(usage, long ?? rates)
  const lines = [
    ...tokens,
    ...(serviceTier === 'priority' ? priorityLines(tokens) : []),
    ...lineOf('search-source', counted(usage.sources) ?? 0, rates.perSource ?? null),
    ...lineOf('server-tool', counted(usage.serverToolCalls) ?? 0, TICKS_PER_SERVER_TOOL_CALL),
  ]
  return {
    total: sumOf(lines),
    complete: lines.every((line) => line.amount !== null),
    tier: long === null ? 'standard' : 'long-context',
    lines,
  }
}

/** The long-context rates when they hold for this request. An unknown prompt is taken as short: "at least". */
export function longContextFor(usage: TokenUsage, { longContext }: Rates): Rates['longContext'] {
  const prompt = counted(usage.promptTokens)
  if (!longContext || longContext.threshold <= 0 || prompt === null) return null
  return prompt >= longContext.threshold ? longContext : null
}

function priorityLines(tokens: readonly CostLine[]): CostLine[] {
  const amount = sumOf(tokens)
  return amount === 0n ? [] : [{ kind: 'priority', tokens: null, rate: null, amount }]
}
