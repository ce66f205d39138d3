import type { Attempt } from '../../shared/contract/attempt.ts'
import { attemptColumns } from './attempt-row.ts'
import type { Statements } from './statements.ts'

/** Writes an attempt as it stands now; inside the caller's transaction. */
export function saveAttempt(sql: Statements, messageId: string, attempt: Attempt): void {
  const values = { ...attemptColumns(attempt), message_id: messageId }
  const names = Object.keys(values)
  const assignments = names.map((name) => `${name} = $${name}`).join(', ')
  const updated = sql(`UPDATE attempt SET ${assignments} WHERE id = $id`).run(values)
  if (Number(updated.changes) > 0) return
  const places = names.map((name) => `$${name}`).join(', ')
  sql(`INSERT INTO attempt (${names.join(', ')}) VALUES (${places})`).run(values)
}
