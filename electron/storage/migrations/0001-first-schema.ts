import type { Migration } from './migration.ts'

/**
 * Times are UTC ms. Order is by `sequence`, never by time: a clock set back must not reorder anything. Money is whole
 * ticks. JSON columns are written by exact-json.ts.
 */
const SCHEMA = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE key_ciphertext (
    origin TEXT PRIMARY KEY,
    ciphertext BLOB NOT NULL,
    backend TEXT NOT NULL,
    last_four TEXT NOT NULL CHECK (length(last_four) <= 4),
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE catalog (origin TEXT PRIMARY KEY, read_at INTEGER NOT NULL, lists TEXT NOT NULL) STRICT;

  CREATE TABLE conversation (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    model TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE message (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    reasoning TEXT NOT NULL
  ) STRICT;
  CREATE INDEX message_of_conversation ON message (conversation_id);

  -- What was spent stays on record when the message it was spent on goes.
  CREATE TABLE attempt (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    message_id TEXT REFERENCES message (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    finish_reason TEXT,
    failure TEXT,
    asked_model TEXT NOT NULL,
    served_model TEXT,
    host TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    started_at INTEGER NOT NULL,
    retries TEXT NOT NULL,
    service_tier TEXT,
    first_token_ms REAL,
    duration_ms REAL,
    request_id TEXT,
    usage_told INTEGER NOT NULL CHECK (usage_told IN (0, 1)),
    prompt_tokens INTEGER,
    cached_tokens INTEGER,
    image_tokens INTEGER,
    answer_tokens INTEGER,
    reasoning_tokens INTEGER,
    billed_output_tokens INTEGER,
    total_tokens INTEGER,
    sources INTEGER,
    server_tool_calls INTEGER,
    billed_ticks INTEGER,
    rates TEXT,
    rates_for TEXT NOT NULL,
    computed_ticks INTEGER,
    computed_complete INTEGER CHECK (computed_complete IN (0, 1)),
    computed_tier TEXT,
    cost_lines TEXT
  ) STRICT;
  CREATE INDEX attempt_of_message ON attempt (message_id);
  CREATE INDEX attempt_under_way ON attempt (state) WHERE state IN ('pending', 'streaming');
`

export const firstSchema: Migration = {
  version: 1,
  tables: ['setting', 'key_ciphertext', 'catalog', 'conversation', 'message', 'attempt'],
  up: (database) => database.exec(SCHEMA),
}
