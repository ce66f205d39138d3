import '../../app/spend/spend.css'
import './settings.css'
import { type ReactNode, useEffect } from 'react'
import { BudgetsSection } from '../../app/spend/budgets-section.tsx'
import { useAddressState } from '../../app/use-address-state.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { loadMessages } from '../../messages/index.ts'
import { AboutSections } from './about-sections.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { CareSection } from './care-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { CurrencySection } from './currency-section.tsx'
import { DiagnosisSection } from './diagnosis-section.tsx'
import { HabitsSection } from './habits-section.tsx'
import { LicencesSection } from './licences-section.tsx'
import { PlaygroundSection } from './playground-section.tsx'
import { PrivacySection } from './privacy-section.tsx'
import {
  SECTIONS,
  type SectionId,
  SettingsNavigation,
  sectionElementId,
  showSection,
} from './settings-navigation.tsx'
import { UpdatesSection } from './updates-section.tsx'

await loadMessages('settings')
await loadMessages('desktop')

const parts: Record<SectionId, () => ReactNode> = {
  connections: ConnectionSection,
  appearance: AppearanceSection,
  currency: CurrencySection,
  desktop: HabitsSection,
  budgets: BudgetsSection,
  playground: PlaygroundSection,
  privacy: PrivacySection,
  data: CareSection,
  diagnosis: DiagnosisSection,
  updates: UpdatesSection,
  licences: LicencesSection,
  about: AboutSections,
}

/** What can be set, where things are kept, and what this app is made of. */
export function SettingsView(): ReactNode {
  const { state } = useAddressState()
  const wanted = SECTIONS.find((section) => section === state.get('section'))
  useEffect(() => {
    if (wanted !== undefined) showSection(wanted)
  }, [wanted])
  return (
    <>
      <ViewHeading view="settings" />
      <div className="settings-columns">
        <SettingsNavigation />
        <div className="settings-sections">
          {SECTIONS.map((section) => {
            const Part = parts[section]
            return (
              <div key={section} id={sectionElementId(section)} tabIndex={-1} className="settings-part">
                <Part />
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}
