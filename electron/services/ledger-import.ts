import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { failureOf } from '../../shared/contract/failure.ts'
import { addTotals } from '../../shared/ledger/add-totals.ts'
import { dayNumberAt } from '../../shared/ledger/calendar.ts'
import { createEntrySplitter, type FileEntry } from '../../shared/ledger/entry-splitter.ts'
import type { ImportedRow } from '../../shared/ledger/import-entry.ts'
import { noTotals } from '../../shared/ledger/ledger-totals.ts'
import type { OwnEntry } from '../../shared/ledger/own-entry.ts'
import { formatOf, readEntry } from '../../shared/ledger/read-entry.ts'
import { totalsOfRow } from '../../shared/ledger/row-totals.ts'
import type {
  ImportFormat,
  ImportPreview,
  ImportStep,
  RefusalReason,
  RefusedRow,
} from '../../shared/ledger/transfer-schema.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import { breathe, type LedgerFiles } from './ledger-files.ts'
import type { LedgerStore } from './ledger-ports.ts'
import { ServiceFailure } from './ports.ts'

const ENTRIES_LOOKED_AT = 20
/** Rows of one turn: as many as a turn of this length takes, which disks and roll-ups decide. */
const ROWS_A_TURN = { first: 50, least: 10, most: 400 }
const LONGEST_TURN_MS = 12
const TURNS_A_STEP = 8
const MOST_REFUSALS = 200

export type ImportPorts = {
  store: LedgerStore
  files: LedgerFiles
  utcOffset: (at: number) => number
  /** Today's rates by any name of a model. */
  ratesOf: () => Promise<(model: string) => Rates | null>
  uuid: () => string
  changed: () => void
}

export type LedgerImport = {
  choose(): Promise<ImportPreview | null>
  run(importId: string): AsyncGenerator<ImportStep, void>
}

/** Brings in rows of our own exports, and of logs of other programs. The page never learns paths. */
export function createLedgerImport(ports: ImportPorts): LedgerImport {
  let chosen: { id: string; path: string; format: ImportFormat } | null = null
  return {
    async choose() {
      const path = await ports.files.chooseFile()
      if (path === null) return null
      const id = ports.uuid()
      const seen = await look(path, ports)
      chosen = seen.format === null ? null : { id, path, format: seen.format }
      return { importId: id, fileName: basename(path), ...seen }
    },
    async *run(importId) {
      if (chosen?.id !== importId) throw new ServiceFailure(failureOf('not-found'))
      yield* bringIn(chosen, ports)
    },
  }
}

/** The beginning of the file as it would come in. */
async function look(path: string, ports: ImportPorts): Promise<Omit<ImportPreview, 'importId' | 'fileName'>> {
  const reader = ports.files.reader(path)
  const splitter = createEntrySplitter()
  const entries: FileEntry[] = []
  for await (const { text } of reader.pieces()) {
    entries.push(...splitter.push(text))
    if (entries.length >= ENTRIES_LOOKED_AT) break
  }
  if (entries.length < ENTRIES_LOOKED_AT) entries.push(...splitter.end())
  const first = entries.slice(0, ENTRIES_LOOKED_AT)
  const format = first.map(({ text }) => formatOf(jsonOf(text))).find((found) => found !== null) ?? null
  if (format === null) return { bytes: reader.bytes, format, sample: [], refused: [] }
  const read = await createReading(format, ports)
  const results = first.map((entry) => ({ line: entry.line, result: read(entry) }))
  return {
    ...{ bytes: reader.bytes, format },
    sample: results.flatMap(({ line, result }) =>
      result.kind === 'row' ? [{ ...result.row, sequence: line, day: dayText(result.row) }] : [],
    ),
    refused: results.flatMap(({ line, result }) =>
      result.kind === 'refused' ? [{ line, reason: result.reason }] : [],
    ),
  }
}

async function* bringIn(
  { path, format }: { path: string; format: ImportFormat },
  ports: ImportPorts,
): AsyncGenerator<ImportStep, void> {
  const reader = ports.files.reader(path)
  const read = await createReading(format, ports)
  const splitter = createEntrySplitter()
  const tally = createTally(ports.store)
  let bytes = 0
  let turn = 0
  let rowsATurn = ROWS_A_TURN.first
  const step = (): ImportStep => ({ kind: 'reading', bytes, of: reader.bytes, ...tally.counts() })
  async function* take(entries: readonly FileEntry[]): AsyncGenerator<ImportStep, void> {
    for (let at = 0; at < entries.length; ) {
      const began = performance.now()
      const some = entries.slice(at, at + rowsATurn)
      tally.take(some.map((entry) => ({ line: entry.line, result: read(entry) })))
      at += some.length
      rowsATurn = rowsForNext(rowsATurn, performance.now() - began)
      await breathe()
      turn += 1
      if (turn % TURNS_A_STEP === 0) yield step()
    }
  }
  try {
    yield step()
    for await (const piece of reader.pieces()) {
      bytes += piece.bytes
      yield* take(splitter.push(piece.text))
    }
    yield* take(splitter.end())
    yield tally.done()
  } finally {
    ports.changed()
  }
}

/** A turn that took too long is followed by a smaller one, a short one by a larger. */
function rowsForNext(rows: number, tookMs: number): number {
  const wanted = tookMs > LONGEST_TURN_MS ? rows / 2 : tookMs < LONGEST_TURN_MS / 2 ? rows * 1.5 : rows
  return Math.round(Math.min(ROWS_A_TURN.most, Math.max(ROWS_A_TURN.least, wanted)))
}

type Taken = { line: number; result: OwnEntry }

function createTally(store: LedgerStore) {
  const floor = store.floorDay()
  const byReason: Partial<Record<RefusalReason, number>> = {}
  const refusals: RefusedRow[] = []
  let stated: { rows: number; spent: bigint } | null = null
  let totals = noTotals()
  let inFile = { rows: 0, spent: 0n }
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
    if (floor === null || dayNumberAt(result.row.at, result.row.utcOffset) >= floor) return [result.row]
    refuse(line, 'before-retention')
    return []
  }
  const fileTotals = (): 'equal' | 'differ' | null => {
    if (stated === null) return null
    return stated.rows === inFile.rows && stated.spent === inFile.spent ? 'equal' : 'differ'
  }
  return {
    counts: () => ({ added, known, refused }),
    take(entries: readonly Taken[]) {
      const rows = entries.flatMap(accept)
      if (rows.length === 0) return
      const came = store.add(rows)
      added += came.length
      known += rows.length - came.length
      totals = came.reduce((sum, row) => addTotals(sum, totalsOfRow(row)), totals)
    },
    done: (): ImportStep => ({
      ...{ kind: 'done' as const, added, known, refused, byReason, refusals, totals },
      fileTotals: fileTotals(),
    }),
  }
}

async function createReading(format: ImportFormat, { utcOffset, ratesOf }: ImportPorts) {
  const rates = await ratesOf()
  return ({ text }: FileEntry): OwnEntry => {
    if (text === null) return { kind: 'refused', reason: 'too-long' }
    const entry = jsonOf(text)
    if (entry === undefined) return { kind: 'refused', reason: 'not-json' }
    const textId = () => createHash('sha256').update(text).digest('hex').slice(0, 32)
    return readEntry(format, entry, { textId, utcOffset, ratesOf: rates })
  }
}

/** `undefined` = not JSON. */
function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function dayText({ at, utcOffset }: ImportedRow): string {
  return new Date(at + utcOffset * 60_000).toISOString().slice(0, 10)
}
