import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts'
import { chartColor } from '../../../ui/charts/palette.ts'
import { roundTicks } from '../../../ui/charts/round-ticks.ts'
import { useWidth } from '../../../ui/charts/use-width.ts'
import { axisText } from './chart-scale.ts'
import type { DrawnPoint } from './drawing.ts'
import { PointTip } from './point-tip.tsx'

const ROW = 30
const NAMES = 190
const CHARACTER = 6.8

/** One bar from zero for each name, with its value behind it. */
export function NamedBars({ points, label }: { points: readonly DrawnPoint[]; label: string }): ReactNode {
  const { i18n } = useTranslation()
  const { ref, width } = useWidth<HTMLDivElement>()
  const ticks = roundTicks(Math.max(0, ...points.map(({ value }) => value ?? 0)))
  const longest = Math.max(0, ...points.map(({ text }) => text.length))
  return (
    <div ref={ref}>
      <BarChart
        layout="vertical"
        width={width}
        height={points.length * ROW + 48}
        data={[...points]}
        margin={{ top: 8, right: longest * CHARACTER + 16, bottom: 0, left: 0 }}
        title={label}
      >
        <CartesianGrid horizontal={false} stroke="var(--border)" />
        <XAxis
          type="number"
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={(value: number) => axisText(value, 'count', i18n.language)}
          stroke="var(--border-strong)"
        />
        <YAxis
          type="category"
          dataKey="label"
          width={NAMES}
          tick={<NameTick />}
          stroke="var(--border-strong)"
          tickLine={false}
        />
        <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--surface-2)' }} content={PointTip} />
        <Bar dataKey="value" fill={chartColor(0)} isAnimationActive={false} maxBarSize={18}>
          <LabelList dataKey="text" position="right" fill="var(--text)" stroke="none" />
        </Bar>
      </BarChart>
    </div>
  )
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value: string } }

function NameTick({ x = 0, y = 0, payload }: TickProps): ReactNode {
  const name = payload?.value ?? ''
  const most = Math.floor((NAMES - 12) / CHARACTER)
  return (
    <text className="chart-id" x={Number(x) - 4} y={Number(y)} dy="0.35em" textAnchor="end">
      <title>{name}</title>
      {name.length > most ? `${name.slice(0, most - 1)}…` : name}
    </text>
  )
}
