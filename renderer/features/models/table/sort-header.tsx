import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './columns.ts'
import type { SortOrder } from './sort-order.ts'

type SortHeaderProps<Key extends string, Row> = {
  column: Column<Key, Row>
  sorts: readonly SortOrder[]
  onSort: (key: Key, add: boolean) => void
}

/** A column header with its unit. A press sorts by it, another one turns the order round, Shift adds a further order. */
export function SortHeader<Key extends string, Row>(props: SortHeaderProps<Key, Row>): ReactNode {
  const { t } = useTranslation('models')
  const { column, sorts, onSort } = props
  const place = sorts.findIndex((sort) => sort.column === column.key)
  const direction = sorts[place]?.direction ?? 'none'
  const press = (event: MouseEvent) => onSort(column.key, event.shiftKey)
  return (
    <th
      scope="col"
      aria-sort={direction}
      data-explain={column.explain ?? undefined}
      className={column.numeric ? 'num' : undefined}
      style={column.width === null ? undefined : { width: `${column.width}px` }}
    >
      <button type="button" className="sort-button" title={t('sortHint')} onClick={press}>
        <span className="sort-label">
          {column.label}
          <span className="sort-mark" data-direction={direction} aria-hidden="true">
            {sorts.length > 1 && place !== -1 && place + 1}
          </span>
        </span>
        {column.unit !== null && (
          <>
            {' '}
            <span className="sort-unit">
              {column.unit.shown}
              {column.unit.spoken !== null && (
                <>
                  {' '}
                  <span className="visually-hidden">{column.unit.spoken}</span>
                </>
              )}
            </span>
          </>
        )}
      </button>
    </th>
  )
}
