import { implement } from '@orpc/server'
import type { Budgets } from '../../shared/contract/budgets.ts'
import type { DataCare } from '../../shared/contract/care.ts'
import { contract } from '../../shared/contract/index.ts'
import type { LedgerChart } from '../../shared/ledger/chart-schema.ts'
import { noTotals } from '../../shared/ledger/ledger-totals.ts'
import type { FakeHandlers } from './fake-handlers.ts'

const nothing: Budgets = {
  demo: false,
  unsaved: 0,
  today: { ticks: 0n, atLeast: false },
  month: { ticks: 0n, atLeast: false },
  projection: null,
  budgets: [],
}
const care: DataCare = {
  databaseBytes: 4096,
  ledgerRows: 0,
  conversations: 0,
  backups: [],
  damagedFiles: [],
  retention: { days: null, rows: null },
}
const emptyChart: LedgerChart = { grouping: 'none', span: 'day', groups: [], bars: [], totals: noTotals() }
const none = { measured: 0, added: 0, known: 0, refused: 0 }

/** An empty ledger without budgets, and a data folder in order. */
export function ledgerAnswers(): Pick<FakeHandlers, 'budgets' | 'care' | 'ledger'> {
  return {
    budgets: {
      read: () => nothing,
      save: () => nothing,
      remove: () => nothing,
      preview: () => [],
      allowOnce: () => ({}),
    },
    care: {
      read: () => care,
      backUpNow: () => care,
      restore: () => ({}),
      setRetention: () => ({ removed: 0, care }),
      deleteAll: () => ({}),
      openDataFolder: () => ({}),
    },
    ledger: {
      names: () => ({ models: [], keys: [], protocols: [], connections: [], days: null, rowsFrom: null }),
      totals: noTotals,
      chart: ({ grouping }) => ({ ...emptyChart, grouping }),
      histogram: () => ({ bins: [], unknown: 0 }),
      speeds: () => [],
      rows: () => ({ total: 0, rows: [] }),
      whatIf: () => ({
        ...{ requests: 0, leftOut: 0, actual: 0n, instead: 0n, difference: 0n },
        ...{ percent: null, longContext: 0, complete: true },
      }),
      reconcile: ({ period }) => ({
        ...{ read: 'number', period, provider: 0n, ours: 0n, difference: 0n, tolerance: 0n },
        ...{ verdict: 'matched', unknown: 0, estimated: 0, lines: [], reasons: [] },
      }),
      correct: ({ id }) => ({ id }),
      export: async function* () {
        yield { kind: 'declined' }
      },
      chooseImport: () => null,
      import: async function* () {
        const { added, known, refused } = none
        yield {
          kind: 'done',
          stopped: false,
          added,
          known,
          refused,
          byReason: {},
          refusals: [],
          totals: noTotals(),
          fileTotals: null,
        }
      },
      stopImport: () => ({}),
      events: async function* (_input, signal) {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve))
        yield* []
      },
    },
  }
}

/** The same calls over the real contract. */
export function ledgerRouter(on: Pick<FakeHandlers, 'budgets' | 'care' | 'ledger'>) {
  const os = implement(contract)
  const { budgets, care: data, ledger } = os
  return {
    budgets: {
      read: budgets.read.handler(({ input, signal }) => on.budgets.read(input, signal)),
      save: budgets.save.handler(({ input, signal }) => on.budgets.save(input, signal)),
      remove: budgets.remove.handler(({ input, signal }) => on.budgets.remove(input, signal)),
      preview: budgets.preview.handler(({ input, signal }) => on.budgets.preview(input, signal)),
      allowOnce: budgets.allowOnce.handler(({ input, signal }) => on.budgets.allowOnce(input, signal)),
    },
    care: {
      read: data.read.handler(({ input, signal }) => on.care.read(input, signal)),
      backUpNow: data.backUpNow.handler(({ input, signal }) => on.care.backUpNow(input, signal)),
      restore: data.restore.handler(({ input, signal }) => on.care.restore(input, signal)),
      setRetention: data.setRetention.handler(({ input, signal }) => on.care.setRetention(input, signal)),
      deleteAll: data.deleteAll.handler(({ input, signal }) => on.care.deleteAll(input, signal)),
      openDataFolder: data.openDataFolder.handler(({ input, signal }) =>
        on.care.openDataFolder(input, signal),
      ),
    },
    ledger: {
      names: ledger.names.handler(({ input, signal }) => on.ledger.names(input, signal)),
      totals: ledger.totals.handler(({ input, signal }) => on.ledger.totals(input, signal)),
      chart: ledger.chart.handler(({ input, signal }) => on.ledger.chart(input, signal)),
      histogram: ledger.histogram.handler(({ input, signal }) => on.ledger.histogram(input, signal)),
      speeds: ledger.speeds.handler(({ input, signal }) => on.ledger.speeds(input, signal)),
      rows: ledger.rows.handler(({ input, signal }) => on.ledger.rows(input, signal)),
      whatIf: ledger.whatIf.handler(({ input, signal }) => on.ledger.whatIf(input, signal)),
      reconcile: ledger.reconcile.handler(({ input, signal }) => on.ledger.reconcile(input, signal)),
      correct: ledger.correct.handler(({ input, signal }) => on.ledger.correct(input, signal)),
      export: ledger.export.handler(({ input, signal }) => on.ledger.export(input, signal)),
      chooseImport: ledger.chooseImport.handler(({ input, signal }) => on.ledger.chooseImport(input, signal)),
      import: ledger.import.handler(({ input, signal }) => on.ledger.import(input, signal)),
      stopImport: ledger.stopImport.handler(({ input, signal }) => on.ledger.stopImport(input, signal)),
      events: ledger.events.handler(({ input, signal }) => on.ledger.events(input, signal)),
    },
  }
}
