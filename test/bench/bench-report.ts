import { z } from 'zod'

/** What was hoped for and what came of it, both as a reader sees them. */
const Aim = z.strictObject({ what: z.string(), aim: z.string(), result: z.string(), met: z.boolean() })
export type Aim = z.infer<typeof Aim>

/** What one benchmark found. `lines` is Markdown: what was measured, then tables. */
export const BenchReport = z.strictObject({
  title: z.string(),
  lines: z.array(z.string()),
  aims: z.array(Aim),
})
export type BenchReport = z.infer<typeof BenchReport>

/** `most` is the largest result that meets the aim. A result that is no number meets nothing. */
export function atMost(what: string, result: number, most: number, unit: string, digits = 1): Aim {
  const text = (value: number) => `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`
  return { what, aim: `at most ${text(most)}`, result: text(result), met: result <= most }
}

/** A Markdown table; the first column is text, the others are aligned to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return ['', line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows.map(line), '']
}

export function aimLines(aims: readonly Aim[]): string[] {
  if (aims.length === 0) return []
  const rows = aims.map(({ what, aim, result, met }) => [what, aim, result, met ? 'met' : '**MISSED**'])
  return table(['aim', 'limit', 'result', ''], rows)
}
