import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { addTotals } from '../../shared/ledger/add-totals.ts'
import { ledgerCsvHeader, ledgerCsvLines, ledgerCsvTotal } from '../../shared/ledger/ledger-csv.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import { type LedgerTotals, noTotals } from '../../shared/ledger/ledger-totals.ts'
import { OWN_HEADER, ownLine } from '../../shared/ledger/own-entry.ts'
import { totalsOfRow } from '../../shared/ledger/row-totals.ts'
import type { ExportRequest, ExportStep } from '../../shared/ledger/transfer-schema.ts'
import { safeFileName } from './file-name.ts'
import { breathe, type FileWriter, type LedgerFiles } from './ledger-files.ts'
import type { LedgerAnswers } from './ledger-ports.ts'

/** Rows of one turn: few enough that a turn takes a few ms. */
const ROWS_A_TURN = 250
const TURNS_A_STEP = 8

/** How each format writes its parts. */
type Writing = {
  head: string
  lines(rows: readonly LedgerRow[]): string
  total(rows: number, totals: LedgerTotals, checksum: string): string
}

const WRITING: Record<ExportRequest['format'], Writing> = {
  csv: { head: ledgerCsvHeader(), lines: ledgerCsvLines, total: ledgerCsvTotal },
  jsonl: {
    head: `${JSON.stringify(OWN_HEADER)}\n`,
    lines: (rows) => rows.map((row) => `${ownLine(row)}\n`).join(''),
    total: (rows, { spent }, checksum) =>
      `${JSON.stringify({ total: { rows, spent: spent.toString() }, checksum: `sha256:${checksum}` })}\n`,
  },
}

/**
 * Writes every row of the query, in the order of the ledger, then what they add up to and a checksum. Rows that come in
 * meanwhile are in it when they fit. Leaving the loop gives the file up.
 */
export async function* exportLedger(
  request: ExportRequest,
  reader: Pick<LedgerAnswers, 'after' | 'count'>,
  files: LedgerFiles,
): AsyncGenerator<ExportStep, void> {
  const { format, suggestedName, period, filter } = request
  const path = await files.choosePath(safeFileName(suggestedName, `.${format}`), format)
  if (path === null) {
    yield { kind: 'declined' }
    return
  }
  const query = { period, filter }
  const of = await reader.count(query)
  yield { kind: 'writing', rows: 0, of }
  const writer = files.writer(path)
  let isDone = false
  try {
    const summing = createSumming(writer)
    summing.write(WRITING[format].head)
    for (let sequence = 0, turn = 1; ; turn += 1) {
      const rows = await reader.after(query, sequence, ROWS_A_TURN)
      const last = rows.at(-1)
      if (last === undefined) break
      summing.add(rows, WRITING[format].lines(rows))
      sequence = last.sequence
      await breathe()
      if (turn % TURNS_A_STEP === 0)
        yield { kind: 'writing', rows: summing.rows(), of: Math.max(of, summing.rows()) }
    }
    const done = summing.end(WRITING[format])
    writer.finish()
    isDone = true
    yield { kind: 'done', fileName: basename(path), ...done }
  } finally {
    if (!isDone) writer.giveUp()
  }
}

function createSumming(writer: FileWriter) {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  let totals = noTotals()
  function write(text: string): void {
    hash.update(text)
    bytes += Buffer.byteLength(text)
    writer.write(text)
  }
  return {
    write,
    rows: () => rows,
    add(added: readonly LedgerRow[], text: string) {
      rows += added.length
      totals = added.reduce((sum, row) => addTotals(sum, totalsOfRow(row)), totals)
      write(text)
    },
    end({ total }: Writing) {
      const checksum = hash.copy().digest('hex')
      write(total(rows, totals, checksum))
      return { rows, bytes, totals, checksum }
    },
  }
}
