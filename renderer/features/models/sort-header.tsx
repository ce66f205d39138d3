import type { ReactNode } from 'react'
import type { Column } from './columns.ts'
import type { Sort } from './sort.ts'

type SortHeaderProps<Key extends string, Row> = {
  column: Pick<Column<Key, Row>, 'key' | 'label' | 'unit' | 'numeric'>
  sort: Sort<Key>
  onSort: (key: Key) => void
}

/** A column header with its unit; a press sorts by it, another one turns the order round. */
export function SortHeader<Key extends string, Row>(props: SortHeaderProps<Key, Row>): ReactNode {
  const { column, sort, onSort } = props
  const direction = sort.key === column.key ? sort.direction : 'none'
  return (
    <th scope="col" aria-sort={direction} className={column.numeric ? 'num' : undefined}>
      <button type="button" className="sort-button" onClick={() => onSort(column.key)}>
        <span className="sort-label">
          {column.label}
          <span className="sort-mark" data-direction={direction} aria-hidden="true" />
        </span>
        {column.unit !== null && (
          <>
            {' '}
            <span className="sort-unit">{column.unit}</span>
          </>
        )}
      </button>
    </th>
  )
}
