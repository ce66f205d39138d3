import '../../app/spend/spend.css'
import './settings.css'
import type { ReactNode } from 'react'
import { BudgetsSection } from '../../app/spend/budgets-section.tsx'
import { ViewHeading } from '../../app/view-heading.tsx'
import { loadMessages } from '../../messages/index.ts'
import { AboutSections } from './about-sections.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { CareSection } from './care-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { DiagnosisSection } from './diagnosis-section.tsx'
import { PlaygroundSection } from './playground-section.tsx'
import { PrivacySection } from './privacy-section.tsx'

await loadMessages('settings')

/** What can be set, where things are kept, and what this app is made of. */
export function SettingsView(): ReactNode {
  return (
    <>
      <ViewHeading view="settings" />
      <div className="settings-sections">
        <ConnectionSection />
        <AppearanceSection />
        <BudgetsSection />
        <PlaygroundSection />
        <PrivacySection />
        <CareSection />
        <DiagnosisSection />
        <AboutSections />
      </div>
    </>
  )
}
