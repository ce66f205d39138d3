import { z } from 'zod'
import { Day } from './day.ts'
import { LEDGER_GROUPINGS } from './ledger-kinds.ts'
import { LedgerState } from './ledger-row.ts'

const Names = z.array(z.string().max(512)).min(1).max(200)

/** What to look at. A missing part does not narrow. `keys` and `conversations` hold `''` for rows without one. */
const LedgerFilter = z.strictObject({
  /** Demo money is not real: the two never meet in one total. */
  demo: z.boolean(),
  models: Names.optional(),
  keys: Names.optional(),
  protocols: Names.optional(),
  connections: Names.optional(),
  conversations: Names.optional(),
  states: z.array(LedgerState).min(1).max(5).optional(),
})

/** Local days, both included; `null` = from the first, to the last. */
export const LedgerPeriod = z.strictObject({ from: Day.nullable(), to: Day.nullable() })
export type LedgerPeriod = z.infer<typeof LedgerPeriod>

export const LedgerQuery = z.strictObject({ period: LedgerPeriod, filter: LedgerFilter })
export type LedgerQuery = z.infer<typeof LedgerQuery>

export const LedgerGrouping = z.enum(LEDGER_GROUPINGS)
export type LedgerGrouping = z.infer<typeof LedgerGrouping>

/** `sequence`: as they were put on record, whatever the clock said. */
export const LedgerSort = z.strictObject({
  by: z.enum(['sequence', 'time', 'cost', 'tokens', 'duration']),
  descending: z.boolean(),
})
export type LedgerSort = z.infer<typeof LedgerSort>
