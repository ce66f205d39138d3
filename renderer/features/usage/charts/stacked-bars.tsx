import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartTip } from '../../../ui/charts/chart-tip.tsx'
import { chartColor } from '../../../ui/charts/palette.ts'
import { roundTicks } from '../../../ui/charts/round-ticks.ts'
import { useWidth } from '../../../ui/charts/use-width.ts'
import { axisText, type Scale } from './chart-scale.ts'
import type { DrawnBar } from './drawing.ts'
import { keyHeight, SeriesKey, SeriesPatterns, seriesFill } from './series-key.tsx'

type StackedBarsProps = {
  bars: readonly DrawnBar[]
  /** One for each part of a bar. */
  names: readonly string[]
  scale: Scale
  /** Word before the sum of a bar. */
  total: string
  label: string
}

const HEIGHT = 240
/** A total above its bar needs this much width (px) a character. */
const CHARACTER = 6.6
const AXIS = 64

/** Bars from zero over time or steps; the exact totals stand above them where they fit, and always in the tip. */
export function StackedBars({ bars, names, scale, total, label }: StackedBarsProps): ReactNode {
  const { i18n } = useTranslation()
  const { ref, width } = useWidth<HTMLDivElement>()
  const top = (names.length > 1 ? keyHeight(names, width) : 0) + 24
  const ticks = roundTicks(Math.max(0, ...bars.map(({ sum }) => sum)), scale === 'count')
  const longest = Math.max(0, ...bars.map((bar) => bar.total.length))
  const roomy = (width - AXIS) / Math.max(1, bars.length) > longest * CHARACTER
  return (
    <div ref={ref}>
      <BarChart
        // Recharts stacks in the order in which its bars came: a part that joins later would stand last, under a total.
        key={names.join('\n')}
        width={width}
        height={HEIGHT + top}
        data={[...bars]}
        margin={{ top, right: 12, bottom: 0, left: 0 }}
        barCategoryGap={bars.length > 60 ? 1 : '18%'}
        maxBarSize={72}
        title={label}
      >
        <SeriesPatterns />
        <CartesianGrid vertical={false} stroke="var(--border)" />
        {names.length > 1 && <SeriesKey names={names} width={width} />}
        <XAxis dataKey="label" stroke="var(--border-strong)" tickLine={false} minTickGap={16} />
        <YAxis
          width={AXIS}
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={(value: number) => axisText(value, scale, i18n.language)}
          stroke="var(--border-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-2)' }}
          content={(tip: BarTipProps) => <BarTip {...tip} names={names} total={total} />}
        />
        {names.map((name, place) => (
          <Bar
            key={name}
            name={name}
            stackId="all"
            dataKey={(bar: DrawnBar) => bar.parts[place]?.value ?? 0}
            fill={seriesFill(place)}
            isAnimationActive={false}
          >
            {roomy && place === names.length - 1 && (
              <LabelList dataKey={labelOf} position="top" fill="var(--text)" stroke="none" />
            )}
          </Bar>
        ))}
      </BarChart>
    </div>
  )
}

/** No label on what is not there. */
function labelOf(bar: { sum?: number; total?: string }): string {
  return bar.sum === 0 ? '' : (bar.total ?? '')
}

type BarTipProps = { active?: boolean; payload?: readonly { payload?: DrawnBar }[] }

function BarTip(props: BarTipProps & { names: readonly string[]; total: string }): ReactNode {
  const { active = false, payload = [], names, total } = props
  const bar = payload[0]?.payload
  if (!active || bar === undefined) return null
  const parts = names.map((name, place) => ({
    key: name,
    label: name,
    value: bar.parts[place]?.text ?? '',
    color: chartColor(place),
    drawn: (bar.parts[place]?.value ?? 0) !== 0,
  }))
  return (
    <ChartTip
      heading={bar.label}
      rows={[
        ...(names.length > 1 ? parts.filter(({ drawn }) => drawn) : []),
        { key: 'total', label: total, value: bar.total, color: null },
      ]}
    />
  )
}
