/** Hundredths of a percent as `+12.5%` or `−50%`, with no more digits than it has; `null` stays `null`. */
export function percentText(basisPoints: bigint | null, locale: string): string | null {
  if (basisPoints === null) return null
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 2,
  }).format(Number(basisPoints) / 10_000)
}
