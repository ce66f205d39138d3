import type { Migration } from './migration.ts'

/**
 * Messages become a tree: of those below one parent the highest `chosen` is shown. Until now a turn that was asked again
 * had its answers in a row; they become branches. `touched` orders the list, since a clock may be set back.
 * `indexed = 0` waits for the search index, which is made by the app: its words are not SQLite's (search-words.ts).
 */
const SCHEMA = `
  ALTER TABLE conversation ADD COLUMN title TEXT;
  ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
  ALTER TABLE conversation ADD COLUMN protocol TEXT NOT NULL DEFAULT 'chat';
  ALTER TABLE conversation ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE conversation ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE conversation ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE conversation ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
  ALTER TABLE conversation ADD COLUMN removed_at INTEGER;
  ALTER TABLE conversation ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1));
  UPDATE conversation SET touched = sequence, updated_at = MAX(
    created_at, (SELECT coalesce(MAX(created_at), 0) FROM message WHERE conversation_id = conversation.id)
  );
  CREATE INDEX conversation_in_list ON conversation (pinned, touched) WHERE removed_at IS NULL AND hidden = 0;
  CREATE INDEX conversation_to_index ON conversation (sequence) WHERE indexed = 0;

  ALTER TABLE message ADD COLUMN parent_id TEXT;
  ALTER TABLE message ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE message ADD COLUMN removed_at INTEGER;
  ALTER TABLE message ADD COLUMN edited_at INTEGER;
  ALTER TABLE message ADD COLUMN tool_calls TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE message ADD COLUMN tool_call_id TEXT;
  ALTER TABLE message ADD COLUMN limits TEXT;
  ALTER TABLE message ADD COLUMN choice_of TEXT;
  -- An attempt that was not paid for here: of a duplicate, or from a file.
  ALTER TABLE message ADD COLUMN copied_attempt TEXT;
  ALTER TABLE message ADD COLUMN growing INTEGER NOT NULL DEFAULT 0 CHECK (growing IN (0, 1));
  ALTER TABLE message ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1));
  UPDATE message SET chosen = sequence, parent_id = (
    SELECT earlier.id FROM message AS earlier
    WHERE earlier.conversation_id = message.conversation_id AND earlier.sequence < message.sequence
      AND (message.role <> 'assistant' OR earlier.role <> 'assistant')
    ORDER BY earlier.sequence DESC LIMIT 1
  );
  DROP INDEX message_of_conversation;
  -- Holds all that the tree needs: in the table, parent and place stand behind texts of any length.
  CREATE INDEX message_in_tree ON message (conversation_id, sequence, id, parent_id, chosen, removed_at, role);
  CREATE INDEX message_to_index ON message (sequence) WHERE indexed = 0 AND growing = 0;

  CREATE TABLE image (
    hash TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    stored_at INTEGER NOT NULL,
    content BLOB NOT NULL
  ) STRICT;
  CREATE TABLE message_image (
    message_id TEXT NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    hash TEXT NOT NULL REFERENCES image (hash),
    offset_in_text INTEGER NOT NULL,
    detail TEXT,
    PRIMARY KEY (message_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX message_image_by_hash ON message_image (hash);

  CREATE TABLE unsupported_parameter (
    origin TEXT NOT NULL,
    model TEXT NOT NULL,
    parameter TEXT NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (origin, model, parameter)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE request_details (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt_id TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL
  ) STRICT;

  CREATE TABLE comparison (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    system TEXT NOT NULL,
    text TEXT NOT NULL,
    images TEXT NOT NULL,
    cap_ticks INTEGER,
    vote INTEGER,
    note TEXT NOT NULL DEFAULT '',
    removed_at INTEGER
  ) STRICT;
  CREATE TABLE comparison_column (
    comparison_id TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (comparison_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX comparison_column_of_conversation ON comparison_column (conversation_id);
`

/** Words only: the texts themselves stay where they are, so the index adds little to the file. */
const SEARCH = `
  CREATE VIRTUAL TABLE message_words USING fts5(
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE title_words USING fts5(
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );
`

export const conversations: Migration = {
  version: 5,
  tables: [
    'image',
    'message_image',
    'unsupported_parameter',
    'request_details',
    'comparison',
    'comparison_column',
  ],
  up(database) {
    database.exec(SCHEMA)
    database.exec(SEARCH)
  },
  copied: (database) => database.exec('UPDATE message SET indexed = 0; UPDATE conversation SET indexed = 0'),
}
