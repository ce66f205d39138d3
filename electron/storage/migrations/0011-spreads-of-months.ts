import { monthStartSql, SPREADS_OF_MONTH } from '../ledger-sums.ts'
import { ledgerSpreads } from './ledger-rollups.ts'
import type { Migration } from './migration.ts'

const KEPT = 'state, model, key_id, protocol, connection, step'

/**
 * The histogram and the speeds of years are added up from months, as the totals are. The first months are made of the
 * days, not of the rows: some rows may have been let go.
 */
export const spreadsOfMonths: Migration = {
  version: 11,
  tables: [SPREADS_OF_MONTH.table],
  up: (database) => {
    database.exec(ledgerSpreads(SPREADS_OF_MONTH))
    database.exec(`INSERT INTO ${SPREADS_OF_MONTH.table} (measure, demo, day, ${KEPT}, requests)
      SELECT measure, demo, ${monthStartSql('day')} AS month, ${KEPT}, sum(requests) FROM ledger_spread
      GROUP BY measure, demo, month, ${KEPT}`)
  },
}
