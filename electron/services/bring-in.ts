import { createHash } from 'node:crypto'
import type { Catalog } from '../../shared/contract/catalog.ts'
import { jsonOf } from '../../shared/json-of.ts'
import { createEntrySplitter, type FileEntry } from '../../shared/ledger/entry-splitter.ts'
import type { OwnEntry } from '../../shared/ledger/own-entry.ts'
import { readEntry } from '../../shared/ledger/read-entry.ts'
import type { ImportFormat, ImportStep } from '../../shared/ledger/transfer-schema.ts'
import { createImportTally } from './import-tally.ts'
import { ratesByName } from './known-rates.ts'
import type { FileReader, LedgerFiles } from './ledger-files.ts'
import type { LedgerStore } from './ledger-ports.ts'

/** Rows of one turn: as many as a turn of this length takes, which disks and roll-ups decide. */
const ROWS_A_TURN = { first: 50, least: 10, most: 1_000 }
/** So long at most is the database held for one turn: a request that wants to be put on record waits no longer (ms). */
const LONGEST_TURN_MS = 20

/** A file that a person chose; all of it can be sent to a thread. Rows without a bill are priced by the catalog. */
export type ImportJob = { path: string; format: ImportFormat; catalog: Catalog }

export type BringInPorts = {
  store: Pick<LedgerStore, 'add' | 'floorDay' | 'heldTicks'>
  reader: LedgerFiles['reader']
  /** Minutes east of UTC here at this time. */
  utcOffset: (at: number) => number
}

/** A file on its way into the ledger, one transaction at a time. Each call throws what reading and storing throw. */
export type BringIn = {
  /** Adds the next rows; `null` when there are none. */
  turn(): Promise<Extract<ImportStep, { kind: 'reading' }> | null>
  /** What became of the rows so far; `stopped` when some of the file was left out. */
  report(stopped: boolean): Extract<ImportStep, { kind: 'done' }>
  /** Lets go of the file. */
  close(): Promise<void>
}

/** Brings one file at a time into the ledger, beside the main thread; see `BringIn` for its parts. */
export type LedgerImporter = {
  begin(job: ImportJob): Promise<void>
  turn(): ReturnType<BringIn['turn']>
  report(stopped: boolean): Promise<ReturnType<BringIn['report']>>
  /** Lets go of the file and of what was needed for it. */
  end(): Promise<void>
}

/** The bringing in of one file, piece by piece. Throws where the file cannot be read. */
export function createBringIn({ path, format, catalog }: ImportJob, ports: BringInPorts): BringIn {
  const reader = ports.reader(path)
  const pieces = entriesIn(reader)
  const read = createReading(format, catalog, ports.utcOffset)
  const tally = createImportTally(ports.store)
  let waiting: readonly FileEntry[] = []
  let bytes = 0
  let rowsATurn = ROWS_A_TURN.first

  /** The next entries of the file; none at its end. */
  async function next(): Promise<readonly FileEntry[]> {
    while (waiting.length === 0) {
      const piece = await pieces.next()
      if (piece.done === true) return []
      bytes += piece.value.bytes
      waiting = piece.value.entries
    }
    return waiting
  }
  return {
    async turn() {
      const entries = await next()
      if (entries.length === 0) return null
      const began = performance.now()
      const some = entries.slice(0, rowsATurn)
      tally.take(some.map((entry) => ({ line: entry.line, result: read(entry) })))
      waiting = entries.slice(some.length)
      rowsATurn = rowsForNext(rowsATurn, performance.now() - began)
      return { kind: 'reading', bytes, of: reader.bytes, ...tally.counts() }
    },
    report: tally.report,
    async close() {
      await pieces.return()
    },
  }
}

async function* entriesIn(
  reader: FileReader,
): AsyncGenerator<{ bytes: number; entries: readonly FileEntry[] }, void> {
  const splitter = createEntrySplitter()
  for await (const { bytes, text } of reader.pieces()) yield { bytes, entries: splitter.push(text) }
  yield { bytes: 0, entries: splitter.end() }
}

/** A turn that took too long is followed by a smaller one, a short one by a larger. */
function rowsForNext(rows: number, tookMs: number): number {
  const wanted = tookMs > LONGEST_TURN_MS ? rows / 2 : tookMs < LONGEST_TURN_MS / 2 ? rows * 1.5 : rows
  return Math.round(Math.min(ROWS_A_TURN.most, Math.max(ROWS_A_TURN.least, wanted)))
}

/** How the entries of such a file are read. */
export function createReading(
  format: ImportFormat,
  catalog: Catalog,
  utcOffset: BringInPorts['utcOffset'],
): (entry: FileEntry) => OwnEntry {
  const ratesOf = ratesByName(catalog)
  return ({ text }) => {
    if (text === null) return { kind: 'refused', reason: 'too-long' }
    const entry = jsonOf(text)
    if (entry === undefined) return { kind: 'refused', reason: 'not-json' }
    const textId = () => createHash('sha256').update(text).digest('hex').slice(0, 32)
    return readEntry(format, entry, { textId, utcOffset, ratesOf })
  }
}
