import type { Align } from './block.ts'

/** A wider one is more likely an attack on the layout than a table; it stays text. */
const MOST_COLUMNS = 64

/** The head of a table that begins here — a row, and below it dashes for as many columns — or `null`. */
export function tableHead(lines: readonly string[], at: number): { header: string[]; align: Align[] } | null {
  const row = lines[at] ?? ''
  const dashes = (lines[at + 1] ?? '').trim()
  if (!row.includes('|') || !dashes.includes('-') || !/^[|:\- \t]+$/.test(dashes)) return null
  const align = cellsOf(dashes).map(alignOf)
  const header = cellsOf(row)
  if (header.length !== align.length || header.length > MOST_COLUMNS) return null
  const known = align.filter((value) => value !== undefined)
  return known.length === align.length ? { header, align: known } : null
}

function alignOf(cell: string): Align | undefined {
  if (!/^:?-+:?$/.test(cell)) return undefined
  if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right'
  return cell.startsWith(':') ? 'left' : null
}

/** The cells of one row, trimmed. A bar after a back slash is part of the cell. */
export function cellsOf(row: string): string[] {
  const trimmed = row.trim()
  const cells: string[] = []
  let cell = ''
  for (let at = trimmed.startsWith('|') ? 1 : 0; at < trimmed.length; at += 1) {
    const character = trimmed.charAt(at)
    if (character === '|') {
      cells.push(cell.trim())
      cell = ''
    } else if (character === '\\' && trimmed.charAt(at + 1) === '|') {
      cell += '|'
      at += 1
    } else cell += character
  }
  if (cell.trim() !== '' || !trimmed.endsWith('|')) cells.push(cell.trim())
  return cells
}
