import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CartesianGrid,
  Label,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { CurvePoint } from '../../../shared/compare/cost-curve.ts'
import { usdText } from '../../app/spend/usd-text.ts'
import { ChartTip } from '../../ui/charts/chart-tip.tsx'
import { chartColor } from '../../ui/charts/palette.ts'
import { useWidth } from '../../ui/charts/use-width.ts'
import { CHART_HEIGHT } from './chart-height.ts'
import { axisUsd, usdNumber } from './cost-bars.ts'

export type Axis = {
  words: string
  ticks: readonly number[] | null
  tick: (tokens: number) => string
  place: (tokens: number) => string
}

type BreakEvenChartProps = {
  label: string
  /** What the axis below counts, where it has its numbers, and how they and single places are written. */
  axis: Axis
  names: readonly [string, string]
  points: readonly CurvePoint[]
  to: number
  /** Where the workload stands. */
  now: number
  marks: readonly { at: number; text: string }[]
}

/** Two costs from zero; the point of the workload and every crossing are marked in words. */
export function BreakEvenChart(props: BreakEvenChartProps): ReactNode {
  const { label, axis, names, points, to, now, marks } = props
  const { i18n } = useTranslation('compare')
  const { ref, width } = useWidth<HTMLDivElement>()
  return (
    <div ref={ref}>
      <LineChart
        width={width}
        height={CHART_HEIGHT}
        data={[...points]}
        margin={{ top: 44, right: 24, bottom: 20, left: 8 }}
        title={label}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <LineKey names={names} />
        <XAxis
          type="number"
          dataKey="at"
          domain={[0, to]}
          tickFormatter={axis.tick}
          tickCount={6}
          {...(axis.ticks === null ? {} : { ticks: axis.ticks })}
          stroke="var(--border-strong)"
        >
          <Label value={axis.words} position="insideBottom" offset={-12} className="chart-quiet" />
        </XAxis>
        <YAxis
          width={64}
          domain={[0, 'auto']}
          tickFormatter={(usd: number) => axisUsd(usd, i18n.language)}
          stroke="var(--border-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          content={(tip: PointTipProps) => <PointTip {...tip} axis={axis} names={names} />}
        />
        {now <= to && <NowLine at={now} />}
        <Line {...lineLook} dataKey={usdOfA} stroke={chartColor(0)} />
        <Line {...lineLook} dataKey={usdOfB} stroke={chartColor(1)} strokeDasharray="6 3" />
        {marks.map((mark) => (
          <CrossingDot key={mark.at} {...mark} usd={usdAt(points, mark.at)} left={mark.at > to / 2} />
        ))}
      </LineChart>
    </div>
  )
}

/** Where the workload stands. */
function NowLine({ at }: { at: number }): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <ReferenceLine x={at} stroke="var(--text-quiet)" strokeDasharray="2 3">
      <Label value={t('breakEven.nowMark')} position="top" className="chart-quiet" />
    </ReferenceLine>
  )
}

/** A crossing with its place in words, at the side where there is room. */
function CrossingDot(props: { at: number; usd: number; text: string; left: boolean }): ReactNode {
  return (
    <ReferenceDot
      x={props.at}
      y={props.usd}
      r={5}
      fill="var(--surface-0)"
      stroke="var(--text)"
      strokeWidth={2}
    >
      <Label value={props.text} position={props.left ? 'left' : 'right'} offset={8} dy={-10} />
    </ReferenceDot>
  )
}

const lineLook = { type: 'linear', dot: false, strokeWidth: 2, isAnimationActive: false } as const

function usdOfA({ a }: CurvePoint): number {
  return usdNumber(a)
}

function usdOfB({ b }: CurvePoint): number {
  return usdNumber(b)
}

/** Where the mark of a crossing sits: on the cheaper of the two costs there. */
function usdAt(points: readonly CurvePoint[], place: number): number {
  const point = points.find(({ at }) => at === place)
  return point === undefined ? 0 : Math.min(usdOfA(point), usdOfB(point))
}

/** Line and name of each model at the top; part of the drawing, so that a saved image has it. */
function LineKey({ names }: { names: readonly [string, string] }): ReactNode {
  let at = 72
  return names.map((name, place) => {
    const x = at
    at += name.length * 6.8 + 56
    return (
      <g key={name}>
        <line
          x1={x}
          x2={x + 24}
          y1={10}
          y2={10}
          stroke={chartColor(place)}
          strokeWidth={2}
          strokeDasharray={place === 0 ? undefined : '6 3'}
        />
        <text className="chart-id" x={x + 30} y={14}>
          {name}
        </text>
      </g>
    )
  })
}

type PointTipProps = { active?: boolean; payload?: readonly { payload?: CurvePoint }[] }

function PointTip(props: PointTipProps & { axis: Axis; names: readonly [string, string] }): ReactNode {
  const { active = false, payload = [], axis, names } = props
  const point = payload[0]?.payload
  if (!active || point === undefined) return null
  return (
    <ChartTip
      heading={axis.place(point.at)}
      rows={[
        { key: 'a', label: names[0], value: usdText(point.a), color: chartColor(0) },
        { key: 'b', label: names[1], value: usdText(point.b), color: chartColor(1) },
      ]}
    />
  )
}
