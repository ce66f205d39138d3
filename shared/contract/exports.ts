import { z } from 'zod'
import { call } from './failure.ts'

/** UTF-16 units, below what one message to the main process may hold; the tokens of 1 MB of text must fit. */
const MAX_TEXT = 28_000_000
const MAX_IMAGE_BASE64 = 28_000_000

/** A name without a path; the dialog shows it made safe, with the ending that `kind` asks for. */
const SuggestedName = z.string().min(1).max(200)

export const FileToSave = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['csv', 'json', 'markdown']),
    suggestedName: SuggestedName,
    content: z.string().max(MAX_TEXT),
  }),
  z.strictObject({
    kind: z.literal('png'),
    suggestedName: SuggestedName,
    /** Base64 of the file, without `data:image/png;base64,`. */
    content: z.string().min(1).max(MAX_IMAGE_BASE64),
  }),
])
export type FileToSave = z.infer<typeof FileToSave>

/** `fileName` has no folder: the page never learns paths. */
export const SaveOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), fileName: z.string() }),
  z.strictObject({ outcome: z.literal('declined') }),
])
export type SaveOutcome = z.infer<typeof SaveOutcome>

export const exports = {
  /**
   * Asks the person where, and writes there; a file is replaced whole or not at all. Fails with `disk-full`,
   * `storage-read-only`, `storage-failed`, `busy` while a dialog is open, `invalid-request` for a `png` that is none.
   */
  save: call.input(FileToSave).output(SaveOutcome),
}
