import type { Migration } from './migration.ts'

/**
 * `lists` is exact JSON, deflated: a reading is mostly the same field names over and over. The digests tell whether a
 * reading differs without opening the one before; they are null for a list that could not be read.
 */
const SCHEMA = `
  CREATE TABLE catalog_snapshot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    origin TEXT NOT NULL,
    key_mark TEXT,
    read_at INTEGER NOT NULL,
    models INTEGER NOT NULL,
    image_models INTEGER,
    language_digest TEXT NOT NULL,
    listed_digest TEXT,
    image_digest TEXT,
    lists BLOB NOT NULL
  ) STRICT;
  CREATE INDEX catalog_snapshot_of_origin ON catalog_snapshot (origin, id);

  -- A row stands where the prices of a model became different; it stays when its snapshot is thinned out.
  CREATE TABLE catalog_price (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    origin TEXT NOT NULL,
    model TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    prices TEXT
  ) STRICT;
  CREATE INDEX catalog_price_of_model ON catalog_price (origin, model, sequence);
`

export const catalogHistory: Migration = {
  version: 2,
  tables: ['catalog_snapshot', 'catalog_price'],
  up: (database) => database.exec(SCHEMA),
}
