import { addTotals } from '../../shared/ledger/add-totals.ts'
import { largestAmount, MOST_TICKS_IN_ALL } from '../../shared/ledger/believable.ts'
import { dayNumberAt } from '../../shared/ledger/calendar.ts'
import type { ImportedRow } from '../../shared/ledger/import-entry.ts'
import { noTotals } from '../../shared/ledger/ledger-totals.ts'
import type { OwnEntry } from '../../shared/ledger/own-entry.ts'
import { totalsOfRow } from '../../shared/ledger/row-totals.ts'
import type { ImportStep, RefusalReason, RefusedRow } from '../../shared/ledger/transfer-schema.ts'
import type { LedgerStore } from './ledger-ports.ts'

const MOST_REFUSALS = 200

type Taken = { line: number; result: OwnEntry }

/** Adds the rows of a file to the ledger, and counts what became of each entry. */
export function createImportTally(store: Pick<LedgerStore, 'add' | 'floorDay' | 'heldTicks'>) {
  const floor = store.floorDay()
  const byReason: Partial<Record<RefusalReason, number>> = {}
  const refusals: RefusedRow[] = []
  let stated: { rows: number; spent: bigint } | null = null
  let totals = noTotals()
  let inFile = { rows: 0, spent: 0n }
  let room = MOST_TICKS_IN_ALL - store.heldTicks()
  let added = 0
  let known = 0
  let refused = 0
  function refuse(line: number, reason: RefusalReason): void {
    refused += 1
    byReason[reason] = (byReason[reason] ?? 0) + 1
    if (refusals.length < MOST_REFUSALS) refusals.push({ line, reason })
  }
  function accept({ line, result }: Taken): ImportedRow[] {
    if (result.kind === 'total') stated = result
    if (result.kind === 'refused') refuse(line, result.reason)
    if (result.kind !== 'row') return []
    inFile = { rows: inFile.rows + 1, spent: inFile.spent + result.row.spent }
    const why = whyNot(result.row)
    if (why === null) return [result.row]
    refuse(line, why)
    return []
  }
  /** Nothing is added that the sums could not hold: they would be told of no row any more. */
  function whyNot(row: ImportedRow): RefusalReason | null {
    if (floor !== null && dayNumberAt(row.at, row.utcOffset) < floor) return 'before-retention'
    const amount = largestAmount(row)
    if (amount > room) return 'beyond-sums'
    room -= amount
    return null
  }
  const fileTotals = (): 'equal' | 'differ' | null => {
    if (stated === null) return null
    return stated.rows === inFile.rows && stated.spent === inFile.spent ? 'equal' : 'differ'
  }
  return {
    counts: () => ({ added, known, refused }),
    /** In one transaction. */
    take(entries: readonly Taken[]) {
      const rows = entries.flatMap(accept)
      if (rows.length === 0) return
      const came = store.add(rows)
      added += came.length
      known += rows.length - came.length
      totals = came.reduce((sum, row) => addTotals(sum, totalsOfRow(row)), totals)
    },
    report: (stopped: boolean): Extract<ImportStep, { kind: 'done' }> => ({
      ...{ kind: 'done', stopped, added, known, refused, byReason, refusals, totals },
      fileTotals: stopped ? null : fileTotals(),
    }),
  }
}
