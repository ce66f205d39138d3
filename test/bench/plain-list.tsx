import { memo, type ReactNode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** What the catalog is measured against: the same rows in a plain React table, every one of them in the page. */
function PlainList({ rows }: { rows: readonly (readonly string[])[] }): ReactNode {
  const [text, setText] = useState('')
  const [descending, setDescending] = useState(false)
  const sorted = useMemo(() => {
    const names = new Intl.Collator('en', { numeric: true })
    return rows.toSorted((a, b) => (descending ? -1 : 1) * names.compare(a[0] ?? '', b[0] ?? ''))
  }, [rows, descending])
  const shown = sorted.filter(([id = '']) => id.includes(text))
  return (
    <>
      <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      <table>
        <thead>
          <tr>
            <th>
              <button type="button" onClick={() => setDescending(!descending)}>
                Model
              </button>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((cells) => (
            <PlainRow key={cells[0]} cells={cells} />
          ))}
        </tbody>
      </table>
    </>
  )
}

const PlainRow = memo(function PlainRow({ cells }: { cells: readonly string[] }): ReactNode {
  return (
    <tr>
      {cells.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
        <td key={place}>{cell}</td>
      ))}
    </tr>
  )
})

/** For the script that injects this file: draws the rows into an element. */
Reflect.set(window, 'mountPlainList', (place: Element, rows: readonly (readonly string[])[]) => {
  createRoot(place).render(<PlainList rows={rows} />)
})
