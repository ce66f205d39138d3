import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { rowOfName } from './grid-filter.ts'
import { type GridPlace, placeAfterKey } from './grid-keys.ts'
import type { GridColumn, GridRow } from './grid-model.ts'
import type { GridMark } from './use-grid-state.ts'

/** Rows that PageUp and PageDown move by. */
const PAGE = 10

/** A cell by what stands there, so that it stays the same one while rows are filtered. */
type NamedPlace = { id: string; column: number }

/** The one cell that Tab reaches, the one a key or a link leads to, and the one the address marks. */
export function useGridPlace(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  mark: GridMark | null,
) {
  const [focused, setFocused] = useState<NamedPlace | null>(null)
  const [wanted, setWanted] = useState<NamedPlace | null>(null)
  const marked = useMemo(() => markedPlace(rows, columns, mark), [rows, columns, mark])
  const tabStop = useMemo(
    () => placed(rows, wanted) ?? placed(rows, focused) ?? marked ?? { row: 0, column: 0 },
    [rows, wanted, focused, marked],
  )
  const linked = mark?.linked === true ? marked : null
  const linkedId = linked === null ? null : (rows[linked.row]?.id ?? null)
  const linkedColumn = linked?.column ?? null
  useEffect(() => {
    if (linkedId !== null && linkedColumn !== null) setWanted({ id: linkedId, column: linkedColumn })
  }, [linkedId, linkedColumn])
  const onFocus = (row: number, column: number) => {
    setFocused(named(rows, { row, column }))
    setWanted(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return
    const size = { rows: rows.length, columns: columns.length + 1, page: PAGE }
    const next = rows.length === 0 ? null : placeAfterKey(event.key, event.ctrlKey, tabStop, size)
    if (next === null) return
    event.preventDefault()
    setWanted(named(rows, next))
  }
  return { tabStop, wanted: placed(rows, wanted), marked, onFocus, onKeyDown }
}

function markedPlace(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  mark: GridMark | null,
): GridPlace | null {
  if (mark === null || rows.length === 0) return null
  const row = mark.model === null ? 0 : rowOfName(rows, mark.model)
  const column = columns.findIndex(({ endpoint }) => endpoint === mark.endpoint)
  return row === -1 ? null : { row, column: column + 1 }
}

function named(rows: readonly GridRow[], { row, column }: GridPlace): NamedPlace | null {
  const id = rows[row]?.id
  return id === undefined ? null : { id, column }
}

function placed(rows: readonly GridRow[], place: NamedPlace | null): GridPlace | null {
  if (place === null) return null
  const row = rows.findIndex(({ id }) => id === place.id)
  return row === -1 ? null : { row, column: place.column }
}
