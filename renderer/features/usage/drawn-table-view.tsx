import type { ReactNode } from 'react'
import type { DrawnTable } from './drawn-table.ts'

/** The numbers of a chart; the first column names each row. */
export function DrawnTableView({ table: { columns, rows } }: { table: DrawnTable }): ReactNode {
  return (
    <table className="usage-table">
      <thead>
        <tr>
          {columns.map(({ key, header, kind }) => (
            <th key={key} scope="col" className={kind === 'number' ? 'num' : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]?.text}>
            <th scope="row">{cells[0]?.text}</th>
            {cells.slice(1).map(({ text }, at) => (
              <td
                key={columns[at + 1]?.key}
                className={columns[at + 1]?.kind === 'number' ? 'num' : undefined}
              >
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
