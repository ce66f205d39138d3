/** What an answer is taken to be long when nothing is known of any (tokens). */
export const ASSUMED_ANSWER = 500

/** The one in the middle of these lengths; `null` when there are none. */
export function middleLength(lengths: readonly number[]): number | null {
  const sorted = [...lengths].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
