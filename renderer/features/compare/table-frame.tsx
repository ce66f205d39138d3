import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

type TableFrameProps = {
  heading: string
  note?: ReactNode
  /** Stands at the right of the heading, such as a switch. */
  aside?: ReactNode
  className: string
  /** Headings of the number columns; the first column is the model. */
  columns: readonly string[]
  children: ReactNode
}

/** A table of models by number columns under its heading, which is its accessible name; it scrolls by itself. */
export function TableFrame({
  heading,
  note,
  aside,
  className,
  columns,
  children,
}: TableFrameProps): ReactNode {
  const { t } = useTranslation('compare')
  const id = useId()
  return (
    <section className="compare-section">
      <header className="compare-head">
        <h2 id={id}>{heading}</h2>
        {aside}
        {note !== undefined && <p className="quiet compare-note">{note}</p>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section className="compare-scroll" aria-label={heading} tabIndex={0}>
        <table className={`compare-table ${className}`} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('cost.model')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
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
