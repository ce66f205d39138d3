import { join } from 'node:path'
import { loadEngine } from '../../electron/storage/engine.ts'
import { createLedgerReader } from '../../electron/storage/ledger-reader.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import type { LedgerTotals } from '../../shared/ledger/ledger-totals.ts'

export type StoredLedger = { rows: LedgerRow[]; totals: LedgerTotals; sound: boolean; wrongRollups: number }

/** What is on disk in an app's folder, read past the app itself. `demo`: of the built-in server. */
export function storedLedger(folder: string, demo = false): StoredLedger {
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  try {
    const reader = createLedgerReader(
      database,
      (work) => work(),
      ({ id }) => {
        throw new Error(`row ${id} is not readable`)
      },
    )
    const query = { period: { from: null, to: null }, filter: { demo } }
    return {
      rows: reader.after(query, 0, 100_000),
      totals: reader.totals(query),
      sound: database.prepare('PRAGMA quick_check').get()?.['quick_check'] === 'ok',
      wrongRollups: reader.check().wrong,
    }
  } finally {
    database.close()
  }
}
