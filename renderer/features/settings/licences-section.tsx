import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { SettingsSection } from './settings-section.tsx'

const LicenceList = lazy(async () => ({ default: (await import('./licence-list.tsx')).LicenceList }))

/** What others made of this app, under which licences; read only when somebody wants to see it. */
export function LicencesSection(): ReactNode {
  const { t } = useTranslation('desktop')
  const [shown, show] = useState(false)
  return (
    <SettingsSection heading={t('licences.heading')}>
      <p className="quiet settings-about">{t('licences.about')}</p>
      <div>
        <Button expanded={shown} onClick={() => show(!shown)}>
          {shown ? t('licences.hide') : t('licences.show')}
        </Button>
      </div>
      {shown && (
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <LicenceList />
        </Suspense>
      )}
    </SettingsSection>
  )
}
