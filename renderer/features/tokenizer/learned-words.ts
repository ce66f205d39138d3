import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LearnedOverhead, LearnedRatio } from '../../../shared/estimate/calibration.ts'

/** What an estimate of a text rests on, and how far it can be off. */
export function learnedWords(learned: LearnedRatio, t: TFunction<'tokenizer'>, locale: string): string {
  switch (learned.from) {
    case 'this-kind':
      return learned.within === null
        ? t('learned.few', { count: learned.samples })
        : t('learned.within', { count: learned.samples, within: percentText(learned.within, locale) })
    case 'other-kinds':
      return t('learned.otherKinds')
    case 'requests':
      return t('learned.requests')
    case 'nothing':
      return t('learned.nothing')
    default:
      return assertNever(learned.from)
  }
}

/** From how many bills the overhead of a request is known, and how far a foretold prompt can be off. */
export function overheadWords(
  { within, samples }: LearnedOverhead,
  t: TFunction<'tokenizer'>,
  locale: string,
): string {
  return within === null
    ? t('overhead.few', { count: samples })
    : t('overhead.within', { count: samples, within: percentText(within, locale) })
}

/** A part as percent, never rounded down to none: 0.0213 is 2.2 %. */
export function percentText(part: number, locale: string): string {
  const tenths = Math.max(0, Math.ceil(part * 1000 - 1e-9)) / 1000
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(tenths)
}
