/**
 * Finds where a code span ends: the next run of back quotes with the same length. All runs are listed once and each
 * length is walked forward only, so that a text of nothing but back quotes costs no more than any other.
 */
export function codeSpanFinder(text: string): (from: number, length: number) => number | null {
  const runs = new Map<number, { starts: number[]; next: number }>()
  for (const match of text.matchAll(/`+/g)) {
    const length = match[0].length
    const known = runs.get(length)
    if (known === undefined) runs.set(length, { starts: [match.index], next: 0 })
    else known.starts.push(match.index)
  }
  return (from, length) => {
    const run = runs.get(length)
    if (run === undefined) return null
    while ((run.starts[run.next] ?? Number.POSITIVE_INFINITY) < from) run.next += 1
    return run.starts[run.next] ?? null
  }
}
