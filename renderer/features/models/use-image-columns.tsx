import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceUnit } from '../../../shared/money/price-unit.ts'
import type { Ticks } from '../../../shared/money/ticks.ts'
import { formatUsd } from '../../../shared/money/ticks.ts'
import { widestFraction } from '../../ui/decimal-alignment.ts'
import { PriceCell } from '../../ui/price-cell.tsx'
import { AliasesCell, CountCell, CreatedCell, ModalitiesCell } from './cells.tsx'
import type { Column } from './columns.ts'
import { type ImageKey, type ImageRow, imageSortValues } from './image-rows.ts'

type ImageColumn = Column<ImageKey, ImageRow>

/** An image costs the same whatever the token unit is; only `raw` shows the API's own integer. */
export function imagePriceText(price: Ticks | null, unit: PriceUnit): string | null {
  if (price === null) return null
  return unit === 'raw' ? price.toString() : formatUsd(price)
}

/** The columns of `Image generation models`. */
export function useImageColumns(rows: readonly ImageRow[], unit: PriceUnit): ImageColumn[] {
  const { t } = useTranslation('models')
  return useMemo(() => {
    const decimals = widestFraction(rows.map(({ model }) => imagePriceText(model.imagePrice, unit)))
    const column = (key: ImageKey, cell: ImageColumn['cell'], unitText: string | null = null) => ({
      key,
      label: t(`columns.${key}`),
      unit: unitText,
      numeric: unitText !== null || key === 'created',
      value: imageSortValues[key],
      cell,
    })
    const priceCell = ({ model }: ImageRow) => (
      <PriceCell
        text={imagePriceText(model.imagePrice, unit)}
        decimals={decimals}
        note={model.imagePrice === null ? t('whyUnknown.price') : null}
      />
    )
    return [
      column('id', () => null),
      column('aliases', (row) => <AliasesCell aliases={row.aliases} />),
      column('inputModalities', (row) => <ModalitiesCell modalities={row.model.inputModalities} />),
      column('price', priceCell, t(unit === 'raw' ? 'units.ticksPerImage' : 'units.perImage')),
      column(
        'maxPromptLength',
        (row) => <CountCell count={row.model.maxPromptLength} whyUnknown={t('whyUnknown.limit')} />,
        t('units.prompt'),
      ),
      column('created', (row) => <CreatedCell created={row.model.created} />),
    ]
  }, [rows, unit, t])
}
