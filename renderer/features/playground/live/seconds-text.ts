/** ms as seconds with milliseconds, such as `0.412 sec`; `null` stays unknown. */
export function secondsText(ms: number | null, locale: string): string | null {
  if (ms === null) return null
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'second',
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  })
  return format.format(ms / 1000)
}
