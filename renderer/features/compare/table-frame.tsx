import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberTerm } from '../../app/help/number-term.ts'
import { CopyShownTable } from '../../ui/copy-shown-table.tsx'

type TableFrameProps = {
  heading: string
  note?: ReactNode
  /** Stands at the right of the heading, such as a switch. */
  aside?: ReactNode
  className: string
  /** Headings of the number columns; the first column is the model. */
  columns: readonly string[]
  /** Which kind of number each of them holds; the last one given holds for those after it. */
  explain: readonly NumberTerm[]
  children: ReactNode
}

/** A table of models by number columns under its heading, which is its accessible name; it scrolls by itself. */
export function TableFrame({
  heading,
  note,
  aside,
  className,
  columns,
  explain,
  children,
}: TableFrameProps): ReactNode {
  const { t } = useTranslation('compare')
  const id = useId()
  const scroll = useRef<HTMLElement>(null)
  return (
    <section className="compare-section">
      <header className="compare-head">
        <h2 id={id}>{heading}</h2>
        <div className="compare-aside">
          {aside}
          <CopyShownTable within={scroll} />
        </div>
        {note !== undefined && <p className="quiet compare-note">{note}</p>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section ref={scroll} className="compare-scroll" aria-label={heading} tabIndex={0}>
        <table className={`compare-table ${className}`} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('cost.model')}</th>
              {columns.map((column, place) => (
                <th key={column} scope="col" className="num" data-explain={explain[place] ?? explain.at(-1)}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </section>
  )
}
