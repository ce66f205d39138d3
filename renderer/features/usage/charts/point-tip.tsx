import type { ReactNode } from 'react'
import { ChartTip } from '../../../ui/charts/chart-tip.tsx'
import type { DrawnPoint } from './drawing.ts'

type PointTipProps = { active?: boolean; payload?: readonly { payload?: DrawnPoint }[] }

/** What is known of the point or bar that is pointed at; Recharts hands over its props. */
export function PointTip({ active = false, payload = [] }: PointTipProps): ReactNode {
  const point = payload[0]?.payload
  if (!active || point === undefined) return null
  return (
    <ChartTip
      heading={point.label}
      rows={point.rows.map(({ label, text }) => ({ key: label, label, value: text, color: null }))}
    />
  )
}
