import './settings.css'
import type { ReactNode } from 'react'
import { ViewHeading } from '../../app/view-heading.tsx'
import { AboutSections } from './about-sections.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { ConnectionSection } from './connection-section.tsx'

/** What can be set, where things are kept, and what this app is made of. */
export function SettingsView(): ReactNode {
  return (
    <>
      <ViewHeading view="settings" />
      <div className="settings-sections">
        <ConnectionSection />
        <AppearanceSection />
        <AboutSections />
      </div>
    </>
  )
}
