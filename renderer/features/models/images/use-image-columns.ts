import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { fractionLength, widestFraction } from '../../../ui/decimal-alignment.ts'
import { plainCell } from '../table/cell.ts'
import { columnWidth, longest } from '../table/column-width.ts'
import type { Column } from '../table/columns.ts'
import { aliasesCell, countCell, createdCell, modalitiesCell, unknownCell } from '../table/told-cells.ts'
import type { Translate } from '../translate.ts'
import { imagePriceText } from './image-price.ts'
import { type ImageKey, type ImageRow, imageKeys } from './image-rows.ts'

export type ImageColumn = Column<ImageKey, ImageRow>

const WIDTH: Record<Exclude<ImageKey, 'id'>, number | null> = {
  aliases: null,
  inputModalities: 110,
  price: 120,
  maxPromptLength: 150,
  created: 100,
}

const EXPLAINED: { readonly [Key in ImageKey]?: NumberTerm } = {
  price: 'image-price',
  maxPromptLength: 'prompt-limit',
}

/** The columns of `Image generation models`. */
export function useImageColumns(rows: readonly ImageRow[], unit: PriceUnit): ImageColumn[] {
  const { t, i18n } = useTranslation(['models', 'ui'])
  const locale = i18n.language
  return useMemo(() => {
    const decimals = widestFraction(rows.map(({ model }) => imagePriceText(model.imagePrice, unit)))
    const units: Partial<Record<ImageKey, string>> = {
      price: t(unit === 'raw' ? 'models:units.ticksPerImage' : 'models:units.perImage'),
      maxPromptLength: t('models:units.prompt'),
    }
    return imageKeys.map((key) => {
      const shown = units[key]
      return {
        key,
        label: t(`models:columns.${key}`),
        explain: EXPLAINED[key] ?? null,
        unit: shown === undefined ? null : { shown, spoken: null },
        numeric: shown !== undefined || key === 'created',
        mono: key === 'aliases',
        width: key === 'id' ? columnWidth('mono', longest(rows.map(({ id }) => id)), 180) : WIDTH[key],
        cell: (row) => imageCell(row, key, { t, locale, unit, decimals }),
      }
    })
  }, [rows, unit, t, locale])
}

type Words = { t: Translate; locale: string; unit: PriceUnit; decimals: number }

function imageCell({ id, model }: ImageRow, key: ImageKey, { t, locale, unit, decimals }: Words) {
  switch (key) {
    case 'id':
      return plainCell(id)
    case 'aliases':
      return aliasesCell(model.aliases, t)
    case 'inputModalities':
      return modalitiesCell(model.inputModalities, t)
    case 'price': {
      const text = imagePriceText(model.imagePrice, unit)
      return text === null
        ? unknownCell(t('models:whyUnknown.price'), t)
        : { ...plainCell(text), shift: decimals - fractionLength(text) }
    }
    case 'maxPromptLength':
      return countCell(model.maxPromptLength, t('models:whyUnknown.limit'), t, locale)
    case 'created':
      return createdCell(model.created, t, locale)
  }
}
