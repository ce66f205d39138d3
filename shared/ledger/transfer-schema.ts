import { z } from 'zod'
import { REFUSAL_REASONS } from './ledger-kinds.ts'
import { LedgerQuery } from './ledger-query.ts'
import { LedgerRow } from './ledger-row.ts'
import { LedgerTotals } from './ledger-totals.ts'

const Count = z.number().int().nonnegative()

export const ExportRequest = LedgerQuery.extend({
  format: z.enum(['csv', 'jsonl']),
  suggestedName: z.string().min(1).max(200),
})
export type ExportRequest = z.infer<typeof ExportRequest>

/** `checksum`: SHA-256, hex, of everything in the file before the line that holds it. The page never learns paths. */
export const ExportStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('declined') }),
  z.strictObject({ kind: z.literal('writing'), rows: Count, of: Count }),
  z.strictObject({
    kind: z.literal('done'),
    fileName: z.string(),
    rows: Count,
    bytes: Count,
    totals: LedgerTotals,
    checksum: z.string(),
  }),
])
export type ExportStep = z.infer<typeof ExportStep>

const IMPORT_FORMATS = ['tokenbook', 'openai-usage', 'litellm-spend'] as const
export const ImportFormat = z.enum(IMPORT_FORMATS)
export type ImportFormat = z.infer<typeof ImportFormat>

export const RefusalReason = z.enum(REFUSAL_REASONS)
export type RefusalReason = z.infer<typeof RefusalReason>

/** `line` counts from 1: lines of a file of lines, else entries. */
export const RefusedRow = z.strictObject({ line: Count, reason: RefusalReason })
export type RefusedRow = z.infer<typeof RefusedRow>

/** `format` is `null` when nothing in the file is known: then it cannot be imported. */
export const ImportPreview = z.strictObject({
  importId: z.string(),
  fileName: z.string(),
  bytes: Count,
  format: ImportFormat.nullable(),
  sample: z.array(LedgerRow).max(20),
  refused: z.array(RefusedRow).max(20),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reading'),
    bytes: Count,
    of: Count,
    added: Count,
    known: Count,
    refused: Count,
  }),
  z.strictObject({
    kind: z.literal('done'),
    /** The person ended it before the end of the file. */
    stopped: z.boolean(),
    added: Count,
    /** Were in the ledger already. */
    known: Count,
    refused: Count,
    byReason: z.partialRecord(RefusalReason, Count),
    /** The first of them. */
    refusals: z.array(RefusedRow).max(200),
    /** What came in. */
    totals: LedgerTotals,
    /** Totals that the file itself states, and whether they are what its rows add up to; `null` = it states none. */
    fileTotals: z.enum(['equal', 'differ']).nullable(),
  }),
])
export type ImportStep = z.infer<typeof ImportStep>
