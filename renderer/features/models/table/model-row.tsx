import { memo, type ReactNode, useLayoutEffect, useRef } from 'react'
import { PickCell, type Picks } from './pick-cell.tsx'
import type { RowCell, RowCells } from './row-cells.ts'
import { TableCell } from './table-cell.tsx'

/** What the rows of a table share. Its identity changes only when something in it does. */
export type RowFrame = {
  /** The row in the side panel. */
  opened: string | null
  /** The row that Tab reaches. */
  tabStop: string | null
  /** The row that a key led to: it takes the focus as soon as it exists. */
  focusWanted: string | null
  /** `null` where nothing can be picked. */
  picks: Picks | null
  onOpen: (id: string) => void
  onFocus: (id: string) => void
}

type ModelRowProps = { id: string; index: number; cells: RowCells; frame: RowFrame }

/** One model. A press anywhere on it, or Enter, opens it; its checkbox, or Space, picks it for a comparison. */
export const ModelRow = memo(function ModelRow({ id, index, cells, frame }: ModelRowProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  const focusWanted = frame.focusWanted === id
  useLayoutEffect(() => {
    if (focusWanted) button.current?.focus()
  }, [focusWanted])
  const tabIndex = frame.tabStop === id ? 0 : -1
  return (
    <tr
      data-model={id}
      aria-label={id}
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-current={frame.opened === id ? 'true' : undefined}
      onClick={() => frame.onOpen(id)}
    >
      {frame.picks !== null && <PickCell id={id} picks={frame.picks} tabIndex={tabIndex} />}
      <th scope="row">
        <button
          ref={button}
          type="button"
          className="row-button mono"
          tabIndex={tabIndex}
          onFocus={() => frame.onFocus(id)}
          onKeyDown={(event) => {
            if (event.key !== ' ' || frame.picks === null) return
            // Else the button would be pressed when the key is let go.
            event.preventDefault()
            frame.picks.onPick(id, !frame.picks.picked.has(id))
          }}
        >
          {id}
        </button>
        {cells.head.mark !== null && (
          <span className="row-note" title={cells.head.note ?? undefined}>
            {cells.head.mark}
          </span>
        )}
      </th>
      <Cells cells={cells.others} />
    </tr>
  )
})

/** Rows move while one types; what they say is drawn again only when it changes. */
const Cells = memo(function Cells({ cells }: { cells: readonly RowCell[] }): ReactNode {
  return cells.map((cell) => <TableCell key={cell.key} cell={cell} />)
})
