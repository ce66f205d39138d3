import type { ReactNode } from 'react'
import { CHART_COLORS, chartColor } from '../../../ui/charts/palette.ts'
import { textRoom } from '../../../ui/charts/text-room.ts'

const LINE = 16
const LONGEST = 26

/** Places of words in lines of this width; so that a key with many names never leaves its drawing. */
function placed(names: readonly string[], width: number): { x: number; y: number; text: string }[] {
  let x = 8
  let y = 0
  return names.map((name) => {
    const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
    const room = textRoom(text) + 30
    if (x > 8 && x + room > width) {
      x = 8
      y += LINE
    }
    const at = { x, y, text }
    x += room
    return at
  })
}

/** Height (px) that the key of these names needs. */
export function keyHeight(names: readonly string[], width: number): number {
  return (placed(names, width).at(-1)?.y ?? 0) + LINE
}

/** The pattern of a series, so that neighbours differ by more than their colour. */
export function seriesFill(place: number): string {
  // Beyond the colours it begins anew with the other of plain and striped.
  const striped = (place % 2 === 1) !== place >= CHART_COLORS
  return striped ? `url(#usage-stripes-${place % CHART_COLORS})` : chartColor(place)
}

/** The stripes of each colour; to be put into each drawing that has series. */
export function SeriesPatterns(): ReactNode {
  return (
    <defs>
      {Array.from({ length: CHART_COLORS }, (_, place) => (
        <pattern
          key={chartColor(place)}
          id={`usage-stripes-${place}`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={6} height={6} fill={chartColor(place)} />
          <rect width={1.5} height={6} fill="var(--surface-0)" />
        </pattern>
      ))}
    </defs>
  )
}

/** Pattern and name of each series in the order of the stack; part of the drawing, so that a saved image has it. */
export function SeriesKey({ names, width }: { names: readonly string[]; width: number }): ReactNode {
  return placed(names, width).map(({ x, y, text }, place) => (
    <g key={names[place]}>
      <title>{names[place]}</title>
      <rect x={x} y={y + 3} width={10} height={10} rx={2} fill={seriesFill(place)} />
      <text x={x + 14} y={y + 12}>
        {text}
      </text>
    </g>
  ))
}
