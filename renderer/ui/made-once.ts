/**
 * What `make` makes of these words, made once for each: a formatter takes a hundred times as long to make as to use, and
 * one serves all cells of a column.
 */
export function madeOnce<Words extends readonly string[], Made extends object>(
  make: (...words: Words) => Made,
): (...words: Words) => Made {
  const known = new Map<string, Made>()
  return (...words) => {
    const key = words.join(' ')
    const made = known.get(key) ?? make(...words)
    known.set(key, made)
    return made
  }
}
