import type { Migration } from './migration.ts'

/** Ticks in two parts, because SQLite refuses a sum beyond 64 bits. Of a failed attempt nothing is unknown. */
const PARTS: Readonly<Record<string, (attempt: string) => string>> = {
  spent_billions: (attempt) => `coalesce(${attempt}billed_ticks, ${attempt}computed_ticks, 0) / 1000000000`,
  spent_rest: (attempt) => `coalesce(${attempt}billed_ticks, ${attempt}computed_ticks, 0) % 1000000000`,
  spent_unknown: (attempt) => `(${attempt}state <> 'failed' AND ${attempt}billed_ticks IS NULL
    AND coalesce(${attempt}computed_complete, 0) = 0)`,
}
const COLUMNS = ['message_count', ...Object.keys(PARTS)]

const OF_CONVERSATION = `FROM attempt WHERE message_id IN (
  SELECT id FROM message WHERE conversation_id = conversation.id
)`
const FIRST = `
  UPDATE conversation SET
    message_count = (SELECT COUNT(*) FROM message WHERE conversation_id = conversation.id AND removed_at IS NULL),
    ${Object.entries(PARTS)
      .map(([name, of]) => `${name} = (SELECT coalesce(SUM(${of('')}), 0) ${OF_CONVERSATION})`)
      .join(', ')};
`

/** Adds an attempt to the sums of its conversation, or takes it from them. */
function change(sign: '+' | '-', attempt: 'NEW.' | 'OLD.'): string {
  const sums = Object.entries(PARTS).map(([name, of]) => `${name} = ${name} ${sign} ${of(attempt)}`)
  return `UPDATE conversation SET ${sums.join(', ')}
    WHERE id = (SELECT conversation_id FROM message WHERE id = ${attempt}message_id);`
}

/** While a message goes, its attempts still name it; they stay, without it. */
const TAKE_ALL = Object.entries(PARTS)
  .map(
    ([name, of]) =>
      `${name} = ${name} - (SELECT coalesce(SUM(${of('')}), 0) FROM attempt WHERE message_id = OLD.id)`,
  )
  .join(', ')

/** The one used last and an empty one are found without reading through all. */
const INDEXES = `
  CREATE INDEX conversation_by_use ON conversation (touched);
  CREATE INDEX conversation_without_words ON conversation (touched)
    WHERE removed_at IS NULL AND hidden = 0 AND title IS NULL AND message_count = 0;
`

const TRIGGERS = `
  CREATE TRIGGER message_counted AFTER INSERT ON message WHEN NEW.removed_at IS NULL BEGIN
    UPDATE conversation SET message_count = message_count + 1 WHERE id = NEW.conversation_id;
  END;
  CREATE TRIGGER message_recounted AFTER UPDATE OF removed_at ON message
  WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) BEGIN
    UPDATE conversation SET message_count = message_count + iif(NEW.removed_at IS NULL, 1, -1)
    WHERE id = NEW.conversation_id;
  END;
  CREATE TRIGGER message_gone BEFORE DELETE ON message BEGIN
    UPDATE conversation SET message_count = message_count - (OLD.removed_at IS NULL), ${TAKE_ALL}
    WHERE id = OLD.conversation_id;
  END;
  CREATE TRIGGER attempt_added AFTER INSERT ON attempt BEGIN ${change('+', 'NEW.')} END;
  CREATE TRIGGER attempt_changed AFTER UPDATE OF state, billed_ticks, computed_ticks, computed_complete ON attempt
  WHEN (OLD.state, OLD.billed_ticks, OLD.computed_ticks, OLD.computed_complete)
    IS NOT (NEW.state, NEW.billed_ticks, NEW.computed_ticks, NEW.computed_complete) BEGIN ${change('-', 'OLD.')} ${change('+', 'NEW.')} END;
`

/**
 * What the list says of a conversation is kept with it: counted each time, a conversation of 5,000 messages took longer
 * to tell of than to change. The triggers belong to the statement that changes a row, so the two cannot disagree.
 */
export const conversationSums: Migration = {
  version: 8,
  tables: [],
  up: (database) =>
    database.exec(
      COLUMNS.map((name) => `ALTER TABLE conversation ADD COLUMN ${name} INTEGER NOT NULL DEFAULT 0;`).join(
        '',
      ) +
        FIRST +
        INDEXES +
        TRIGGERS,
    ),
}
