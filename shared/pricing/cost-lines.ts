import type { Ticks } from '../money/ticks.ts'
import type { TokenUsage } from '../usage/usage-schema.ts'
import type { CostLine } from './price-schema.ts'
import type { RateClasses } from './rates.ts'

/**
 * One line for each class of tokens that the request used: no class is counted twice, and classes without tokens
 * have no line, so they need no rate. Where the tokens or the rate are unknown the amount is `null`.
 */
export function tokenLines(usage: TokenUsage, rates: RateClasses): CostLine[] {
  return [...promptLines(usage, rates), ...outputLines(usage, rates)]
}

/**
 * Cached and image tokens are both parts of the prompt, and nothing tells whether they overlap. What is cached is the
 * beginning of a prompt, mostly text, so cached tokens are taken from the text first (reference 5.2).
 */
function promptLines(usage: TokenUsage, rates: RateClasses): CostLine[] {
  const prompt = counted(usage.promptTokens)
  const cached = Math.min(counted(usage.cachedTokens) ?? 0, prompt ?? Number.MAX_SAFE_INTEGER)
  const image = prompt === null ? 0 : Math.min(counted(usage.imageTokens) ?? 0, prompt - cached)
  return [
    ...lineOf('input', prompt === null ? null : prompt - cached - image, rates.input),
    ...lineOf('cached-input', cached, rates.cachedInput),
    ...lineOf('image-input', image, rates.imageInput),
  ]
}

/** Reasoning is billed as output (reference 5.2). What was billed is split; the visible answer is what remains. */
function outputLines(usage: TokenUsage, rates: RateClasses): CostLine[] {
  const output = counted(usage.billedOutputTokens)
  const told = counted(usage.reasoningTokens) ?? 0
  const reasoning = output === null ? told : Math.min(told, output)
  const answer = output === null ? counted(usage.answerTokens) : output - reasoning
  return [...lineOf('answer', answer, rates.output), ...lineOf('reasoning', reasoning, rates.output)]
}

/** A line of `count` units at `rate` ticks each; none when the count is 0. */
export function lineOf(kind: CostLine['kind'], count: number | null, rate: Ticks | null): CostLine[] {
  if (count === 0) return []
  const amount = count === null || rate === null ? null : BigInt(count) * rate
  return [{ kind, tokens: count, rate, amount }]
}

/** The count when it can be one; anything else is unknown. */
export function counted(count: number | null | undefined): number | null {
  return Number.isSafeInteger(count) && Number(count) >= 0 ? Number(count) : null
}

/** Sum of the known amounts, in ticks. */
export function sumOf(lines: readonly CostLine[]): Ticks {
  return lines.reduce((total, line) => total + (line.amount ?? 0n), 0n)
}
