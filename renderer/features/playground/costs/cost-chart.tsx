import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { formatUsd, TICKS_PER_USD, type Ticks } from '../../../../shared/money/ticks.ts'
import { amountText } from '../../../app/spend/usd-text.ts'
import { ChartTip } from '../../../ui/charts/chart-tip.tsx'
import { chartColor } from '../../../ui/charts/palette.ts'
import { roundTicks } from '../../../ui/charts/round-ticks.ts'
import { textRoom } from '../../../ui/charts/text-room.ts'
import { useWidth } from '../../../ui/charts/use-width.ts'
import { COST_CLASSES, type CostPoint } from './cost-points.ts'

/** Of the drawing below its key. */
const HEIGHT = 208
/** Of one row of the key. */
const KEY_ROW = 16

/** Each answer a bar from zero, stacked by class, and the sum of all so far as a line over them. */
export function CostChart({ points, label }: { points: readonly CostPoint[]; label: string }): ReactNode {
  const { ref, width } = useWidth<HTMLDivElement>()
  const { t, i18n } = useTranslation('playground')
  const shown = COST_CLASSES.filter((name) => points.some(({ classes }) => classes[name] !== 0n))
  // A line begins with its second point.
  const hasLine = points.length > 1
  const marks = placed(
    [
      ...shown.map((name) => ({ words: t(`costs.classes.${name}`), color: colorOf(name) })),
      ...(hasLine ? [{ words: t('costs.running'), color: null }] : []),
    ],
    width,
  )
  const keyHeight = Math.max(0, ...marks.map(({ y }) => y)) + KEY_ROW
  const ticks = roundTicks(
    Math.max(0, ...points.map(({ total, running }) => drawn(running > total ? running : total))),
  )
  const axis = new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 3 })
  return (
    <div ref={ref}>
      <ComposedChart
        // Recharts stacks in the order in which its bars came: a class that joins later would stand last.
        key={shown.join(' ')}
        width={width}
        height={HEIGHT + keyHeight}
        data={[...points]}
        margin={{ top: keyHeight + 8, right: 8, bottom: 4, left: 0 }}
        title={label}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <ClassKey marks={marks} />
        <XAxis dataKey="number" stroke="var(--border-strong)" />
        <YAxis
          width={64}
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={(usd: number) => axis.format(usd)}
          stroke="var(--border-strong)"
        />
        <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--surface-2)' }} content={PointTip} />
        {shown.map((name) => (
          <Bar
            key={name}
            name={name}
            stackId="cost"
            dataKey={(point: CostPoint) => drawn(point.classes[name])}
            fill={colorOf(name)}
            stroke="var(--surface-0)"
            isAnimationActive={false}
          />
        ))}
        {hasLine && (
          <Line
            name="running"
            dataKey={(point: CostPoint) => drawn(point.running)}
            stroke="var(--text)"
            strokeWidth={2}
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </div>
  )
}

/** Dollars for the place of a mark only; every number that is read comes from the ticks. */
function drawn(ticks: bigint): number {
  return Number(ticks) / Number(TICKS_PER_USD)
}

/** A class keeps its colour whatever else is shown. */
function colorOf(name: (typeof COST_CLASSES)[number]): string {
  return chartColor(COST_CLASSES.indexOf(name))
}

/** `color` is `null` for the line. */
type KeyWords = { words: string; color: string | null }
type KeyMark = KeyWords & { x: number; y: number }

/** The words of the key in as many rows as they need. */
function placed(all: readonly KeyWords[], width: number): KeyMark[] {
  let x = 4
  let y = 4
  return all.map(({ words, color }) => {
    const room = textRoom(words) + 30
    if (x > 4 && x + room > width) {
      x = 4
      y += KEY_ROW
    }
    const mark = { words, color, x, y }
    x += room
    return mark
  })
}

/** Colour and word of each class, and the line; part of the drawing, so that a saved image has it. */
function ClassKey({ marks }: { marks: readonly KeyMark[] }): ReactNode {
  return marks.map(({ words, color, x, y }) => (
    <g key={words}>
      {color !== null ? (
        <rect x={x} y={y} width={10} height={10} rx={2} fill={color} />
      ) : (
        <line
          x1={x}
          x2={x + 12}
          y1={y + 5}
          y2={y + 5}
          stroke="var(--text)"
          strokeWidth={2}
          strokeDasharray="5 3"
        />
      )}
      <text x={x + 15} y={y + 9}>
        {words}
      </text>
    </g>
  ))
}

type PointTipProps = { active?: boolean; payload?: readonly { payload?: CostPoint }[] }

function PointTip({ active = false, payload = [] }: PointTipProps): ReactNode {
  const { t } = useTranslation(['playground', 'ui'])
  const point = payload[0]?.payload
  if (!active || point === undefined) return null
  const atLeast = (amount: string) => t('ui:atLeast', { amount })
  const sum = (ticks: Ticks, complete: boolean) => amountText(ticks, complete, atLeast) ?? t('ui:unknown')
  return (
    <ChartTip
      heading={t('costs.answer', { number: point.number, model: point.model })}
      rows={[
        ...COST_CLASSES.map((name) => ({
          key: name,
          label: t(`costs.classes.${name}`),
          value: formatUsd(point.classes[name]),
          color: colorOf(name),
        })),
        { key: 'total', label: t('costs.total'), value: sum(point.total, point.complete), color: null },
        {
          key: 'running',
          label: t('costs.running'),
          value: sum(point.running, point.runningComplete),
          color: null,
        },
      ]}
    />
  )
}
