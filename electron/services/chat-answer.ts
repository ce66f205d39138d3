import { assertNever } from '../../shared/assert-never.ts'
import { type Protocol, usageApiOf } from '../../shared/chat/protocol.ts'
import type { Attempt, AttemptState } from '../../shared/contract/attempt.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { MOST_SOURCES } from '../../shared/contract/message.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { readUsage, type TokenUsage } from '../../shared/usage/token-usage.ts'
import { type Choice, createChoices, type GrowingPart } from './answer-choices.ts'
import type { PendingAnswer } from './chat-rows.ts'
import type { RatesFor } from './known-rates.ts'
import type { AnswerHeaders, ChatPart, Clock } from './ports.ts'

/** How a stream came to its end, as seen from outside; what it means depends on what had come by then. */
export type Ending =
  | { kind: 'ran-out' }
  | { kind: 'stopped' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'app-ended' }

export type Answer = {
  message(): PendingAnswer
  /** A try is leaving: times count from the first one. */
  leaves(): void
  /** What the part changed: text that grows, facts that a person sees, or nothing to show yet. */
  accept(part: ChatPart): 'text' | 'facts' | 'nothing'
  settle(ending: Ending): PendingAnswer
  /** Takes a part of an answer that was stopped and is read on: it may hold the bill, its text is not wanted. */
  overhear(part: ChatPart): void
  /** After the last of those: with the bill, when the server came to its end; else as it was settled. */
  settleHeard(): PendingAnswer
  /** The choices beside the first; empty unless several were asked for. */
  others(): Choice[]
}

type AnswerPorts = {
  clock: Clock
  protocol: Protocol
  /** From the catalog as it was when the request left. */
  ratesFor: RatesFor
}

/**
 * Builds one answer from the parts of its stream. `pending` is the message as it was written before sending. Durations
 * are ms of the monotonic clock since the first try left: what the app does before is no time of the server's.
 */
export function createAnswer(pending: PendingAnswer, { clock, protocol, ratesFor }: AnswerPorts): Answer {
  let sentAt = clock.monotonic()
  let hasLeft = false
  const elapsed = () => Math.max(0, clock.monotonic() - sentAt)
  const choices = createChoices()
  let attempt = pending.attempt
  let limits = pending.limits
  let { sources } = pending
  /** As it was last told; `attempt.usage` leaves out what more text has made of it since. */
  let usage: TokenUsage | null = null
  let end: { finishReason: string | null } | null = null

  const message = (): PendingAnswer => ({ ...pending, ...choices.first(), limits, sources, attempt })

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
        limits = limitsIn(part.headers)
        attempt = { ...attempt, requestId: part.headers.requestId }
        return 'facts'
      case 'served-model': {
        const first = attempt.servedModel === null
        attempt = { ...attempt, servedModel: part.model, ...ratesFor(attempt.askedModel, part.model) }
        return first ? 'facts' : 'nothing'
      }
      case 'text':
      case 'refusal':
      case 'reasoning':
      case 'tool-call':
        return grow(part)
      case 'usage':
        // Era A repeats it on every chunk with growing counts: the last holds, they are never added up.
        usage = readUsage(usageApiOf(protocol), part.raw) ?? usage
        attempt = { ...attempt, usage }
        return 'nothing'
      case 'sources':
        // Each once: a response names them as they come and all of them at its end.
        sources = [...new Set([...sources, ...part.urls])].slice(0, MOST_SOURCES)
        return 'nothing'
      case 'end':
        end = { finishReason: part.finishReason }
        return 'nothing'
      case 'deferred':
      case 'answer-id':
      case 'choice-end':
        return 'nothing'
      default:
        return assertNever(part)
    }
  }

  function grow(part: GrowingPart): 'text' | 'facts' | 'nothing' {
    if (!choices.accept(part)) return 'nothing'
    attempt = outgrown(attempt)
    if (part.kind === 'tool-call') return part.choice === 0 ? 'facts' : 'nothing'
    if (part.kind === 'reasoning') return part.choice === 0 ? 'text' : 'nothing'
    if (attempt.firstTokenMs === null) {
      attempt = { ...attempt, firstTokenMs: elapsed() }
      return 'facts'
    }
    return part.choice === 0 ? 'text' : 'nothing'
  }

  function settle(ending: Ending): PendingAnswer {
    const state = stateAfter(ending, end, choices.any())
    const settled = { ...attempt, state, durationMs: elapsed() }
    attempt =
      state.kind === 'complete' ? priced({ ...settled, usage }, true) : priced(unconfirmed(settled), false)
    return message()
  }

  function overhear(part: ChatPart): void {
    if ('choice' in part || part.kind === 'retry' || part.kind === 'sources') return
    const before = { state: attempt.state, usage: attempt.usage }
    apply(part)
    attempt = { ...attempt, ...before }
  }

  function settleHeard(): PendingAnswer {
    if (end !== null && usage !== null) attempt = priced({ ...attempt, usage }, true)
    return message()
  }

  function leaves(): void {
    if (!hasLeft) sentAt = clock.monotonic()
    hasLeft = true
  }

  return { message, leaves, accept, settle, overhear, settleHeard, others: choices.others }
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

/**
 * Usage that was told before text that came counts none of it: Messages tells its input first, with an output of 0
 * (reference 6.1). Where each chunk holds its own, it comes behind the text of its chunk (reference 5.3).
 */
function outgrown(attempt: Attempt): Attempt {
  const { usage } = attempt
  if (usage === null || usage.billedOutputTokens === null) return attempt
  const unknown = { answerTokens: null, reasoningTokens: null, billedOutputTokens: null, totalTokens: null }
  return { ...attempt, usage: { ...usage, ...unknown } }
}

/** `whole`: the usage counts the whole answer. */
function priced(attempt: Attempt, whole: boolean): Attempt {
  const { usage, rates, ratesFor, serviceTier } = attempt
  if (usage === null || rates === null) return { ...attempt, computed: null }
  const computed = costOf(usage, rates, { serviceTier })
  const complete = computed.complete && whole && ratesFor !== 'instead'
  return { ...attempt, computed: { ...computed, complete } }
}

function limitsIn(headers: AnswerHeaders): PendingAnswer['limits'] {
  const { requestId: _, ...limits } = headers
  return Object.values(limits).every((value) => value === null) ? null : limits
}
