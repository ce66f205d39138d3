import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/language/language.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { SettingsSection } from './settings-section.tsx'

const languages = ['system', ...LANGUAGES] as const
const themes = ['system', 'light', 'dark', 'high-contrast'] as const
const densities = ['comfortable', 'compact'] as const
const zooms = [50, 75, 100, 125, 150, 175, 200] as const
const units = ['per-million', 'per-thousand', 'per-token', 'raw'] as const

/** How things look. Changes show at once. */
export function AppearanceSection(): ReactNode {
  const { t, i18n } = useTranslation('settings')
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
        <span aria-hidden="true">{t('appearance.density')}</span>
        <Segmented
          label={t('appearance.density')}
          value={preferences.density}
          options={densities.map((density) => ({
            value: density,
            label: t(`appearance.densities.${density}`),
          }))}
          onChange={(density) => change({ density })}
        />
        <label htmlFor="settings-zoom">{t('appearance.zoom')}</label>
        <select
          id="settings-zoom"
          value={preferences.zoom}
          onChange={(event) => change({ zoom: Number(event.currentTarget.value) })}
        >
          {[...new Set([...zooms, preferences.zoom])]
            .sort((a, b) => a - b)
            .map((zoom) => (
              <option key={zoom} value={zoom}>
                {percentText(zoom, i18n.language)}
              </option>
            ))}
        </select>
      </div>
    </SettingsSection>
  )
}

function percentText(percent: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100)
}
