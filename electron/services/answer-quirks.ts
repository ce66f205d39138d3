import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'

/** Looks at one answer as it comes, and says in short words what of its form was unusual. */
export type AnswerQuirks = { see(event: ExchangeEvent): void; of(attempt: Attempt): string[] }

const USAGE = /"(?:prompt_tokens|input_tokens)"\s*:/

/** A watch over the tries of one sending; each try that leaves begins anew. */
export function answerQuirks(): AnswerQuirks {
  let usages = 0
  return {
    see(event) {
      if (event.kind === 'leaves') usages = 0
      if (event.kind === 'event' && USAGE.test(event.data)) usages += 1
    },
    of({ state, usage, requestId, ratesFor }) {
      const isComplete = state.kind === 'complete'
      const found: [boolean, string][] = [
        [usages > 1, 'usage-repeated'],
        [isComplete && usage === null, 'no-usage'],
        [isComplete && usage !== null && usage.billed === null, 'no-bill'],
        [isComplete && requestId === null, 'no-request-id'],
        [ratesFor === 'instead', 'unlisted-model'],
      ]
      return found.filter(([holds]) => holds).map(([, quirk]) => quirk)
    },
  }
}
