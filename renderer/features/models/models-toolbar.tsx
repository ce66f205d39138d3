import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceUnit } from '../../../shared/money/price-unit.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { Icon } from '../../ui/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'

const units: readonly PriceUnit[] = ['per-million', 'per-thousand', 'per-token', 'raw']

type ModelsToolbarProps = {
  search: string
  onSearch: (text: string) => void
  onLeaveSearch: () => void
  /** How many models are shown, of how many; `null` while none are known. */
  count: { shown: number; total: number } | null
}

/** Search, how many are shown, and the unit of every price on screen. */
export function ModelsToolbar({ search, onSearch, onLeaveSearch, count }: ModelsToolbarProps): ReactNode {
  const { t } = useTranslation('models')
  const { preferences, change } = usePreferences()
  return (
    <div className="models-toolbar">
      <label className="search-field">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onLeaveSearch()
          }}
          spellCheck={false}
        />
      </label>
      <span className="quiet models-count" role="status">
        {count !== null &&
          (count.shown === count.total
            ? t('count', { count: count.total, shown: count.total })
            : t('countOf', count))}
      </span>
      <Segmented
        label={t('unit.label')}
        value={preferences.priceUnit}
        options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(priceUnit) => change({ priceUnit })}
      />
    </div>
  )
}
