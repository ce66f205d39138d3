import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { fractionLength } from '../../../ui/decimal-alignment.ts'
import { countText } from '../../../ui/number-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { REQUEST_COLUMNS, type RequestColumn, requestCell } from './request-cells.ts'
import { CHUNK, chunkOf, type RowsAsked, useLedgerChunk } from './use-ledger-chunk.ts'

/** What the rows share. `focusWanted` is the row that a key led to; it takes the focus as soon as it exists. */
export type RowsFrame = {
  asked: RowsAsked
  tabStop: number
  focusWanted: number | null
  onFocus: (index: number) => void
  onOpen: (row: LedgerRow) => void
}

/** Row `index` of all that fit, read together with its neighbours. */
export function RequestRow({ index, frame }: { index: number; frame: RowsFrame }): ReactNode {
  const first = chunkOf(index)
  const { data, isPlaceholderData } = useLedgerChunk(frame.asked, first)
  const row = isPlaceholderData ? undefined : data?.rows[index % CHUNK]
  const button = useRef<HTMLButtonElement>(null)
  const focusWanted = frame.focusWanted === index && row !== undefined
  useLayoutEffect(() => {
    if (focusWanted) button.current?.focus()
  }, [focusWanted])
  if (row === undefined) return <WaitingRow index={index} />
  return (
    <tr aria-rowindex={index + 2} data-state={row.state} onClick={() => frame.onOpen(row)}>
      {REQUEST_COLUMNS.map(({ key, numeric }) =>
        key === 'time' ? (
          <th key={key} scope="row">
            <button
              ref={button}
              type="button"
              className="row-button"
              tabIndex={frame.tabStop === index ? 0 : -1}
              onFocus={() => frame.onFocus(index)}
            >
              <Cell row={row} column={key} />
            </button>
          </th>
        ) : (
          <td key={key} className={numeric ? 'num' : undefined}>
            <Cell row={row} column={key} />
          </td>
        ),
      )}
    </tr>
  )
}

function Cell({ row, column }: { row: LedgerRow; column: RequestColumn }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const { text, why, note } = requestCell(row, column, i18n.language)
  if (text === null) return <UnknownValue reason={t(`requests.why.${why}`)} />
  switch (column) {
    case 'model':
      return <ModelCell row={row} served={text} />
    case 'state':
      return (
        <span className="usage-state" data-state={row.state}>
          {t(`states.${row.state}`)}
          {row.kind !== 'request' && ` · ${t(`requests.kinds.${row.kind}`)}`}
        </span>
      )
    case 'spent':
      return <Whole amount={text} text={row.complete ? text : t('totals.atLeast', { amount: text })} />
    case 'difference':
      return <Whole amount={text} note={note === null ? null : t('requests.because', { reason: note })} />
    case 'billed':
    case 'computed':
      return <Whole amount={text} />
    default:
      return text
  }
}

/** Digits after the point of a single tick. Rows come and go while the table is scrolled: no other width would stay. */
const TICK_DECIMALS = 10

type WholeProps = { amount: string; text?: string; note?: string | null }

/**
 * An amount under the points of those above it. It may be longer than its column is wide: it ends in an ellipsis there,
 * and its tooltip tells all of it.
 */
function Whole({ amount, text = amount, note = null }: WholeProps): ReactNode {
  return (
    <span
      title={note === null ? text : `${text} · ${note}`}
      style={{ paddingRight: `${TICK_DECIMALS - fractionLength(amount)}ch` }}
    >
      {text}
    </span>
  )
}

function ModelCell({ row, served }: { row: LedgerRow; served: string }): ReactNode {
  const { t } = useTranslation('usage')
  const title = served === row.askedModel ? served : t('requests.served', { asked: row.askedModel, served })
  return (
    <code className="id-text" translate="no" title={title}>
      {served}
    </code>
  )
}

function WaitingRow({ index }: { index: number }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className="quiet">
        {t('requests.reading', { row: countText(index + 1, i18n.language) })}
      </th>
      {REQUEST_COLUMNS.slice(1).map(({ key }) => (
        <td key={key}>
          <span className="skeleton" />
        </td>
      ))}
    </tr>
  )
}
