import type { ReactNode } from 'react'
import type { RowCell } from './row-cells.ts'

/** One cell of a model table; no hooks, because thousands are made while a person types. */
export function TableCell({ cell }: { cell: RowCell }): ReactNode {
  const { text, note, mono, shift } = cell
  return (
    <td className={className(cell)} title={note ?? undefined}>
      {mono || shift > 0 ? (
        <span
          className={mono ? 'mono' : undefined}
          style={shift > 0 ? { paddingRight: `${shift}ch` } : undefined}
        >
          {text}
        </span>
      ) : (
        text
      )}
    </td>
  )
}

function className({ look, numeric }: RowCell): string | undefined {
  if (look === 'plain') return numeric ? 'num' : undefined
  return numeric ? `num ${look}` : look
}
