/** Digits after the point of a formatted number, such as 3 for `$0.075`. */
export function fractionLength(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

/** The most digits after the point in a column; unknown entries (`null`) do not count. */
export function widestFraction(texts: readonly (string | null)[]): number {
  return Math.max(0, ...texts.map((text) => (text === null ? 0 : fractionLength(text))))
}
