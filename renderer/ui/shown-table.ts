import type { CopiedTable } from '../../shared/export/table-text.ts'
import { copiedCell } from './copied-cell.ts'

/**
 * A table as it stands in the page, so that a copy holds exactly what is read there. A cell over several columns stands
 * in the first of them; what is hidden from screen readers, such as a sign beside its word, is left out, and so is what
 * only says an exact amount again in another currency.
 */
export function shownTable(table: HTMLTableElement, unknown: string): CopiedTable {
  const [heads = [], ...rows] = [...table.rows].map((row) => [...row.cells].flatMap(overItsColumns))
  const numeric = heads.map((head, column) => [head, ...rows.map((row) => row[column])].some(isNumeric))
  return {
    columns: heads.map((head, column) => ({
      header: wordsOf(head),
      kind: numeric[column] === true ? 'number' : 'text',
    })),
    rows: rows.map((row) =>
      row.map((cell, column) => copiedCell(wordsOf(cell), numeric[column] === true, unknown)),
    ),
  }
}

type Place = HTMLTableCellElement | null

function overItsColumns(cell: HTMLTableCellElement): Place[] {
  return Array.from({ length: cell.colSpan }, (_, at) => (at === 0 ? cell : null))
}

function isNumeric(place: Place | undefined): boolean {
  return place?.classList.contains('num') === true
}

function wordsOf(place: Place): string {
  if (place === null) return ''
  const words = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches('[aria-hidden="true"], [data-approximate]')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  let text = ''
  while (words.nextNode() !== null) {
    if (words.currentNode instanceof Text) text += words.currentNode.data
  }
  return text.replaceAll(/\s+/g, ' ').trim()
}
