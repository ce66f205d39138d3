import type { DatabaseSync } from 'node:sqlite'

/**
 * One step of the schema. `up` runs inside a transaction that also sets `user_version`; once released it is never
 * edited, a change is the next number. `tables` are the ones it adds: a database that lacks one of them is damaged.
 */
export type Migration = {
  version: number
  tables: readonly string[]
  up(database: DatabaseSync): void
  /** Runs after the rows of `tables` were copied into a database that this step made: what is derived begins anew. */
  copied?(database: DatabaseSync): void
}
