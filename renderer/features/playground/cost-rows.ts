import type { Ticks } from '../../../shared/money/ticks.ts'
import { COST_KINDS } from '../../../shared/pricing/cost-kinds.ts'
import type { Cost, CostLine } from '../../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../../shared/usage/usage-schema.ts'

/** One row of the table. `tokens`, `rate` (ticks each) and `amount` (ticks) are `null` when unknown. */
export type CostRow = {
  kind: CostLine['kind']
  tokens: number | null
  rate: Ticks | null
  amount: Ticks | null
}

/** The classes that are always shown, in this order, so that a zero is seen to be a zero. */
const ALWAYS = ['input', 'cached-input', 'answer', 'reasoning'] as const

/**
 * The rows of the bill: each line of the computed cost, and the four token classes even when they were not used. A
 * class that the API told as 0 costs 0; one it did not tell of has no count. The amounts sum to the cost's total.
 */
export function costRows(usage: TokenUsage, cost: Cost | null): CostRow[] {
  const lines: readonly CostRow[] = cost?.lines ?? []
  const shown = ALWAYS.filter((kind) => lines.every((line) => line.kind !== kind))
  const rest = shown.map((kind): CostRow => {
    const tokens = tokensOf(usage, kind)
    return { kind, tokens, rate: null, amount: tokens === 0 && cost !== null ? 0n : null }
  })
  return [...lines, ...rest].sort((a, b) => COST_KINDS.indexOf(a.kind) - COST_KINDS.indexOf(b.kind))
}

/** Nothing that was used has a price: a sum of nothing known is not an amount, not even a least one. */
export function isUnpriced({ complete, lines }: Cost): boolean {
  return !complete && lines.every(({ amount }) => amount === null || amount === 0n)
}

/** The prompt's own row holds what is neither cached nor an image, as in the computed cost (reference 5.2). */
function tokensOf(usage: TokenUsage, kind: (typeof ALWAYS)[number]): number | null {
  switch (kind) {
    case 'input': {
      const { promptTokens, cachedTokens, imageTokens } = usage
      return promptTokens === null
        ? null
        : Math.max(0, promptTokens - (cachedTokens ?? 0) - (imageTokens ?? 0))
    }
    case 'cached-input':
      return usage.cachedTokens
    case 'answer':
      return usage.answerTokens
    case 'reasoning':
      return usage.reasoningTokens
  }
}
