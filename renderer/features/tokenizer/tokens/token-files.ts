import { toCsv } from '../../../../shared/ledger/csv.ts'
import { hexOf, shownTokens } from './shown-token.ts'
import { SPAN_START, type TokenTable } from './token-table.ts'

/** Rows made in one go; between them the page gets its turn. */
const ROWS_AT_ONCE = 2_000
/** What one message to the main process may hold with the file as a JSON text in it, in UTF-16 units (contract: exports). */
const LONGEST_FILE = 28_000_000

/** A token in a file. Offsets are UTF-16 units of the text; `bytes` are hexadecimal. */
type FileRow = {
  number: number
  id: number
  text: string
  bytes: string
  start: number
  end: number
  byteStart: number
}

const COLUMNS = [
  { key: 'number', kind: 'number' },
  { key: 'id', kind: 'number' },
  { key: 'text' },
  { key: 'bytes' },
  { key: 'start', kind: 'number' },
  { key: 'end', kind: 'number' },
  { key: 'byteStart', kind: 'number' },
] as const

/** All tokens as CSV, or `null` when that would be too long for one file. A shared character stands in each of its rows. */
export async function tokensCsv(table: TokenTable, pause: () => Promise<void>): Promise<string | null> {
  let content = toCsv(COLUMNS, [])
  const headerLength = content.length
  let length = headerLength
  for await (const rows of rowsInSlices(table, pause)) {
    const part = toCsv(COLUMNS, rows).slice(headerLength)
    content += part
    length += JSON.stringify(part).length
    if (length > LONGEST_FILE) return null
  }
  return content
}

/** All tokens in order as JSON with what was counted, or `null` when that would be too long for one file. */
export async function tokensJson(table: TokenTable, pause: () => Promise<void>): Promise<string | null> {
  const { model, host, demo, countedAt, count } = table
  const head = JSON.stringify({ model, host, demo, countedAt: new Date(countedAt).toISOString(), count })
  const parts = [`${head.slice(0, -1)},"tokens":[`]
  let length = 0
  for await (const rows of rowsInSlices(table, pause)) {
    const part = rows.map(({ number: _, ...row }) => JSON.stringify(row)).join(',\n')
    length += JSON.stringify(part).length
    if (length > LONGEST_FILE - 1_000) return null
    parts.push(parts.length === 1 ? '\n' : ',\n', part)
  }
  return `${parts.join('')}\n]}\n`
}

async function* rowsInSlices(table: TokenTable, pause: () => Promise<void>): AsyncGenerator<FileRow[], void> {
  let from = 0
  while (from < table.count) {
    let to = Math.min(table.count, from + ROWS_AT_ONCE)
    while (to < table.count && ((table.flags[to] ?? 0) & SPAN_START) === 0) to += 1
    yield shownTokens(table, from, to).map(({ index, id, text, bytes, start, end, byteStart }) => ({
      ...{ number: index + 1, id, text, start, end, byteStart },
      bytes: hexOf(bytes),
    }))
    from = to
    await pause()
  }
}
