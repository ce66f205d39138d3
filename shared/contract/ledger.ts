import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CostHistogram, LedgerChart, LedgerNames, ModelSpeeds } from '../ledger/chart-schema.ts'
import { Span } from '../ledger/day.ts'
import { LedgerGrouping, LedgerQuery, LedgerSort } from '../ledger/ledger-query.ts'
import { LedgerRow } from '../ledger/ledger-row.ts'
import { LedgerTotals } from '../ledger/ledger-totals.ts'
import { ProviderTotals, Reconciliation } from '../ledger/reconciliation-schema.ts'
import { ExportRequest, ExportStep, ImportPreview, ImportStep } from '../ledger/transfer-schema.ts'
import { RepricedPeriod, WhatIf } from '../ledger/what-if-schema.ts'
import { call } from './failure.ts'

const RowsRequest = LedgerQuery.extend({
  sort: LedgerSort,
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(200),
})

/** `total` counts all rows that fit, so that a virtual list knows its height. */
export const LedgerPage = z.strictObject({ total: z.number().int().nonnegative(), rows: z.array(LedgerRow) })
export type LedgerPage = z.infer<typeof LedgerPage>

/** The ledger was changed: read again what is on screen. Comes at most a few times a second. */
export const LedgerEvent = z.strictObject({ kind: z.literal('changed'), revision: z.number().int() })
export type LedgerEvent = z.infer<typeof LedgerEvent>

const ImportId = z.strictObject({ importId: z.string() })

/** Every attempt ever sent, and what it cost. Money in ticks. Calls fail with what storage reports. */
export const ledger = {
  names: call.input(z.strictObject({ demo: z.boolean() })).output(LedgerNames),
  totals: call.input(LedgerQuery).output(LedgerTotals),
  chart: call
    .input(LedgerQuery.extend({ grouping: LedgerGrouping, span: Span.nullable() }))
    .output(LedgerChart),
  histogram: call.input(LedgerQuery).output(CostHistogram),
  speeds: call.input(LedgerQuery).output(ModelSpeeds),
  rows: call.input(RowsRequest).output(LedgerPage),
  whatIf: call.input(LedgerQuery.extend({ instead: WhatIf })).output(RepricedPeriod),
  /** `text` is a number such as `12.34`, or JSON of the management API. Fails with `invalid-request` for neither. */
  reconcile: call.input(ProviderTotals).output(Reconciliation),
  /** What a row that is not final really cost, as the person knows it. Writes a reversal and a correction. */
  correct: call
    .input(z.strictObject({ id: z.string(), billed: z.bigint().nonnegative() }))
    .output(z.strictObject({ id: z.string() })),
  /** Asks where, then writes. Leaving the events stops it, and no file remains. */
  export: call.input(ExportRequest).output(eventIterator(ExportStep)),
  /** Asks for a file and looks into it; `null` when the person thought better of it. */
  chooseImport: call.output(ImportPreview.nullable()),
  /**
   * Adds what `chooseImport` showed, one at a time (`busy`). Leaving the events stops it; rows that are in stay, and are
   * known next time.
   */
  import: call.input(ImportId).output(eventIterator(ImportStep)),
  /** Ends that import behind the rows that are being added: its last event then says exactly what came in. */
  stopImport: call.input(ImportId).output(z.strictObject({})),
  events: call.output(eventIterator(LedgerEvent)),
}
