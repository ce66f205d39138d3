import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CartesianGrid, Line, LineChart, ReferenceDot, Tooltip, XAxis, YAxis } from 'recharts'
import { chartColor } from '../../../ui/charts/palette.ts'
import { roundTicks } from '../../../ui/charts/round-ticks.ts'
import { useWidth } from '../../../ui/charts/use-width.ts'
import { axisText, type Scale } from './chart-scale.ts'
import type { DrawnPoint } from './drawing.ts'
import { PointTip } from './point-tip.tsx'

const HEIGHT = 264
const AXIS = 64
const CHARACTER = 7
/** With few points each is marked. */
const MARKED = 40

type LineProps = { points: readonly DrawnPoint[]; scale: Scale; label: string }

/** One line from zero with its last value written at its end; a gap where nothing is known. */
export function LineOverTime({ points, scale, label }: LineProps): ReactNode {
  const { i18n } = useTranslation()
  const { ref, width } = useWidth<HTMLDivElement>()
  const largest = scale === 'percent' ? 1 : Math.max(0, ...points.map(({ value }) => value ?? 0))
  const ticks = roundTicks(largest, scale === 'count')
  const last = points.findLast(({ value }) => value !== null)
  return (
    <div ref={ref}>
      <LineChart
        width={width}
        height={HEIGHT}
        data={[...points]}
        margin={{ top: 24, right: 24, bottom: 0, left: 0 }}
        title={label}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="label" stroke="var(--border-strong)" tickLine={false} minTickGap={16} />
        <YAxis
          width={AXIS}
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={(value: number) => axisText(value, scale, i18n.language)}
          stroke="var(--border-strong)"
        />
        <Tooltip isAnimationActive={false} content={PointTip} />
        <Line
          type="linear"
          dataKey="value"
          stroke={chartColor(0)}
          strokeWidth={2}
          dot={points.length <= MARKED}
          connectNulls={false}
          isAnimationActive={false}
        />
        {last !== undefined && last.value !== null && (
          <ReferenceDot
            x={last.label}
            y={last.value}
            r={3}
            fill={chartColor(0)}
            stroke="none"
            label={<EndLabel text={last.text} />}
          />
        )}
      </LineChart>
    </div>
  )
}

type EndLabelProps = { viewBox?: { x?: number; y?: number; width?: number }; text: string }

/** Written to the left of the last point, or to its right where there is no room. */
function EndLabel({ viewBox = {}, text }: EndLabelProps): ReactNode {
  const { x = 0, y = 0 } = viewBox
  const left = x > AXIS + text.length * CHARACTER
  return (
    <text x={left ? x - 4 : x + 14} y={y - 8} textAnchor={left ? 'end' : 'start'}>
      {text}
    </text>
  )
}
