import type {
  ImagePriceChange,
  PriceChange,
  ThresholdChange,
} from '../../../../shared/catalog/changes-schema.ts'
import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import { countText } from '../../../ui/number-text.ts'
import { imagePriceText } from '../images/image-price.ts'
import { priceText } from '../language/price-texts.ts'
import type { DetailWords } from '../use-detail-words.ts'
import { percentText } from './percent-text.ts'

/** One change as it is written: old and new are `null` where that side is unknown. */
export type ChangeLine = {
  key: string
  id: string
  what: string
  before: string | null
  after: string | null
  /** `null` where a percentage would mean nothing. */
  percent: string | null
}

type Words = { t: DetailWords; locale: string; unit: PriceUnit }

/** Prices per token in the unit on screen; a search price is per source and always in dollars. */
export function priceLines(changes: readonly PriceChange[], { t, locale, unit }: Words): ChangeLine[] {
  return changes.map(({ id, price, before, after, basisPoints }) => {
    const text = (value: bigint | null) =>
      price === 'search' ? (value === null ? null : formatUsd(value)) : priceText(value, unit)
    return {
      key: `${id} ${price}`,
      id,
      what: t(`modelDetails:changes.classes.${price}`),
      before: text(before),
      after: text(after),
      percent: percentText(basisPoints, locale),
    }
  })
}

/** Prompt tokens from which the long-context prices hold. */
export function thresholdLines(changes: readonly ThresholdChange[], { t, locale }: Words): ChangeLine[] {
  const text = (threshold: number | null) =>
    threshold === 0
      ? t('modelDetails:changes.noTier')
      : threshold === null
        ? null
        : countText(threshold, locale)
  return changes.map(({ id, before, after }) => ({
    key: id,
    id,
    what: t('models:units.tokens'),
    before: text(before),
    after: text(after),
    percent: null,
  }))
}

export function imagePriceLines(
  changes: readonly ImagePriceChange[],
  { t, locale, unit }: Words,
): ChangeLine[] {
  return changes.map(({ id, quality, resolution, before, after, basisPoints }) => {
    const variant = [quality, resolution].filter((part) => part !== null).join(' ')
    return {
      key: `${id} ${variant}`,
      id,
      what: variant === '' ? t('modelDetails:anyVariant') : variant,
      before: imagePriceText(before, unit),
      after: imagePriceText(after, unit),
      percent: percentText(basisPoints, locale),
    }
  })
}
