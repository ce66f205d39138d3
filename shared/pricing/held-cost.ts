import type { ChatParameters } from '../chat/parameters.ts'
import { costOf } from './cost.ts'
import type { Rates } from './price-schema.ts'

type Held = {
  /** `null` = not known. */
  rates: Rates | null
  /** The model reasons, which no limit of the answer caps. */
  thinks: boolean
  parameters: Pick<ChatParameters, 'maxCompletionTokens' | 'n' | 'serviceTier'>
}

/**
 * What a request is held to cost before it is sent and while it is under way, in ticks: its prompt (images included),
 * and for each choice the longest answer that it allows, or where it says none, one as long as they usually are. Of a
 * model that thinks the limit caps only what is visible (reference 5.4): its answer is held to be as long as usual at
 * least. `0n` when its rates are not known. Budgets go by this, and the cost card tells of them by it.
 */
export function heldCost(
  { rates, thinks, parameters }: Held,
  tokens: { prompt: number; images: number; answer: number },
): bigint {
  if (rates === null) return 0n
  const cap = parameters.maxCompletionTokens ?? tokens.answer
  const output = (thinks ? Math.max(cap, tokens.answer) : cap) * (parameters.n ?? 1)
  const usage = {
    ...{ promptTokens: tokens.prompt, cachedTokens: 0, imageTokens: tokens.images },
    ...{ answerTokens: output, reasoningTokens: 0, billedOutputTokens: output },
    ...{ totalTokens: tokens.prompt + output, sources: null, serverToolCalls: null, billed: null },
  }
  return costOf(usage, rates, { serviceTier: parameters.serviceTier ?? null }).total
}
