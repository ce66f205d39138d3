const counts = new Map<string, Intl.NumberFormat>()

/** A whole count with the locale's grouping. */
export function countText(count: number, locale: string): string {
  // One for all cells of a column: to make a formatter takes a hundred times as long as to use it.
  const known = counts.get(locale)
  const format = known ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  if (known === undefined) counts.set(locale, format)
  return format.format(count)
}
