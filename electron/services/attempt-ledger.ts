import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { Schedule } from '../xai/wire-ports.ts'
import { answerQuirks } from './answer-quirks.ts'
import type { BudgetGate } from './budget-gate.ts'
import { closedRow, parametersHash, refusedRow } from './closed-row.ts'
import { estimatedUsage } from './estimated-usage.ts'
import type { Expect, ExpectedRequest } from './expectation.ts'
import type { ClosedRow, LedgerStore } from './ledger-ports.ts'
import { ServiceFailure } from './ports.ts'
import type { ReportBug } from './report-bug.ts'
import { targetFacts } from './target-facts.ts'

/** One answer that is about to be asked for. */
type FollowedRequest = ExpectedRequest & {
  /** The press: the same id for all its tries. */
  attemptId: string
  messageId: string | null
  protocol: string
  /** As it was asked for. */
  model: string
}

export type FollowedAttempt = {
  /** For `AnswerRequest.watch`: throws at `leaves` when the try cannot be put on record, so that it never leaves. */
  watch(event: ExchangeEvent): void
  /** The answer has ended as this says; closes what is open. Never throws, and only the first time counts. */
  settle(answer: { attempt: Attempt; text: string; reasoning: string }): void
}

export type AttemptLedger = {
  /** Throws `budget-reached`, naming the budget, before anything is written or sent. What it reserves ends with `settle`. */
  follow(request: FollowedRequest): FollowedAttempt
  /** How many requests have ended whose rows the disk refuses to close. */
  unsaved(): number
  /** Writes what could not be written; for the end of the app. */
  finish(): void
}

export type AttemptLedgerPorts = {
  store: LedgerStore
  gate: BudgetGate
  expect: Expect
  schedule: Schedule
  reportBug: ReportBug
  utcOffset: (at: number) => number
  /** Hears of every change on disk. */
  changed: () => void
  /** Hears of each request that has come to its end. Never throws. */
  spent?: (request: Pick<FollowedRequest, 'conversationId' | 'target'>) => void
}

const RETRY_MS = 5_000

/**
 * Puts every try on record: a row that is durable before the try leaves, and is closed once when its end is known. What
 * the disk refuses to close is kept and tried again; a row that stays open is `unknown` after a restart.
 */
export function createAttemptLedger(ports: AttemptLedgerPorts): AttemptLedger {
  const { store, gate, schedule, reportBug, changed } = ports
  const waiting = new Map<string, ClosedRow>()
  let isRetrying = false
  store.settlePending()

  function close(id: string, closed: ClosedRow): void {
    try {
      store.close(id, closed)
      waiting.delete(id)
      changed()
    } catch (error) {
      if (!(error instanceof ServiceFailure)) reportBug('ledger.close', error)
      const isNew = !waiting.has(id)
      waiting.set(id, closed)
      if (isNew) changed()
      retryLater()
    }
  }
  function closeWaiting(): void {
    for (const [id, closed] of [...waiting]) close(id, closed)
  }
  function retryLater(): void {
    if (isRetrying) return
    isRetrying = true
    schedule(RETRY_MS, () => {
      isRetrying = false
      closeWaiting()
    })
  }

  return {
    follow(request) {
      const expected = ports.expect(request)
      const release = gate.reserve({ ...request, expected: expected.held })
      const quirks = answerQuirks()
      let open: { id: string; sinceMs: number; waitedMs: number } | null = null
      let firstLeftMs: number | null = null
      let isAccepted = false
      let isSettled = false
      return {
        watch(event) {
          quirks.see(event)
          // A deferred answer is worked on from then on, whatever becomes of fetching it.
          if (event.kind === 'event' && request.protocol === 'deferred') isAccepted = true
          if (event.kind === 'leaves') {
            closeWaiting()
            const { sinceMs } = event
            firstLeftMs ??= sinceMs
            open = { id: `${request.attemptId}/${event.tryNumber}`, sinceMs, waitedMs: sinceMs - firstLeftMs }
            store.open({
              ...placeOf(request),
              id: open.id,
              tryNumber: event.tryNumber,
              ...timeOf(event.at, ports.utcOffset(event.at)),
            })
            changed()
          } else if (event.kind === 'refused' && open !== null) {
            close(open.id, refusedRow(event.failure, event.sinceMs - open.sinceMs))
            open = null
          }
        },
        settle({ attempt, text, reasoning }) {
          if (isSettled) return
          isSettled = true
          const estimate = () => estimatedUsage(expected, text, reasoning)
          if (open !== null) {
            const timed = since(attempt, open.waitedMs)
            close(open.id, closedRow(timed, { estimate, isAccepted }, quirks.of(attempt)))
          }
          release()
          ports.spent?.(request)
        },
      }
    },
    unsaved: () => waiting.size,
    finish: closeWaiting,
  }
}

function placeOf(request: FollowedRequest) {
  const { attemptId, conversationId, messageId, protocol, model, rates, parameters, target } = request
  return {
    ...{ attemptId, conversationId, messageId, protocol, rates },
    ...{ askedModel: model, parametersHash: parametersHash(parameters) },
    ...targetFacts(target),
  }
}

function timeOf(at: number, utcOffset: number): { at: number; utcOffset: number } {
  return { at: Math.round(at), utcOffset }
}

/** Times of the try itself, which left `waitedMs` after the first: the attempt counts from that, waits included. */
function since(attempt: Attempt, waitedMs: number): Attempt {
  const { firstTokenMs, durationMs } = attempt
  return {
    ...attempt,
    firstTokenMs: firstTokenMs === null ? null : Math.max(0, firstTokenMs - waitedMs),
    durationMs: durationMs === null ? null : Math.max(0, durationMs - waitedMs),
  }
}
