import { parseUsd, type Ticks } from '../../../../shared/money/ticks.ts'

/** What is typed as the most to spend: ticks, `null` for no limit, or `wrong` for what is no amount above zero. */
export function readCap(text: string): Ticks | null | 'wrong' {
  if (text.trim() === '') return null
  const ticks = parseUsd(text)
  return ticks === null || ticks <= 0n ? 'wrong' : ticks
}
