import { z } from 'zod'
import { assertNever } from '../assert-never.ts'
import { isBelievable } from './believable.ts'
import { type ImportContext, readOpenAiEntry, refused } from './import-entry.ts'
import { readLiteLlmEntry } from './litellm-entry.ts'
import { isOwn, type OwnEntry, readOwnEntry } from './own-entry.ts'
import type { ImportFormat } from './transfer-schema.ts'

/** Whose entry this is; `null` = nobody's that we know. */
export function formatOf(entry: unknown): ImportFormat | null {
  if (isOwn(entry)) return 'tokenbook'
  const object = z.looseObject({}).safeParse(entry).data
  if (!object) return null
  if ('request_id' in object && ('spend' in object || 'startTime' in object)) return 'litellm-spend'
  const body = z.looseObject({ response: z.looseObject({ body: z.looseObject({}) }) }).safeParse(entry).data
    ?.response.body
  return 'usage' in (body ?? object) && 'model' in (body ?? object) ? 'openai-usage' : null
}

/** The entry as a row of the ledger, or why it is none. */
export function readEntry(format: ImportFormat, entry: unknown, context: ImportContext): OwnEntry {
  const read = entryAs(format, entry, context)
  return read.kind === 'row' && !isBelievable(read.row) ? refused('bad-number') : read
}

function entryAs(format: ImportFormat, entry: unknown, context: ImportContext): OwnEntry {
  switch (format) {
    case 'tokenbook':
      return readOwnEntry(entry)
    case 'openai-usage':
      return readOpenAiEntry(entry, context)
    case 'litellm-spend':
      return readLiteLlmEntry(entry, context)
    default:
      return assertNever(format)
  }
}
