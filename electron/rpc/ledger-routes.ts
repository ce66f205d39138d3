import type { LedgerService } from '../services/ledger.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

export function ledgerRoutes({ ledger: os }: Implementer, ledger: LedgerService) {
  return os.router({
    names: os.names.handler(({ input }) => ledger.names(input.demo)),
    totals: os.totals.handler(({ input }) => ledger.totals(input)),
    chart: os.chart.handler(({ input: { grouping, span, ...query } }) => ledger.chart(query, grouping, span)),
    histogram: os.histogram.handler(({ input }) => ledger.histogram(input)),
    speeds: os.speeds.handler(({ input }) => ledger.speeds(input)),
    rows: os.rows.handler(({ input: { sort, offset, limit, ...query } }) =>
      ledger.rows(query, sort, offset, limit),
    ),
    whatIf: os.whatIf.handler(({ input: { instead, ...query } }) => ledger.whatIf(query, instead)),
    reconcile: os.reconcile.handler(({ input }) => ledger.reconcile(input)),
    correct: os.correct.handler(({ input }) => ledger.correct(input.id, input.billed)),
    export: os.export.handler(({ input }) => disposable(ledger.export(input))),
    chooseImport: os.chooseImport.handler(() => ledger.chooseImport()),
    import: os.import.handler(({ input }) => disposable(ledger.import(input.importId))),
    stopImport: os.stopImport.handler(({ input }) => {
      ledger.stopImport(input.importId)
      return {}
    }),
    events: os.events.handler(({ signal }) => disposable(ledger.events(signal))),
  })
}
