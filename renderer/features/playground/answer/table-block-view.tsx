import { memo, type ReactNode } from 'react'
import type { Align } from './block.ts'
import { InlineText } from './inline-text.tsx'
import { cellsOf } from './table-head.ts'

type TableProps = {
  header: readonly string[]
  align: readonly Align[]
  rows: readonly string[]
  open: boolean
}

/** A table of the answer. A row that is on screen is not read again when others follow. */
export function TableBlock({ header, align, rows, open }: TableProps): ReactNode {
  const sides = align.join(' ')
  const columns = keyed(header, 'column')
  return (
    <table className="answer-table">
      <thead>
        <tr>
          {columns.map(({ key, value }, column) => (
            <th key={key} scope="col" data-align={align[column] ?? undefined}>
              <InlineText text={value} open={open && rows.length === 0} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows, 'row').map(({ key, value }, row) => (
          <Row
            key={key}
            row={value}
            columns={header.length}
            sides={sides}
            open={open && row === rows.length - 1}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: string; columns: number; sides: string; open: boolean }

/** A short row is filled up with empty cells; what is too much has no column and is left out (as in GFM). */
const Row = memo(({ row, columns, sides, open }: RowProps): ReactNode => {
  const cells = cellsOf(row)
  const align = sides.split(' ')
  const filled = Array.from({ length: columns }, (_, column) => cells[column] ?? '')
  return (
    <tr>
      {keyed(filled, 'cell').map(({ key, value }, column) => (
        <td key={key} data-align={align[column] === '' ? undefined : align[column]}>
          <InlineText text={value} open={open && column === cells.length - 1} />
        </td>
      ))}
    </tr>
  )
})

/** Rows and cells only ever come at the end: the position is the identity. */
function keyed(values: readonly string[], name: string): { key: string; value: string }[] {
  return values.map((value, index) => ({ key: `${name} ${index}`, value }))
}
