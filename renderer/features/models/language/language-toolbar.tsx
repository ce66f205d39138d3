import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { countText } from '../../../ui/number-text.ts'
import { PriceUnitSwitch } from '../price-unit-switch.tsx'
import { SearchField } from '../search-field.tsx'
import { MOST_PICKED, useModelsState } from '../use-models-state.ts'
import { countFilters } from './count-filters.ts'
import { SearchedName } from './searched-name.tsx'
import type { LanguageList } from './use-language-list.ts'

const FilterBar = lazy(async () => ({ default: (await import('../filters/filter-bar.tsx')).FilterBar }))

type LanguageToolbarProps = { list: LanguageList; known: boolean; onLeaveSearch: () => void }

/** Search, filters, what the typed name stands for, how many are shown, the picked ones, and the unit of prices. */
export function LanguageToolbar({ list, known, onLeaveSearch }: LanguageToolbarProps): ReactNode {
  const { t, i18n } = useTranslation('models')
  const { view } = useModelsState()
  const [open, setOpen] = useState(false)
  const { all, shown } = list
  const filters = countFilters(view.filter)
  const count = (models: number) => countText(models, i18n.language)
  return (
    <>
      <div className="models-toolbar">
        <SearchField text={list.search} onText={list.setSearch} onLeave={onLeaveSearch} />
        <Button onClick={() => setOpen(!open)} expanded={open}>
          {filters === 0 ? t('filters') : t('filtersActive', { count: filters })}
        </Button>
        <span className="quiet models-count" role="status" data-explain="model-count">
          {known &&
            (shown.length === all.length
              ? t('count', { count: all.length, shown: count(all.length) })
              : t('countOf', { shown: count(shown.length), total: count(all.length) }))}
          <SearchedName text={list.search} rows={all} />
        </span>
        <ComparePicked />
        <PriceUnitSwitch />
      </div>
      {open && (
        <Suspense fallback={null}>
          <FilterBar rows={all} />
        </Suspense>
      )}
    </>
  )
}

/** The way to Compare with the picked models; says what is missing while it cannot be gone. */
function ComparePicked(): ReactNode {
  const { t } = useTranslation('models')
  const { picked, dropPicked } = useModelsState()
  const { size } = picked
  if (size === 0) return null
  const models = [...picked].map(encodeURIComponent).join(',')
  return (
    <span className="compare-picked">
      {size >= 2 && size <= MOST_PICKED ? (
        <Link className="link-button" href={`/compare?models=${models}`}>
          {t('compare', { count: size })}
        </Link>
      ) : (
        <span className="quiet">{t(size < 2 ? 'pickMore' : 'pickFewer', { most: MOST_PICKED })}</span>
      )}
      <Button kind="plain" onClick={dropPicked}>
        {t('dropPicked')}
      </Button>
    </span>
  )
}
