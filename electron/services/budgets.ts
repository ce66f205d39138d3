import type { Budgets } from '../../shared/contract/budgets.ts'
import type { Budget, BudgetState } from '../../shared/ledger/budget.ts'
import { dayNumberAt, dayOf, startOfNextSpan, startOfSpan } from '../../shared/ledger/calendar.ts'
import { projectSpend } from '../../shared/ledger/projection.ts'
import type { BudgetGate } from './budget-gate.ts'
import type { BudgetStore, LedgerReader } from './ledger-ports.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'

export type BudgetsPorts = {
  store: BudgetStore
  reader: LedgerReader
  gate: BudgetGate
  connection: { target(): Promise<Target> }
  /** Requests that have ended and are not yet on disk. */
  unsaved: () => number
  clock: Clock
  utcOffset: (at: number) => number
  /** Tells the person outside the window. Called once for each threshold of a budget in its span. */
  notify: (state: BudgetState) => void
  /** Tells the page that something is to be read again. */
  changed: () => void
}

/** See the contract; every call throws what storing throws. */
export type BudgetsService = {
  read(): Promise<Budgets>
  save(budget: Budget): Promise<Budgets>
  remove(id: string): Promise<Budgets>
  preview(asked: { conversationId: string | null; expected: bigint }): Promise<BudgetState[]>
  allowOnce(word: { requestId: string; budgetIds: readonly string[] }): void
  /** Something was spent: tells of thresholds that it passed. Never throws. */
  look(request: { conversationId: string | null; target: Target }): void
}

/** How far back days tell what the next will be like. */
const DAYS_LOOKED_AT = 28
const WORD_HOLDS_MS = 60_000

/** Budgets with what counts against them, in ticks and days of the local calendar. */
export function createBudgetsService(ports: BudgetsPorts): BudgetsService {
  const { store, reader, gate, connection, clock, utcOffset, changed } = ports
  const today = () => dayNumberAt(clock.now(), utcOffset(clock.now()))

  async function read(): Promise<Budgets> {
    const target = await connection.target()
    const { demo } = target
    const day = today()
    const month = { first: startOfSpan(day, 'month'), last: startOfNextSpan(day, 'month') - 1 }
    const spentThisMonth = reader.spend({ demo, ...month })
    return {
      demo,
      today: reader.spend({ demo, first: day, last: day }),
      month: spentThisMonth,
      projection: projectSpend(spentThisMonth.ticks, recentDays(demo, day), month.last - day),
      budgets: gate.states({ conversationId: null, target, expected: 0n }),
      unsaved: ports.unsaved(),
    }
  }
  /** Full days before today, from the first that has a request on. */
  function recentDays(demo: boolean, day: number): bigint[] {
    const found = reader.spendByDay({ demo, first: day - DAYS_LOOKED_AT, last: day - 1 })
    const spent = new Map(found.map((one) => [one.day, one.ticks]))
    const first = found[0]?.day ?? day
    return Array.from({ length: day - first }, (_, index) => spent.get(first + index) ?? 0n)
  }

  return {
    read,
    async save(budget) {
      store.save(budget)
      changed()
      return read()
    },
    async remove(id) {
      store.remove(id)
      changed()
      return read()
    },
    async preview({ conversationId, expected }) {
      return gate.states({ conversationId, target: await connection.target(), expected })
    },
    allowOnce: ({ requestId, budgetIds }) =>
      gate.allow(requestId, budgetIds, clock.monotonic() + WORD_HOLDS_MS),
    look(request) {
      try {
        tell(request)
      } catch (error) {
        // What the disk refuses costs one notice; the request that it was about is done.
        if (!(error instanceof ServiceFailure)) throw error
      }
    },
  }

  function tell({ conversationId, target }: { conversationId: string | null; target: Target }): void {
    for (const state of gate.states({ conversationId, target, expected: 0n })) {
      if (state.level === 'ok' || state.budget.scope === 'request') continue
      const span = spanName(state, today())
      if (store.notice(state.budget.id, span, state.level)) ports.notify(state)
    }
  }
}

/** What a threshold is told of once: this day, this month, or for ever; and whose it is. */
function spanName({ budget: { scope }, subject }: BudgetState, day: number): string {
  const when = scope === 'day' ? dayOf(day) : scope === 'conversation' ? 'always' : dayOf(day).slice(0, 7)
  return `${when} ${subject ?? ''}`
}
