import { assertNever } from '../../../../shared/assert-never.ts'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import type { CatalogColumn, TokenPriceColumn } from '../../../../shared/catalog/catalog-view.ts'
import { fractionLength } from '../../../ui/decimal-alignment.ts'
import { countText } from '../../../ui/number-text.ts'
import { type Cell, plainCell, quietCell } from '../table/cell.ts'
import { aliasesCell, countCell, createdCell, modalitiesCell, unknownCell } from '../table/told-cells.ts'
import type { Translate } from '../translate.ts'
import { cachedPriceIsAssumed, columnPrice, longContextTier } from './price-texts.ts'

/** What cells are worded with; `decimals` are the digits after the point of each price column. */
export type CellWords = {
  t: Translate
  locale: string
  price: (price: bigint | null) => string | null
  decimals: Partial<Record<CatalogColumn, number>>
  /** Ids of models that the list itself says were succeeded, and the id of which one did. */
  superseded: ReadonlyMap<string, string>
}

/** What one cell of `Language models` says. */
export function languageCell(row: CatalogRow, column: CatalogColumn, words: CellWords): Cell {
  const { t, locale } = words
  switch (column) {
    case 'id':
      return idCell(row, words)
    case 'aliases':
      return aliasesCell(row.aliases, t)
    case 'inputModalities':
    case 'outputModalities':
      return modalitiesCell(row.model[column], t)
    case 'context':
      return contextCell(row, words)
    case 'reasoning':
      return reasoningCell(row, t)
    case 'longContextThreshold':
      return row.rates.longContext === null
        ? noTierCell(row, t)
        : plainCell(countText(row.rates.longContext.threshold, locale))
    case 'search':
      return searchCell(row, words)
    case 'created':
      return createdCell(row.model.created, t, locale)
    case 'permission':
      return permissionCell(row, t)
    case 'input':
    case 'cachedInput':
    case 'imageInput':
    case 'output':
    case 'longContext':
    case 'longContextOutput':
      return priceCell(row, column, words)
    default:
      return assertNever(column)
  }
}

function idCell({ id }: CatalogRow, { t, superseded }: CellWords): Cell {
  const by = superseded.get(id)
  if (by === undefined) return plainCell(id)
  return { ...plainCell(id, t('models:supersededBy', { by })), mark: t('models:superseded') }
}

/** A context length of our own is marked: the API did not say it. */
function contextCell({ context }: CatalogRow, { t, locale }: CellWords): Cell {
  const cell = countCell(context?.tokens ?? null, t('models:whyUnknown.context'), t, locale)
  return context?.from === 'reference'
    ? { ...cell, note: t('models:referenceContext'), look: 'reference' }
    : cell
}

function reasoningCell({ reasoning, model }: CatalogRow, t: Translate): Cell {
  if (reasoning === null) return unknownCell(t('models:whyUnknown.reasoning'), t)
  return plainCell(t(reasoning ? 'models:yes' : 'models:no'), model.reasoningEfforts?.join(', ') || null)
}

function priceCell(
  row: CatalogRow,
  column: TokenPriceColumn,
  { t, locale, price, decimals }: CellWords,
): Cell {
  const tier = column === 'longContext' || column === 'longContextOutput' ? row.rates.longContext : undefined
  if (tier === null) return noTierCell(row, t)
  const text = price(columnPrice(row, column))
  if (text === null) return unknownCell(t('models:whyUnknown.price'), t)
  const shift = (decimals[column] ?? 0) - fractionLength(text)
  if (tier === undefined) {
    const assumed = column === 'cachedInput' && cachedPriceIsAssumed(row)
    return { ...plainCell(text, assumed ? t('models:assumedCached') : null), shift }
  }
  const of = (rate: bigint | null) => price(rate) ?? t('ui:unknown')
  const threshold = countText(tier.threshold, locale)
  const note = t('models:tier', {
    threshold,
    input: of(tier.input),
    cached: of(tier.cachedInput),
    output: of(tier.output),
  })
  return { ...plainCell(text, note), shift }
}

function noTierCell(row: CatalogRow, t: Translate): Cell {
  return longContextTier(row) === 'none'
    ? quietCell(t('models:noTier'), t('models:noTierMeaning'))
    : unknownCell(t('models:whyUnknown.tier'), t)
}

/** Ticks per source of live search: what the API says, 0 since it was switched off (reference 1). */
function searchCell({ rates }: CatalogRow, { t, locale }: CellWords): Cell {
  if (rates.perSource === null) return unknownCell(t('models:whyUnknown.price'), t)
  return countCell(Number(rates.perSource), t('models:whyUnknown.price'), t, locale)
}

function permissionCell({ may }: CatalogRow, t: Translate): Cell {
  if (may === null) return unknownCell(t('models:whyUnknown.permission'), t)
  return plainCell(
    t(may.allowed ? 'models:yes' : 'models:no'),
    t(`models:mayReason.${may.reason}`, { endpoint: 'chat' }),
  )
}
