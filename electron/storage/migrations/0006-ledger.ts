import { carryOverAttempts } from './ledger-from-attempts.ts'
import { ledgerRollups } from './ledger-rollups.ts'
import type { Migration } from './migration.ts'

/**
 * One row for each try that leaves, told nothing else after it is closed: only `pending` rows change, once. Order is by
 * `sequence`. Times are UTC ms, `day` counts days from 1970-01-01 of the local calendar where and when it was sent
 * (`utc_offset`: minutes east of UTC). Money is whole ticks. `weight` is -1 for a row that takes another out again; its
 * amounts are those of that row. No foreign keys: what was spent stays on record when its conversation goes.
 */
const SCHEMA = `
  CREATE TABLE ledger_rates (id INTEGER PRIMARY KEY, rates TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE ledger (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('request', 'reversal', 'correction')),
    weight INTEGER NOT NULL CHECK (weight = CASE kind WHEN 'reversal' THEN -1 ELSE 1 END),
    corrects TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'final', 'estimated', 'rejected', 'unknown')),
    method TEXT,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day INTEGER NOT NULL,
    attempt_id TEXT NOT NULL,
    try_number INTEGER NOT NULL,
    conversation_id TEXT,
    message_id TEXT,
    protocol TEXT NOT NULL,
    connection TEXT NOT NULL,
    host TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    key_id TEXT,
    asked_model TEXT NOT NULL,
    served_model TEXT,
    model TEXT NOT NULL,
    usage_told INTEGER NOT NULL DEFAULT 0 CHECK (usage_told IN (0, 1)),
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
    rates_id INTEGER,
    rates_for TEXT NOT NULL DEFAULT 'asked',
    computed_ticks INTEGER,
    computed_complete INTEGER,
    computed_tier TEXT,
    input_ticks INTEGER,
    cached_input_ticks INTEGER,
    image_input_ticks INTEGER,
    answer_ticks INTEGER,
    reasoning_ticks INTEGER,
    search_source_ticks INTEGER,
    server_tool_ticks INTEGER,
    priority_ticks INTEGER,
    difference_ticks INTEGER,
    difference_reason TEXT,
    difference_proven INTEGER,
    spent INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
    service_tier TEXT,
    first_token_ms INTEGER,
    duration_ms INTEGER,
    finish_reason TEXT,
    request_id TEXT,
    error_code TEXT,
    parameters_hash TEXT,
    quirks TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX ledger_pending ON ledger (sequence) WHERE state = 'pending';
  CREATE INDEX ledger_of_day ON ledger (demo, day);
  CREATE INDEX ledger_by_time ON ledger (at);
  CREATE INDEX ledger_by_cost ON ledger (demo, spent);
  CREATE INDEX ledger_by_tokens ON ledger (demo, total_tokens);
  CREATE INDEX ledger_by_duration ON ledger (demo, duration_ms);
  CREATE INDEX ledger_of_model ON ledger (model, demo);
  CREATE INDEX ledger_of_conversation ON ledger (conversation_id) WHERE conversation_id IS NOT NULL;
  CREATE INDEX ledger_corrections ON ledger (corrects) WHERE corrects IS NOT NULL;

  -- Rows before this day may be let go; their roll-ups stay.
  CREATE TABLE ledger_floor (id INTEGER PRIMARY KEY CHECK (id = 1), day INTEGER NOT NULL) STRICT;

  CREATE TRIGGER ledger_closed_never_changes BEFORE UPDATE ON ledger
  WHEN OLD.state <> 'pending' OR NEW.id <> OLD.id OR NEW.sequence <> OLD.sequence OR NEW.at <> OLD.at
    OR NEW.day <> OLD.day OR NEW.asked_model <> OLD.asked_model OR NEW.attempt_id <> OLD.attempt_id
  BEGIN SELECT RAISE(ABORT, 'a closed row of the ledger never changes'); END;
  CREATE TRIGGER ledger_rows_stay BEFORE DELETE ON ledger
  WHEN OLD.state = 'pending' OR OLD.day >= coalesce((SELECT day FROM ledger_floor WHERE id = 1), OLD.day)
  BEGIN SELECT RAISE(ABORT, 'a row of the ledger is not deleted'); END;

  CREATE TABLE budget (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    subject TEXT,
    limit_ticks INTEGER NOT NULL,
    warn_percent INTEGER,
    stops INTEGER NOT NULL CHECK (stops IN (0, 1))
  ) STRICT;
  -- What was told already: once for each threshold of a budget in one span.
  CREATE TABLE budget_notice (
    budget_id TEXT NOT NULL REFERENCES budget (id) ON DELETE CASCADE,
    span TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (budget_id, span, level)
  ) STRICT, WITHOUT ROWID;
`

export const ledgerTables: Migration = {
  version: 6,
  tables: [
    'ledger_rates',
    'ledger',
    'ledger_floor',
    'ledger_day',
    'ledger_month',
    'ledger_conversation',
    'ledger_spread',
    'budget',
    'budget_notice',
  ],
  up: (database) => {
    database.exec(SCHEMA)
    database.exec(ledgerRollups)
    carryOverAttempts(database)
  },
}
