import { failureOf } from '../../shared/contract/failure.ts'
import type { Budget, BudgetState } from '../../shared/ledger/budget.ts'
import { levelOf, verdictOf } from '../../shared/ledger/budget-verdict.ts'
import { dayNumberAt, startOfNextSpan, startOfSpan } from '../../shared/ledger/calendar.ts'
import type { BudgetStore, LedgerReader } from './ledger-ports.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'
import { targetFacts } from './target-facts.ts'

/** What a request is held against. */
type GatedRequest = {
  attemptId: string
  conversationId: string | null
  target: Target
  expected: bigint
}

export type BudgetGate = {
  /** Throws `budget-reached`. Holds `expected` back until the returned function is called. */
  reserve(request: GatedRequest): () => void
  /** Where each budget that concerns such a request stands, `expected` included for those on single requests. */
  states(request: Omit<GatedRequest, 'attemptId'>): BudgetState[]
  /** The person's word: the request with this id may pass these budgets, once, until `until` (ms, monotonic). */
  allow(attemptId: string, budgetIds: readonly string[], until: number): void
}

export type BudgetGatePorts = {
  budgets: BudgetStore
  reader: Pick<LedgerReader, 'spend'>
  clock: Clock
  /** Minutes east of UTC at this time. */
  utcOffset: (at: number) => number
}

type Held = Omit<GatedRequest, 'attemptId'> & { facts: ReturnType<typeof targetFacts> }

/**
 * Stops a request before anything of it is written or sent. What requests under way are expected to cost counts as
 * spent, so that fast repeats and second windows cannot pass the limit by more than those cost beyond expectation. The
 * check and the reservation are one step: nothing else runs between them.
 */
export function createBudgetGate({ budgets, reader, clock, utcOffset }: BudgetGatePorts): BudgetGate {
  const held = new Set<Held>()
  const allowed = new Map<string, { budgetIds: ReadonlySet<string>; until: number }>()

  function stateOf(budget: Budget, request: Held): BudgetState | null {
    const subject = subjectOf(budget, request)
    if (subject === undefined || (budget.subject !== null && budget.subject !== subject)) return null
    const { facts } = request
    if (budget.scope === 'request') {
      const state = { budget, subject, spent: 0n, reserved: request.expected, atLeast: false }
      return { ...state, level: levelOf(budget, request.expected) }
    }
    const today = dayNumberAt(clock.now(), utcOffset(clock.now()))
    const span = daysOf(budget, today)
    const { ticks, atLeast } = reader.spend({
      ...{ demo: facts.demo, ...span },
      ...(budget.scope === 'key' ? { key: subject } : {}),
      ...(budget.scope === 'conversation' ? { conversationId: subject } : {}),
    })
    const reserved = [...held]
      .filter((other) => other.facts.demo === facts.demo && subjectOf(budget, other) === subject)
      .reduce((sum, { expected }) => sum + expected, 0n)
    return { budget, subject, spent: ticks, reserved, atLeast, level: levelOf(budget, ticks + reserved) }
  }
  function states(request: Omit<GatedRequest, 'attemptId'>): BudgetState[] {
    const whole = { ...request, facts: targetFacts(request.target) }
    return budgets.list().flatMap((budget) => stateOf(budget, whole) ?? [])
  }
  function isAllowed(attemptId: string, budget: Budget): boolean {
    const word = allowed.get(attemptId)
    return word !== undefined && word.until >= clock.monotonic() && word.budgetIds.has(budget.id)
  }

  return {
    states,
    reserve(request) {
      const broken = states(request).find(
        (state) =>
          verdictOf(state, request.expected) === 'stops' && !isAllowed(request.attemptId, state.budget),
      )
      if (broken) throw reached(broken, request.expected)
      allowed.delete(request.attemptId)
      const own: Held = { ...request, facts: targetFacts(request.target) }
      held.add(own)
      return () => held.delete(own)
    },
    allow(attemptId, budgetIds, until) {
      for (const [id, word] of allowed) if (word.until < clock.monotonic()) allowed.delete(id)
      allowed.set(attemptId, { budgetIds: new Set(budgetIds), until })
    },
  }
}

/** `undefined`: the budget does not concern this request. */
function subjectOf({ scope }: Budget, { conversationId, facts }: Held): string | null | undefined {
  if (scope === 'conversation') return conversationId ?? undefined
  return scope === 'key' ? facts.key : null
}

/** The numbers of the first and last day that count. */
function daysOf({ scope }: Budget, today: number): { first: number; last: number } {
  if (scope === 'conversation') return { first: -1_000_000, last: 1_000_000 }
  const span = scope === 'day' ? 'day' : 'month'
  return { first: startOfSpan(today, span), last: startOfNextSpan(today, span) - 1 }
}

function reached({ budget, subject, spent, reserved }: BudgetState, expected: bigint): ServiceFailure {
  return new ServiceFailure(
    failureOf('budget-reached', { budget: { budget, subject, spent, reserved, expected } }),
  )
}
