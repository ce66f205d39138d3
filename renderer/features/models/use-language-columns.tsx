import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceUnit } from '../../../shared/money/price-unit.ts'
import { PriceCell } from '../../ui/price-cell.tsx'
import { AliasesCell, CountCell, CreatedCell, ModalitiesCell } from './cells.tsx'
import type { Column } from './columns.ts'
import { type LanguageKey, type LanguageRow, languageSortValues, type PriceKey } from './language-rows.ts'
import { LongContextCell } from './long-context-cell.tsx'
import { cachedPriceIsAssumed, longContextText, priceDecimals, priceText } from './price-texts.ts'

type LanguageColumn = Column<LanguageKey, LanguageRow>

/** The columns of `Language models` with prices in `unit`; `rows` decide how many decimals a column keeps room for. */
export function useLanguageColumns(rows: readonly LanguageRow[], unit: PriceUnit): LanguageColumn[] {
  const { t } = useTranslation('models')
  return useMemo(() => {
    const decimals = priceDecimals(rows, unit)
    const unitText = t(`unitInHeader.${unit}`)
    const column = (
      key: LanguageKey,
      cell: LanguageColumn['cell'],
      about: { unit?: string; numeric?: boolean } = {},
    ): LanguageColumn => ({
      key,
      label: t(`columns.${key}`),
      unit: about.unit ?? null,
      numeric: about.numeric ?? about.unit !== undefined,
      value: languageSortValues[key],
      cell,
    })
    const price = (key: PriceKey, note: (row: LanguageRow) => string | null = () => null) =>
      column(key, (row) => priceCell(row, key, note(row)), { unit: unitText })
    const priceCell = (row: LanguageRow, key: PriceKey, note: string | null) => (
      <PriceCell
        text={priceText(row.rates[key], unit)}
        decimals={decimals[key]}
        note={row.rates[key] === null ? t('whyUnknown.price') : note}
      />
    )
    return [
      column('id', () => null),
      column('aliases', (row) => <AliasesCell aliases={row.aliases} />),
      column('inputModalities', (row) => <ModalitiesCell modalities={row.model.inputModalities} />),
      column('outputModalities', (row) => <ModalitiesCell modalities={row.model.outputModalities} />),
      column(
        'context',
        (row) => <CountCell count={row.model.contextLength} whyUnknown={t('whyUnknown.context')} />,
        { unit: t('units.tokens') },
      ),
      price('input'),
      price('cachedInput', (row) => (cachedPriceIsAssumed(row) ? t('assumedCached') : null)),
      price('output'),
      column('longContext', (row) => <LongContextCell text={longContextText(row, unit)} />, {
        unit: t('units.longContext'),
      }),
      column('created', (row) => <CreatedCell created={row.model.created} />, { numeric: true }),
    ]
  }, [rows, unit, t])
}
