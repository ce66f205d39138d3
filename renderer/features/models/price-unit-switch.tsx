import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceUnit } from '../../../shared/money/price-unit.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { Segmented } from '../../ui/segmented.tsx'

const units: readonly PriceUnit[] = ['per-million', 'per-thousand', 'per-token', 'raw']

/** The unit of every price on screen. */
export function PriceUnitSwitch(): ReactNode {
  const { t } = useTranslation('models')
  const { preferences, change } = usePreferences()
  return (
    <Segmented
      label={t('unit.label')}
      value={preferences.priceUnit}
      options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      onChange={(priceUnit) => change({ priceUnit })}
    />
  )
}
