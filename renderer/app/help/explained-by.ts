import { isNumberTerm } from './number-facts.ts'
import type { NumberTerm } from './number-term.ts'

/** What labels a number, and of which kind it says that the number is. */
export type Label = { term: NumberTerm; element: Element }

/**
 * The label of what `start` shows: the nearest element around it that says so itself, or, on the way up, the header of
 * its column or row or the `dt` before its `dd`. `null` when nothing says what it is.
 */
export function labelOf(start: Element): Label | null {
  for (let element: Element | null = start; element !== null; element = element.parentElement) {
    const found = ownLabel(element) ?? besideIt(element)
    if (found !== null) return found
  }
  return null
}

/** Everything inside `root` that is labelled by `label`, itself first: cells of its column or row, its `dd`s. */
export function labelledBy({ element }: Label, root: ParentNode): Element[] {
  if (element.matches('th[scope="row"]')) return [element, ...cellsOf(element.closest('tr'))]
  const header = element.closest('th')
  const table = element.closest('table')
  if (header !== null && table !== null && root.contains(table)) {
    const at = columnOf(header)
    const rows = [...table.querySelectorAll('tbody tr, tfoot tr')]
    const cells = rows.flatMap((row) => cellsOf(row).filter((cell) => columnOf(cell) === at))
    return [element, ...cells.filter((cell) => ownLabel(cell) === null)]
  }
  return element.localName === 'dt' ? [element, ...descriptionsOf(element)] : [element]
}

function ownLabel(element: Element): Label | null {
  const term = element.getAttribute('data-explain')
  return isNumberTerm(term) ? { term, element } : null
}

function besideIt(element: Element): Label | null {
  if (element.localName === 'td') return ofCell(element)
  if (element.localName !== 'dd') return null
  for (let before = element.previousElementSibling; before !== null; before = before.previousElementSibling) {
    if (before.localName === 'dt') return within(before)
  }
  return null
}

/** A row that names its own numbers, such as a total, counts before the column. */
function ofCell(cell: Element): Label | null {
  const row = cell.closest('tr')
  const table = cell.closest('table')
  const ofRow = row?.querySelector(':scope > th[scope="row"]') ?? null
  const headers = [...(table?.querySelectorAll('thead tr:last-child > *') ?? [])]
  const ofColumn = headers.find((header) => columnOf(header) === columnOf(cell)) ?? null
  return (ofRow === null ? null : ownLabel(ofRow)) ?? (ofColumn === null ? null : within(ofColumn))
}

function within(element: Element): Label | null {
  const inside = element.querySelector('[data-explain]')
  return ownLabel(element) ?? (inside === null ? null : ownLabel(inside))
}

function cellsOf(row: Element | null): Element[] {
  return [...(row?.children ?? [])].filter(({ localName }) => localName === 'td')
}

function descriptionsOf(term: Element): Element[] {
  const found: Element[] = []
  for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling)
    found.push(next)
  return found
}

/** The first column that a cell stands in, wide cells before it counted as wide as they are. */
function columnOf(cell: Element): number {
  let column = 0
  for (let before = cell.previousElementSibling; before !== null; before = before.previousElementSibling) {
    column += Number(before.getAttribute('colspan') ?? 1)
  }
  return column
}
