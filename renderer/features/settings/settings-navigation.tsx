import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../app/use-address-state.ts'

/** The parts of the settings in their order, as they stand in the address. */
export const SECTIONS = [
  'connections',
  'appearance',
  'currency',
  'desktop',
  'budgets',
  'playground',
  'privacy',
  'data',
  'diagnosis',
  'updates',
  'licences',
  'about',
] as const
export type SectionId = (typeof SECTIONS)[number]

/** Leads to each part; the part that was asked for last is marked. */
export function SettingsNavigation(): ReactNode {
  const { t } = useTranslation('desktop')
  const { state, change } = useAddressState()
  const current = state.get('section')
  return (
    <nav className="settings-navigation" aria-label={t('sections.label')}>
      <ul>
        {SECTIONS.map((section) => (
          <li key={section}>
            <button
              type="button"
              aria-current={section === current ? 'true' : undefined}
              onClick={() => {
                // A second press on the same one has no new address to follow.
                if (section === current) showSection(section)
                change({ section })
              }}
            >
              {t(`sections.${section}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function sectionElementId(section: SectionId): string {
  return `settings-${section}`
}

/** Brings a part to the top and gives it the focus, so that keys and screen readers go on there. */
export function showSection(section: SectionId): void {
  const element = document.getElementById(sectionElementId(section))
  element?.scrollIntoView({ block: 'start' })
  element?.focus({ preventScroll: true })
}
