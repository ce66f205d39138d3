import { assertNever } from '../../shared/assert-never.ts'
import type { Attempt, AttemptState, Message } from '../../shared/contract/chat.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { readUsage } from '../../shared/usage/token-usage.ts'
import type { RatesFor } from './known-rates.ts'
import type { ChatPart, Clock } from './ports.ts'

/** How a stream came to its end, as seen from outside; what it means depends on what had come by then. */
export type Ending =
  | { kind: 'ran-out' }
  | { kind: 'stopped' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'app-ended' }

export type Answer = {
  message(): Message
  /** What the part changed: text that grows, facts that a person sees, or nothing to show yet. */
  accept(part: ChatPart): 'text' | 'facts' | 'nothing'
  settle(ending: Ending): Message
}

type AnswerPorts = {
  clock: Clock
  /** From the catalog as it was when the request left. */
  ratesFor: RatesFor
}

/**
 * Builds one answer from the parts of its stream. `pending` is the message as it was written before sending; its
 * attempt's times start now. Durations are ms of the monotonic clock.
 */
export function createAnswer(
  pending: Message & { attempt: Attempt },
  { clock, ratesFor }: AnswerPorts,
): Answer {
  const sentAt = clock.monotonic()
  const elapsed = () => Math.max(0, clock.monotonic() - sentAt)
  let text = pending.text
  let reasoning = pending.reasoning
  let attempt = pending.attempt
  let end: { finishReason: string | null } | null = null

  const message = (): Message => ({ ...pending, text, reasoning, attempt })

  function accept(part: ChatPart): 'text' | 'facts' | 'nothing' {
    // Of a try that was refused nothing has come yet.
    const began = attempt.state.kind === 'pending' && part.kind !== 'retry'
    if (began) attempt = { ...attempt, state: { kind: 'streaming' } }
    const shown = apply(part)
    return began ? 'facts' : shown
  }

  function apply(part: ChatPart): 'text' | 'facts' | 'nothing' {
    switch (part.kind) {
      case 'retry':
        attempt = { ...attempt, retries: [...attempt.retries, part.retry] }
        return 'facts'
      case 'service-tier':
        attempt = { ...attempt, serviceTier: part.tier }
        return 'nothing'
      case 'headers':
        attempt = { ...attempt, requestId: part.headers.requestId }
        return 'facts'
      case 'served-model': {
        const first = attempt.servedModel === null
        attempt = { ...attempt, servedModel: part.model, ...ratesFor(attempt.askedModel, part.model) }
        return first ? 'facts' : 'nothing'
      }
      case 'text': {
        if (part.text === '') return 'nothing'
        text += part.text
        if (attempt.firstTokenMs !== null) return 'text'
        attempt = { ...attempt, firstTokenMs: elapsed() }
        return 'facts'
      }
      case 'reasoning':
        reasoning += part.text
        return 'text'
      case 'usage':
        // Era A repeats it on every chunk with growing counts: the last holds, they are never added up.
        attempt = { ...attempt, usage: readUsage('chat', part.raw) ?? attempt.usage }
        return 'nothing'
      case 'deferred':
      case 'answer-id':
      case 'refusal':
      case 'tool-call':
      case 'choice-end':
        return 'nothing'
      case 'end':
        end = { finishReason: part.finishReason }
        return 'nothing'
      default:
        return assertNever(part)
    }
  }

  function settle(ending: Ending): Message {
    const state = stateAfter(ending, end, text !== '' || reasoning !== '')
    const settled = { ...attempt, state, durationMs: elapsed() }
    attempt = state.kind === 'complete' ? priced(settled) : priced(unconfirmed(settled))
    return message()
  }

  return { message, accept, settle }
}

/** The server's own word that it was finished outweighs whatever happened after it (reliability B6, case 10). */
function stateAfter(
  ending: Ending,
  end: { finishReason: string | null } | null,
  hasText: boolean,
): AttemptState {
  if (end !== null) return { kind: 'complete', finishReason: end.finishReason }
  switch (ending.kind) {
    case 'stopped':
      return { kind: 'stopped' }
    case 'app-ended':
      return { kind: 'unknown' }
    case 'failed':
      return { kind: hasText ? 'cut-off' : 'failed', failure: ending.failure }
    case 'ran-out':
      return { kind: hasText ? 'cut-off' : 'failed', failure: failureOf('cut-off') }
    default:
      return assertNever(ending)
  }
}

/** Usage seen before the end counts only what had been made by then, so it is no bill (reliability B3). */
function unconfirmed(attempt: Attempt): Attempt {
  return { ...attempt, usage: attempt.usage && { ...attempt.usage, billed: null } }
}

function priced(attempt: Attempt): Attempt {
  const { usage, rates, ratesFor, serviceTier, state } = attempt
  if (usage === null || rates === null) return { ...attempt, computed: null }
  const computed = costOf(usage, rates, { serviceTier })
  const complete = computed.complete && state.kind === 'complete' && ratesFor !== 'instead'
  return { ...attempt, computed: { ...computed, complete } }
}
