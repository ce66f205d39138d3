import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts'
import type { CostClass } from '../../../shared/compare/workload-cost.ts'
import { ChartTip } from '../../ui/charts/chart-tip.tsx'
import { chartColor } from '../../ui/charts/palette.ts'
import { textRoom } from '../../ui/charts/text-room.ts'
import { useWidth } from '../../ui/charts/use-width.ts'
import { axisUsd, type CostBar } from './cost-bars.ts'

type CostChartProps = { bars: readonly CostBar[]; classes: readonly CostClass[]; label: string }

const BAR_ROW = 36
const AXES = 64
/** Room for the names at the left and the totals behind the bars, in px at the sizes of charts.css. */
const NAME_CHARACTER = 6.8
const WIDEST_NAMES = 0.4
const TOTAL_CHARACTER = 7.2
/** A class keeps its colour whichever others there are. */
const COLOR_PLACE: Readonly<Record<CostClass, number>> = {
  input: 0,
  'cached-input': 1,
  answer: 2,
  reasoning: 3,
  'image-input': 5,
}

/** Stacked bars from zero, one for each model, with their totals written behind them. */
export function CostChart({ bars, classes, label }: CostChartProps): ReactNode {
  const { i18n } = useTranslation('compare')
  const { ref, width } = useWidth<HTMLDivElement>()
  const longestName = Math.max(...bars.map(({ name }) => name.length))
  const longestTotal = Math.max(...bars.map(({ total }) => total.length))
  const names = Math.min(longestName * NAME_CHARACTER + 20, width * WIDEST_NAMES)
  return (
    <div ref={ref}>
      <BarChart
        // Recharts stacks in the order in which its bars came: one that joins later would stand last, not in its place.
        key={classes.join(' ')}
        layout="vertical"
        width={width}
        height={bars.length * BAR_ROW + AXES}
        data={[...bars]}
        margin={{ top: 24, right: longestTotal * TOTAL_CHARACTER + 12, bottom: 0, left: 0 }}
        barCategoryGap={8}
        title={label}
      >
        <CartesianGrid horizontal={false} stroke="var(--border)" />
        <ClassKey classes={classes} />
        <XAxis
          type="number"
          domain={[0, 'auto']}
          tickCount={6}
          tickFormatter={(usd: number) => axisUsd(usd, i18n.language)}
          stroke="var(--border-strong)"
        />
        <YAxis
          type="category"
          dataKey="name"
          width={names}
          tick={<NameTick room={names} />}
          stroke="var(--border-strong)"
          tickLine={false}
        />
        <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--surface-2)' }} content={BarTip} />
        {classes.map((name, place) => (
          <Bar
            key={name}
            name={name}
            stackId="cost"
            dataKey={(bar: CostBar) => bar.parts[place]?.usd ?? 0}
            fill={colorOf(name)}
            stroke="var(--surface-0)"
            isAnimationActive={false}
          >
            {place === classes.length - 1 && (
              <LabelList dataKey="total" position="right" fill="var(--text)" stroke="none" />
            )}
          </Bar>
        ))}
      </BarChart>
    </div>
  )
}

function colorOf(name: CostClass): string {
  return chartColor(COLOR_PLACE[name])
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value: string }; room: number }

/** A model id in the font of ids; cut at its end when there is no room, whole in its title. */
function NameTick({ x = 0, y = 0, payload, room }: TickProps): ReactNode {
  const name = payload?.value ?? ''
  const most = Math.floor((room - 16) / NAME_CHARACTER)
  return (
    <text className="chart-id" x={Number(x) - 4} y={Number(y)} dy="0.35em" textAnchor="end">
      <title>{name}</title>
      {name.length > most ? `${name.slice(0, most - 1)}…` : name}
    </text>
  )
}

/** Colour and word of each class in the order of the stack; part of the drawing, so that a saved image has it. */
function ClassKey({ classes }: { classes: readonly CostClass[] }): ReactNode {
  const { t } = useTranslation('compare')
  let at = 8
  return classes.map((name) => {
    const x = at
    const words = t(`byClass.classes.${name}`)
    at += textRoom(words, 7) + 32
    return (
      <g key={name}>
        <rect x={x} y={4} width={10} height={10} rx={2} fill={colorOf(name)} />
        <text x={x + 14} y={13}>
          {words}
        </text>
      </g>
    )
  })
}

type BarTipProps = { active?: boolean; payload?: readonly { payload?: CostBar }[] }

function BarTip({ active = false, payload = [] }: BarTipProps): ReactNode {
  const { t } = useTranslation('compare')
  const bar = payload[0]?.payload
  if (!active || bar === undefined) return null
  return (
    <ChartTip
      heading={bar.name}
      rows={[
        ...bar.parts.map(({ name, text }) => ({
          key: name,
          label: t(`byClass.classes.${name}`),
          value: text,
          color: colorOf(name),
        })),
        { key: 'total', label: t('byClass.tipTotal'), value: bar.total, color: null },
      ]}
    />
  )
}
