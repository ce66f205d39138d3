import { z } from 'zod'
import { SPANS } from './ledger-kinds.ts'

/**
 * A calendar day such as `2026-09-30`. In the ledger it is the local day of the computer at the moment a request left:
 * it is stored with the row and never changes, wherever the computer travels afterwards.
 */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A span that days are gathered in: weeks begin on Monday (ISO 8601). */
export const Span = z.enum(SPANS)
export type Span = z.infer<typeof Span>
