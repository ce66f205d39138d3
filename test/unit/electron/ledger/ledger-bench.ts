import { createAttemptLedger } from '../../../../electron/services/attempt-ledger.ts'
import { createBudgetGate } from '../../../../electron/services/budget-gate.ts'
import { createBudgetsService } from '../../../../electron/services/budgets.ts'
import { createExpectation } from '../../../../electron/services/expectation.ts'
import type { LedgerStore } from '../../../../electron/services/ledger-ports.ts'
import type { ExchangeEvent } from '../../../../shared/chat/exchange.ts'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import type { Attempt } from '../../../../shared/contract/attempt.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import type { BudgetState } from '../../../../shared/ledger/budget.ts'
import { sampleRates } from '../../../support/ledger-rows.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'

export const everything = { period: { from: null, to: null }, filter: { demo: false } }

/** What keeps the record and the budgets, on a ledger in memory, a manual clock, and a prompt of 100 tokens. */
export function ledgerBench(
  parts: { store?: (store: LedgerStore) => LedgerStore; answerTokens?: () => number } = {},
) {
  const memory = memoryLedger()
  const time = manualTime(Date.UTC(2026, 8, 15, 12))
  const told: BudgetState[] = []
  const bugs: unknown[] = []
  const common = { ...memory, clock: time.clock, utcOffset: () => 0, changed: () => {} }
  const gate = createBudgetGate(common)
  const target = sampleTarget()
  const budgets = createBudgetsService({
    ...common,
    store: memory.budgets,
    gate,
    unsaved: () => 0,
    connection: { target: async () => target },
    notify: (state) => told.push(state),
  })
  const attempts = createAttemptLedger({
    ...common,
    store: parts.store?.(memory.store) ?? memory.store,
    gate,
    expect: createExpectation({
      promptTokens: () => 100,
      likelyAnswer: () => ({ tokens: parts.answerTokens?.() ?? 0, from: 'assumed' }),
    }),
    schedule: time.schedule,
    reportBug: (_where, error) => bugs.push(error),
    spent: budgets.look,
  })
  const follow = (attemptId: string, conversationId = 'c1', protocol: Protocol = 'chat') =>
    attempts.follow({
      ...{ attemptId, conversationId, messageId: `m-${attemptId}`, target, protocol },
      ...{ model: 'grok-4', modelId: 'grok-4', parameters: {}, rates: sampleRates },
      ...{ thinks: false, prompt: { raw: 1, kind: 'prose' }, images: [] },
    })
  return { ...memory, time, told, bugs, gate, budgets, attempts, follow, target }
}

export function leaves(tryNumber: number, sinceMs = 0): ExchangeEvent {
  const at = Date.UTC(2026, 8, 15, 12) + sinceMs
  const request = { method: 'POST', url: 'https://api.x.ai/v1/chat/completions', headers: [], body: null }
  return { kind: 'leaves', at, sinceMs, tryNumber, ...request }
}

export function refusal(tryNumber: number, sinceMs: number, failure: Failure): ExchangeEvent {
  return { kind: 'refused', at: Date.UTC(2026, 8, 15, 12) + sinceMs, sinceMs, tryNumber, failure }
}

/** An answer as it is settled. */
export function settled(parts: Partial<Attempt> = {}, text = 'an answer') {
  const attempt: Attempt = {
    ...{ id: 'a', state: { kind: 'complete', finishReason: 'stop' }, askedModel: 'grok-4' },
    ...{ servedModel: 'grok-4-0709', host: 'api.x.ai', demo: false, startedAt: 0, retries: [] },
    ...{ serviceTier: null, firstTokenMs: 900, durationMs: 1900, requestId: 'req', usage: null },
    ...{ rates: sampleRates, ratesFor: 'served', computed: null },
    ...parts,
  }
  return { attempt, text, reasoning: '' }
}
