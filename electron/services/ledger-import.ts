import { basename } from 'node:path'
import type { Catalog } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { jsonOf } from '../../shared/json-of.ts'
import { createEntrySplitter, type FileEntry } from '../../shared/ledger/entry-splitter.ts'
import type { ImportedRow } from '../../shared/ledger/import-entry.ts'
import { formatOf } from '../../shared/ledger/read-entry.ts'
import type { ImportFormat, ImportPreview, ImportStep } from '../../shared/ledger/transfer-schema.ts'
import { createReading, type LedgerImporter } from './bring-in.ts'
import { breathe, type LedgerFiles } from './ledger-files.ts'
import { type Clock, ServiceFailure } from './ports.ts'

const ENTRIES_LOOKED_AT = 20
/** Often enough to see it move (ms). */
const TOLD_EVERY_MS = 150

export type ImportPorts = {
  importer: LedgerImporter
  files: LedgerFiles
  clock: Pick<Clock, 'monotonic'>
  utcOffset: (at: number) => number
  /** Today's list: rows without a bill are priced by it. */
  catalog: { read(): Promise<Catalog> }
  uuid: () => string
  changed: () => void
}

export type LedgerImport = {
  choose(): Promise<ImportPreview | null>
  run(importId: string): AsyncGenerator<ImportStep, void>
  /** Its `run` ends behind the rows that are being added, and says which came in. */
  stop(importId: string): void
}

/** Brings in rows of our own exports, and of logs of other programs. The page never learns paths. */
export function createLedgerImport(ports: ImportPorts): LedgerImport {
  const { importer, catalog, clock, changed } = ports
  let chosen: { id: string; path: string; format: ImportFormat } | null = null
  let running: { id: string; isStopped: boolean } | null = null

  async function* bringIn(isStopped: () => boolean): AsyncGenerator<ImportStep, void> {
    let toldAt = Number.NEGATIVE_INFINITY
    // The next turn begins when it is asked for: whatever waits for the database gets it in between.
    for (let step = await importer.turn(); step !== null; step = await importer.turn()) {
      if (clock.monotonic() - toldAt >= TOLD_EVERY_MS) {
        toldAt = clock.monotonic()
        yield step
      }
      await breathe()
      if (!isStopped()) continue
      yield await importer.report(true)
      return
    }
    yield await importer.report(false)
  }

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
      if (running !== null) throw new ServiceFailure(failureOf('busy'))
      const own = { id: importId, isStopped: false }
      running = own
      try {
        await importer.begin({ ...chosen, catalog: await catalog.read() })
        yield* bringIn(() => own.isStopped)
      } finally {
        running = null
        await importer.end()
        changed()
      }
    },
    stop(importId) {
      if (running?.id === importId) running.isStopped = true
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
  const read = createReading(format, await ports.catalog.read(), ports.utcOffset)
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

function dayText({ at, utcOffset }: ImportedRow): string {
  return new Date(at + utcOffset * 60_000).toISOString().slice(0, 10)
}
