import type { Migration } from './migration.ts'

/**
 * Several connections with a key each. What was there before becomes the first of them: its base URL, if one was set,
 * and every key, each still bound to the origin it was entered for. Sealed keys are moved as they are.
 */
const SCHEMA = `
  CREATE TABLE connection (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    service TEXT NOT NULL,
    -- NULL is the service's own.
    base_url TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO connection (id, name, service, base_url, created_at)
    SELECT 'default', replace(replace(value, 'https://', ''), 'http://', ''), 'xai', value, 0
    FROM setting WHERE name = 'base-url';
  DELETE FROM setting WHERE name = 'base-url';

  CREATE TABLE connection_key (
    connection_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    ciphertext BLOB NOT NULL,
    backend TEXT NOT NULL,
    last_four TEXT NOT NULL CHECK (length(last_four) <= 4),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (connection_id, origin)
  ) STRICT;
  INSERT INTO connection_key
    SELECT 'default', origin, ciphertext, backend, last_four, created_at FROM key_ciphertext;
  DELETE FROM key_ciphertext;
`

export const connections: Migration = {
  version: 4,
  tables: ['connection', 'connection_key'],
  up(database) {
    // The bytes of the keys must not stay in the space that is freed.
    database.exec('PRAGMA secure_delete = ON')
    try {
      database.exec(SCHEMA)
    } finally {
      database.exec('PRAGMA secure_delete = OFF')
    }
  },
}
