/** An exact ratio of whole numbers in lowest terms; the denominator is positive. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** `numerator / denominator` in lowest terms. Throws a RangeError when the denominator is 0. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than 0')
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (small !== 0n) [large, small] = [small, large % small]
  return large
}

/** As a number, for drawing and for text with few digits; the fraction itself stays exact. */
export function fractionNumber({ numerator, denominator }: Fraction): number {
  const whole = numerator / denominator
  return Number(whole) + Number(numerator % denominator) / Number(denominator)
}
