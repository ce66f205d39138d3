import type { ReactNode } from 'react'

export type TipRow = { key: string; label: string; value: string; color: string | null }

/** The exact values at the place that the pointer or the arrow keys are on. */
export function ChartTip({ heading, rows }: { heading: string; rows: readonly TipRow[] }): ReactNode {
  return (
    <div className="chart-tip">
      <strong>{heading}</strong>
      {rows.map(({ key, label, value, color }) => (
        <span key={key} className="chart-tip-row">
          <span>
            {color !== null && (
              <span className="chart-swatch" style={{ background: color }} aria-hidden="true" />
            )}
            {label}
          </span>
          <span className="num">{value}</span>
        </span>
      ))}
    </div>
  )
}
