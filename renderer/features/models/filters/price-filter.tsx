import type { ReactNode } from 'react'
import type { PriceColumn, PriceRange } from '../../../../shared/catalog/catalog-view.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { useDetailWords } from '../use-detail-words.ts'
import { boundText, parseBound } from './price-bound.ts'
import { TypedField } from './typed-field.tsx'

type PriceFilterProps = { price: PriceColumn; range: PriceRange; onType: (range: PriceRange) => void }

/** From and to, in the unit of the prices on screen; both ends belong to the range. */
export function PriceFilter({ price, range, onType }: PriceFilterProps): ReactNode {
  const { t } = useDetailWords()
  const { preferences } = usePreferences()
  const unit = preferences.priceUnit
  const name = t(`modelDetails:filters.prices.${price}`)
  const bound = (side: 'min' | 'max') => (
    <TypedField
      label={t(side === 'min' ? 'modelDetails:filters.from' : 'modelDetails:filters.to', { price: name })}
      value={range[side]}
      textOf={(value) => boundText(value, unit)}
      parse={(text) => parseBound(text, unit, side)}
      onValue={(value) => onType({ ...range, [side]: value })}
      wrong={t('modelDetails:filters.notAPrice')}
      hint={side}
    />
  )
  return (
    <fieldset className="filter-field">
      <legend>
        {name} <span className="sort-unit">{t(`models:unitInHeader.${unit}`)}</span>
      </legend>
      <div className="filter-range">
        {bound('min')}
        {t('modelDetails:filters.toShort')}
        {bound('max')}
      </div>
    </fieldset>
  )
}
