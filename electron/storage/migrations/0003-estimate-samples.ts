import type { Migration } from './migration.ts'

/** Tokens are whole numbers; `at` is UTC ms and only told, the order is by `sequence`. */
const SCHEMA = `
  CREATE TABLE estimate_sample (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    origin TEXT NOT NULL,
    model TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    raw INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    actual INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX estimate_sample_of_model ON estimate_sample (origin, model, source, kind, sequence);
`

export const estimateSamples: Migration = {
  version: 3,
  tables: ['estimate_sample'],
  up: (database) => database.exec(SCHEMA),
}
