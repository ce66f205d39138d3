import type { Migration } from './migration.ts'

/** `sources` is a JSON list of addresses. A draft goes with its conversation; `place` tells one without it apart. */
const SCHEMA = `
  ALTER TABLE message ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';
  CREATE TABLE draft (
    place TEXT PRIMARY KEY,
    conversation_id TEXT REFERENCES conversation (id) ON DELETE CASCADE,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX draft_of_conversation ON draft (conversation_id);
`

export const sourcesAndDrafts: Migration = {
  version: 9,
  tables: ['draft'],
  up: (database) => database.exec(SCHEMA),
}
