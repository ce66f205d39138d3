import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Column } from './columns.ts'
import { rowAfterKey } from './row-keys.ts'
import type { Sort } from './sort.ts'
import { SortHeader } from './sort-header.tsx'
import type { ModelKind } from './use-models-state.ts'

type ModelTableProps<Key extends string, Row extends { id: string }> = {
  label: string
  /** Chooses the style of one kind of model. */
  kind: ModelKind
  columns: readonly Column<Key, Row>[]
  /** Already filtered and sorted. */
  rows: readonly Row[]
  sort: Sort<Key>
  onSort: (key: Key) => void
  selected: string | null
  onOpen: (id: string) => void
  /** Shown in place of the rows: a skeleton, or why there are none. */
  placeholder?: ReactNode
}

/**
 * A table of models. One row is reached by Tab, the arrow keys move between rows, Enter opens one; a press anywhere
 * on a row opens it too.
 */
export function ModelTable<Key extends string, Row extends { id: string }>(
  props: ModelTableProps<Key, Row>,
): ReactNode {
  const { columns, rows, selected, onOpen } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const tabStop = tabStopOf(rows, focused, selected)
  const moveFocus = (event: KeyboardEvent) => {
    const target = rowAfterKey(
      event.key,
      rows.findIndex(({ id }) => id === tabStop),
      rows.length,
    )
    if (target === null || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    body.current?.rows[target]?.querySelector('button')?.focus()
  }
  return (
    <table className={`model-table ${props.kind}`} aria-label={props.label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <SortHeader key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={moveFocus}>
        {props.placeholder}
        {rows.map((row) => (
          <tr
            key={row.id}
            data-model={row.id}
            aria-current={row.id === selected ? 'true' : undefined}
            onClick={() => onOpen(row.id)}
          >
            <th scope="row">
              <button
                type="button"
                className="row-button mono"
                tabIndex={row.id === tabStop ? 0 : -1}
                onFocus={() => setFocused(row.id)}
              >
                {row.id}
              </button>
            </th>
            {columns.slice(1).map((column) => (
              <Fragment key={column.key}>{column.cell(row)}</Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The row that Tab reaches: the one that had the focus, else the selected one, else the first. */
function tabStopOf(
  rows: readonly { id: string }[],
  focused: string | null,
  selected: string | null,
): string | null {
  const has = (id: string | null) => id !== null && rows.some((row) => row.id === id)
  if (has(focused)) return focused
  return has(selected) ? selected : (rows[0]?.id ?? null)
}
