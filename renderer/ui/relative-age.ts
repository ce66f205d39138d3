const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const steps = [
  { unit: 'day', size: DAY },
  { unit: 'hour', size: HOUR },
  { unit: 'minute', size: MINUTE },
  { unit: 'second', size: SECOND },
] as const

/**
 * How long ago `then` was, in words such as "3 minutes ago". Both are UTC ms. A time in the future (a clock that
 * was set back) counts as now rather than as a negative age.
 */
export function relativeAge(then: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const age = Math.max(0, now - then)
  const step = steps.find(({ size }) => age >= size)
  if (step === undefined) return format.format(0, 'second')
  return format.format(-Math.floor(age / step.size), step.unit)
}
