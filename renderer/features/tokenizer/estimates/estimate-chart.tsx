import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chartColor } from '../../../ui/charts/palette.ts'
import { useWidth } from '../../../ui/charts/use-width.ts'
import { axisEnd, type EstimatePoint } from './estimate-points.ts'
import { PointWords } from './point-words.tsx'

const HEIGHT = 200
const LEFT = 48
const PADDING = 12

/** The error of each estimate as a stem from zero: a dot for an exact count, a square for a bill. Arrow keys step. */
export function EstimateChart({
  points,
  label,
}: {
  points: readonly EstimatePoint[]
  label: string
}): ReactNode {
  const { i18n } = useTranslation('tokenizer')
  const { ref, width } = useWidth<HTMLDivElement>()
  const [at, setAt] = useState<number | null>(null)
  const end = axisEnd(points)
  const middle = HEIGHT / 2
  const y = (error: number) => middle - (error / end) * (middle - PADDING)
  const step = (width - LEFT - PADDING) / Math.max(1, points.length)
  const x = (place: number) => LEFT + step * (place + 0.5)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', signDisplay: 'exceptZero' })
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (move === 0) return
    event.preventDefault()
    setAt(Math.min(points.length - 1, Math.max(0, (at ?? (move > 0 ? -1 : points.length)) + move)))
  }
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys step through the points */}
      <svg role="img" tabIndex={0} aria-label={label} width={width} height={HEIGHT} onKeyDown={onKeyDown}>
        {[end, end / 2, 0, -end / 2, -end].map((mark) => (
          <g key={mark}>
            <line
              x1={LEFT}
              x2={width - PADDING}
              y1={y(mark)}
              y2={y(mark)}
              className="chart-grid"
              data-zero={mark === 0}
            />
            <text x={LEFT - 6} y={y(mark) + 4} textAnchor="end" className="chart-quiet">
              {percent.format(mark)}
            </text>
          </g>
        ))}
        {points.map((point, place) => (
          <g key={point.key} onPointerEnter={() => setAt(place)} data-pointed={place === at}>
            <rect x={x(place) - step / 2} width={step} y={0} height={HEIGHT} fill="transparent" />
            <Stem point={point} x={x(place)} y={y(point.error)} zero={middle} />
          </g>
        ))}
      </svg>
      <PointWords point={at === null ? null : (points[at] ?? null)} />
    </div>
  )
}

type StemProps = { point: EstimatePoint; x: number; y: number; zero: number }

function Stem({ point, x, y, zero }: StemProps): ReactNode {
  const color = chartColor(point.source === 'count' ? 0 : 1)
  return (
    <>
      <line x1={x} x2={x} y1={zero} y2={y} stroke={color} strokeWidth={2} />
      {point.source === 'count' ? (
        <circle cx={x} cy={y} r={4} fill={color} />
      ) : (
        <rect x={x - 4} y={y - 4} width={8} height={8} fill={color} />
      )}
    </>
  )
}
