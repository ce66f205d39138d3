import type { Migration } from './migration.ts'

/**
 * The table of requests is read by the time of the requests: an import brings old ones in behind new ones. The index
 * holds all that decides which rows are on a page, so that a page deep in a large ledger reads no row before it.
 */
export const ledgerOrder: Migration = {
  version: 7,
  tables: [],
  up: (database) =>
    database.exec(`
      DROP INDEX ledger_by_time;
      CREATE INDEX ledger_by_time ON ledger (demo, at);
    `),
}
