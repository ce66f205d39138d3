import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { VirtualRows } from '../../../ui/virtual-rows.tsx'
import type { Looking } from '../use-usage-look.ts'
import { REQUEST_COLUMNS, REQUEST_NUMBERS } from './request-cells.ts'
import { RequestRow, type RowsFrame } from './request-row.tsx'
import type { RowsAsked } from './use-ledger-chunk.ts'

const ROW_HEIGHT = 28
const HEADER_HEIGHT = 44
const SCREENFUL = 10
/** Up to here every row is in the page: nothing to gain from leaving some out. */
const ALL_IN_PAGE = 100

type RequestTableProps = {
  looking: Looking
  asked: RowsAsked
  /** The rows `from` up to, not including, `to` of all that fit. */
  from: number
  to: number
  total: number
  onOpen: (row: LedgerRow) => void
}

/** Rows of the ledger. Only those in sight are read; Tab reaches one of them, the arrow keys move between them. */
export function RequestTable(props: RequestTableProps): ReactNode {
  const { asked, from, to, total, onOpen } = props
  const { t } = useTranslation('usage')
  const scroll = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const [focusWanted, moveTo] = useState<number | null>(null)
  const place = focusWanted ?? focused ?? from
  const tabStop = Math.min(Math.max(place, from), Math.max(from, to - 1))
  const frame: RowsFrame = {
    asked,
    tabStop,
    focusWanted,
    onFocus: (index) => {
      setFocused(index)
      moveTo(null)
    },
    onOpen,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = rowAfter(event.key, tabStop, from, to)
    if (target === null || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    moveTo(target)
  }
  return (
    <div ref={scroll} className="usage-scroll">
      <table
        className="usage-table requests-table"
        aria-label={t('requests.table')}
        aria-rowcount={total + 1}
      >
        <Head looking={props.looking} />
        <tbody onKeyDown={onKeyDown}>
          {to - from <= ALL_IN_PAGE ? (
            Array.from({ length: to - from }, (_, at) => (
              // A row is its place in the order that was asked for.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
              <RequestRow key={from + at} index={from + at} frame={frame} />
            ))
          ) : (
            <VirtualRows
              count={to - from}
              kept={tabStop - from}
              renderRow={(at) => <RequestRow index={from + at} frame={frame} />}
              scroll={scroll}
              rowHeight={ROW_HEIGHT}
              headerHeight={HEADER_HEIGHT}
            />
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Where a key leads to among the rows `from` to `to`; `null` when it does not move. */
function rowAfter(key: string, index: number, from: number, to: number): number | null {
  if (to <= from) return null
  const inside = (target: number) => Math.min(to - 1, Math.max(from, target))
  switch (key) {
    case 'ArrowDown':
      return inside(index + 1)
    case 'ArrowUp':
      return inside(index - 1)
    case 'PageDown':
      return inside(index + SCREENFUL)
    case 'PageUp':
      return inside(index - SCREENFUL)
    case 'Home':
      return from
    case 'End':
      return to - 1
    default:
      return null
  }
}

function Head({ looking: { look, change } }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { by, descending } = look.sort
  return (
    <thead>
      <tr aria-rowindex={1}>
        {REQUEST_COLUMNS.map(({ key, sort, numeric, width }) => {
          const label = t(`requests.columns.${key}`)
          const chosen = sort !== null && sort === by
          const order = descending ? ('descending' as const) : ('ascending' as const)
          return (
            <th
              key={key}
              scope="col"
              className={numeric ? 'num' : undefined}
              data-explain={REQUEST_NUMBERS[key]}
              style={{ width: `${width}px` }}
              aria-sort={sort === null ? undefined : chosen ? order : 'none'}
            >
              {sort === null ? (
                label
              ) : (
                <button
                  type="button"
                  className="sort-head"
                  onClick={() => change({ sort, order: chosen && descending ? 'ascending' : null })}
                >
                  {label}
                  <span aria-hidden="true">{chosen ? (descending ? ' ▼' : ' ▲') : ''}</span>
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
