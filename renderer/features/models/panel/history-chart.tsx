import type { ReactNode } from 'react'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { ChartTip } from '../../../ui/charts/chart-tip.tsx'
import { chartColor } from '../../../ui/charts/palette.ts'
import { useWidth } from '../../../ui/charts/use-width.ts'
import { exactTime } from '../../../ui/time-text.ts'
import { priceText } from '../language/price-texts.ts'
import { useDetailWords } from '../use-detail-words.ts'
import { drawnPrice, HISTORY_CLASSES, type HistoryStep } from './history-lines.ts'

const HEIGHT = 190
const dashes = [undefined, '2 3', '6 3']

/** Prices as steps: each holds until the next. Line style and words tell the classes apart, not colour alone. */
export function HistoryChart({ steps, label }: { steps: readonly HistoryStep[]; label: string }): ReactNode {
  const { t, i18n } = useDetailWords()
  const { preferences } = usePreferences()
  const { ref, width } = useWidth<HTMLDivElement>()
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short' })
  return (
    <div ref={ref}>
      <LineChart
        width={width}
        height={HEIGHT}
        data={[...steps]}
        margin={{ top: 24, right: 12, bottom: 4, left: 0 }}
        title={label}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <ClassKey names={HISTORY_CLASSES.map((name) => t(`modelDetails:changes.classes.${name}`))} />
        <XAxis
          type="number"
          dataKey="at"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={(at: number) => day.format(at)}
          tickCount={4}
          stroke="var(--border-strong)"
        />
        <YAxis width={44} domain={[0, 'auto']} stroke="var(--border-strong)" />
        <Tooltip isAnimationActive={false} content={(tip: StepTipProps) => <StepTip {...tip} />} />
        {HISTORY_CLASSES.map((name, place) => (
          <Line
            key={name}
            type="stepAfter"
            dot={false}
            strokeWidth={2}
            isAnimationActive={false}
            name={name}
            dataKey={(step: HistoryStep) => drawnPrice(step[name], preferences.priceUnit)}
            stroke={chartColor(place)}
            {...(dashes[place] === undefined ? {} : { strokeDasharray: dashes[place] })}
          />
        ))}
      </LineChart>
    </div>
  )
}

/** Line and name of each class at the top; part of the drawing, so that a saved image has it. */
function ClassKey({ names }: { names: readonly string[] }): ReactNode {
  let at = 4
  return names.map((name, place) => {
    const x = at
    at += name.length * 6.6 + 36
    return (
      <g key={name}>
        <line
          x1={x}
          x2={x + 20}
          y1={10}
          y2={10}
          stroke={chartColor(place)}
          strokeWidth={2}
          strokeDasharray={dashes[place]}
        />
        <text x={x + 26} y={14}>
          {name}
        </text>
      </g>
    )
  })
}

type StepTipProps = { active?: boolean; payload?: readonly { payload?: HistoryStep }[] }

function StepTip({ active = false, payload = [] }: StepTipProps): ReactNode {
  const { t, i18n } = useDetailWords()
  const { preferences } = usePreferences()
  const step = payload[0]?.payload
  if (!active || step === undefined) return null
  return (
    <ChartTip
      heading={exactTime(step.at, i18n.language)}
      rows={HISTORY_CLASSES.map((name, place) => ({
        key: name,
        label: t(`modelDetails:changes.classes.${name}`),
        value: priceText(step[name], preferences.priceUnit) ?? t('ui:unknown'),
        color: chartColor(place),
      }))}
    />
  )
}
