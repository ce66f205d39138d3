import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { LedgerReader } from '../../electron/services/ledger-ports.ts'
import { loadEngine } from '../../electron/storage/engine.ts'
import { createLedgerReader } from '../../electron/storage/ledger-reader.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import type { LedgerTotals } from '../../shared/ledger/ledger-totals.ts'

export type StoredLedger = { rows: LedgerRow[]; totals: LedgerTotals; sound: boolean; wrongRollups: number }

/** The rows in an app's folder, read past the app itself, which may be running. `demo`: of the built-in server. */
export function storedRows(folder: string, demo = false): LedgerRow[] {
  return reading(folder, { readOnly: true }, (_, reader) => reader.after(everything(demo), 0, 100_000))
}

/** How many rows there are, read past the app itself. */
export function countRows(folder: string, demo = false): number {
  return reading(folder, { readOnly: true }, (_, reader) => reader.count(everything(demo)))
}

/**
 * All that is on disk in the folder of an app that is closed: the check of the roll-ups writes what it finds wrong,
 * which an app that runs at the same time would have to wait for.
 */
export function storedLedger(folder: string, demo = false): StoredLedger {
  return reading(folder, { readOnly: false }, (database, reader) => ({
    rows: reader.after(everything(demo), 0, 100_000),
    totals: reader.totals(everything(demo)),
    sound: database.prepare('PRAGMA quick_check').get()?.['quick_check'] === 'ok',
    wrongRollups: reader.check().wrong,
  }))
}

function everything(demo: boolean) {
  return { period: { from: null, to: null }, filter: { demo } }
}

function reading<T>(
  folder: string,
  options: { readOnly: boolean },
  read: (database: DatabaseSync, reader: LedgerReader) => T,
): T {
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'), options)
  try {
    // An app that opens, closes or folds its log in holds the file for a moment.
    database.exec('PRAGMA busy_timeout = 15000')
    const reader = createLedgerReader(
      database,
      (work) => work(),
      ({ id }) => {
        throw new Error(`row ${id} is not readable`)
      },
    )
    return read(database, reader)
  } finally {
    database.close()
  }
}
