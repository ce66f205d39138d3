import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import type { CatalogColumn } from '../../../../shared/catalog/catalog-view.ts'
import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { columnWidth, headerWidth, longest } from '../table/column-width.ts'
import type { Column } from '../table/columns.ts'
import type { Translate } from '../translate.ts'
import { type CellWords, languageCell } from './language-cell.ts'
import { columnPrice, isPriceColumn, priceLayout, priceTexts } from './price-texts.ts'
import { supersededIds } from './superseded-ids.ts'

export type LanguageColumn = Column<CatalogColumn, CatalogRow>

/** The columns of `Language models` with prices in `unit`; all rows decide how wide a column is, so that none jumps. */
export function useLanguageColumns(
  rows: readonly CatalogRow[],
  unit: PriceUnit,
  columns: readonly CatalogColumn[],
): LanguageColumn[] {
  const { t, i18n } = useTranslation(['models', 'ui'])
  const locale = i18n.language
  return useMemo(() => {
    const words: CellWords = {
      t,
      locale,
      price: priceTexts(unit),
      decimals: {},
      superseded: supersededIds(rows.map(({ model }) => model)),
    }
    return columns.map((key) => {
      const { width, decimals } = layoutOf(key, rows, words)
      words.decimals[key] = decimals
      return {
        key,
        label: t(`models:columns.${key}`),
        unit: unitOf(key, unit, t),
        numeric: isNumeric(key),
        explain: EXPLAINED[key] ?? null,
        mono: key === 'aliases',
        width,
        cell: (row) => languageCell(row, key, words),
      }
    })
  }, [rows, unit, columns, t, locale])
}

const EXPLAINED: { readonly [Key in CatalogColumn]?: NumberTerm } = {
  context: 'context-length',
  input: 'input-price',
  cachedInput: 'cached-price',
  output: 'output-price',
  imageInput: 'image-input-price',
  longContext: 'long-context-price',
  longContextOutput: 'long-context-price',
  longContextThreshold: 'long-context-threshold',
  search: 'search-price',
}

function isNumeric(key: CatalogColumn): boolean {
  return isPriceColumn(key) || ['context', 'longContextThreshold', 'search', 'created'].includes(key)
}

function unitOf(key: CatalogColumn, unit: PriceUnit, t: Translate): LanguageColumn['unit'] {
  if (isPriceColumn(key)) {
    // `tokens` once more over each price would cost the aliases their room; a screen reader still says it.
    return unit === 'per-million' || unit === 'per-thousand'
      ? { shown: t(`models:unitCut.${unit}`), spoken: t('models:units.tokens') }
      : { shown: t(`models:unitInHeader.${unit}`), spoken: null }
  }
  if (key === 'context') return { shown: t('models:units.tokens'), spoken: null }
  if (key === 'longContextThreshold') return { shown: t('models:units.tokens'), spoken: null }
  return key === 'search' ? { shown: t('models:units.source'), spoken: null } : null
}

/** What the words of a header need (px). */
const HEADER: Partial<Record<CatalogColumn, number>> = {
  inputModalities: 62,
  outputModalities: 62,
  context: 46,
  reasoning: 62,
  longContext: 82,
  longContextOutput: 82,
  longContextThreshold: 82,
  created: 86,
  permission: 38,
}
const PRICE_HEADER = 46
const NUMBER_OF_TOKENS = 9

/** An id with the mark that may stand behind it; the gap between them is one more character. */
function withMark(id: string, { superseded, t }: CellWords): string {
  return superseded.has(id) ? `${id} ${t('models:superseded')}` : id
}

function layoutOf(
  key: CatalogColumn,
  rows: readonly CatalogRow[],
  words: CellWords,
): { width: number | null; decimals: number } {
  const fixed = (width: number | null) => ({ width, decimals: 0 })
  const header = Math.max(HEADER[key] ?? PRICE_HEADER, headerWidth(words.t(`models:columns.${key}`)))
  if (isPriceColumn(key)) {
    const { characters, decimals } = priceLayout(rows.map((row) => words.price(columnPrice(row, key))))
    return { width: columnWidth('numeric', characters, header), decimals }
  }
  switch (key) {
    case 'id':
      return fixed(columnWidth('mono', Math.min(44, longest(rows.map(({ id }) => withMark(id, words)))), 150))
    case 'aliases':
      return fixed(null)
    case 'inputModalities':
      return fixed(
        columnWidth('words', longest(rows.map((row) => row.model.inputModalities.join(', '))), header),
      )
    case 'outputModalities':
      return fixed(
        columnWidth('words', longest(rows.map((row) => row.model.outputModalities.join(', '))), header),
      )
    case 'context':
    case 'longContextThreshold':
      return fixed(columnWidth('count', NUMBER_OF_TOKENS, header))
    case 'created':
      return fixed(
        columnWidth('date', longest(rows.map((row) => languageCell(row, key, words).text)), header),
      )
    case 'permission':
    case 'reasoning':
      return fixed(columnWidth('words', longest([words.t('models:yes'), words.t('models:no')]), header))
    default:
      return fixed(columnWidth('words', 0, header))
  }
}
