import type { Migration } from './migration.ts'

/**
 * The table of requests is read in the order in which they were put on record: a clock that is set back must not put
 * new ones among old ones. An index ends in the sequence of its rows, so this one holds them in that order.
 */
export const ledgerSequence: Migration = {
  version: 10,
  tables: [],
  up: (database) => database.exec('CREATE INDEX ledger_in_order ON ledger (demo)'),
}
