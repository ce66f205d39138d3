import type { ReactNode } from 'react'
import { Pie, PieChart, Tooltip } from 'recharts'
import { ChartTip } from '../../../ui/charts/chart-tip.tsx'
import { useWidth } from '../../../ui/charts/use-width.ts'
import type { DrawnSlice } from './drawing.ts'
import { SeriesPatterns, seriesFill } from './series-key.tsx'

const HEIGHT = 264
const LONGEST = 26
/** Longer amounts are drawn as wide as the ring leaves room. */
const LONGEST_AT_SIZE = 15
const HOLE = 108
/** Slices thinner than this share of the ring have no label of their own: the table names them. */
const THINNEST = 0.02

/** `lead`: words that stand above the sum, such as `at least`. */
type DonutProps = { slices: readonly DrawnSlice[]; total: string; lead: string | null; label: string }

/** The share of each group, the largest first, with name and share written beside it and the sum in the middle. */
export function Donut({ slices, total, lead, label }: DonutProps): ReactNode {
  const { ref, width } = useWidth<HTMLDivElement>()
  const data = slices.map((slice, place) => ({ ...slice, fill: seriesFill(place) }))
  return (
    <div ref={ref}>
      <PieChart width={width} height={HEIGHT} title={label}>
        <SeriesPatterns />
        <Pie
          data={data}
          dataKey="value"
          nameKey="name"
          innerRadius={62}
          outerRadius={94}
          startAngle={90}
          endAngle={-270}
          stroke="var(--surface-0)"
          strokeWidth={2}
          isAnimationActive={false}
          labelLine={false}
          label={SliceLabel}
        />
        {lead !== null && (
          <text x={width / 2} y={HEIGHT / 2 - 10} textAnchor="middle">
            {lead}
          </text>
        )}
        <text
          x={width / 2}
          y={HEIGHT / 2 + (lead === null ? 4 : 8)}
          textAnchor="middle"
          {...(total.length > LONGEST_AT_SIZE ? { textLength: HOLE, lengthAdjust: 'spacingAndGlyphs' } : {})}
        >
          {total}
        </text>
        <Tooltip isAnimationActive={false} content={SliceTip} />
      </PieChart>
    </div>
  )
}

type SliceLabelProps = {
  x?: number | string
  y?: number | string
  textAnchor?: string
  percent?: number
  name?: string
  payload?: { share?: string }
}

function SliceLabel(props: SliceLabelProps): ReactNode {
  const { x = 0, y = 0, textAnchor, percent = 0, name = '', payload } = props
  if (percent < THINNEST) return null
  const anchor = textAnchor === 'end' || textAnchor === 'start' ? textAnchor : 'middle'
  return (
    <text x={x} y={y} textAnchor={anchor} dominantBaseline="central">
      {`${name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name} ${payload?.share ?? ''}`}
    </text>
  )
}

type SliceTipProps = { active?: boolean; payload?: readonly { payload?: DrawnSlice }[] }

function SliceTip({ active = false, payload = [] }: SliceTipProps): ReactNode {
  const slice = payload[0]?.payload
  if (!active || slice === undefined) return null
  return (
    <ChartTip
      heading={slice.name}
      rows={[{ key: 'share', label: slice.share, value: slice.text, color: null }]}
    />
  )
}
