import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/language/language.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { SettingsSection } from './settings-section.tsx'

const languages = ['system', ...LANGUAGES] as const
const themes = ['system', 'light', 'dark', 'high-contrast'] as const
const units = ['per-million', 'per-thousand', 'per-token', 'raw'] as const

/** How things look. Changes show at once. */
export function AppearanceSection(): ReactNode {
  const { t } = useTranslation('settings')
  const { preferences, change } = usePreferences()
  return (
    <SettingsSection heading={t('appearance.heading')}>
      <div className="settings-rows">
        <span aria-hidden="true">{t('appearance.language')}</span>
        <Segmented
          label={t('appearance.language')}
          value={preferences.language}
          options={languages.map((language) => ({
            value: language,
            label: language === 'system' ? t('appearance.asSystem') : LANGUAGE_NAMES[language],
          }))}
          onChange={(language) => change({ language })}
        />
        <span aria-hidden="true">{t('appearance.theme')}</span>
        <Segmented
          label={t('appearance.theme')}
          value={preferences.theme}
          options={themes.map((theme) => ({ value: theme, label: t(`appearance.themes.${theme}`) }))}
          onChange={(theme) => change({ theme })}
        />
        <span aria-hidden="true">{t('appearance.priceUnit')}</span>
        <Segmented
          label={t('appearance.priceUnit')}
          value={preferences.priceUnit}
          options={units.map((unit) => ({ value: unit, label: t(`appearance.units.${unit}`) }))}
          onChange={(priceUnit) => change({ priceUnit })}
        />
      </div>
    </SettingsSection>
  )
}
