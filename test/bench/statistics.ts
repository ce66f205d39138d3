/** Middle of the values; the mean of the two middle ones when their number is even. `NaN` without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}

export type Row = { name: string; values: readonly number[] }

/** A table of medians and worst values in ms, each as a ratio to the first row: times here are noise, ratios are not. */
export function comparison(rows: readonly Row[]): string {
  const base = median(rows[0]?.values ?? [])
  const lines = rows.map(({ name, values }) => {
    const middle = median(values)
    const cells = [
      Math.round(middle),
      Math.round(Math.max(...values)),
      (middle / base).toFixed(2),
      values.length,
    ]
    return `| ${name} | ${cells.join(' | ')} |`
  })
  return ['| what | median ms | worst ms | ratio | runs |', '|---|---:|---:|---:|---:|', ...lines].join('\n')
}
