import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../ui/button.tsx'
import { useHelp } from './help/help-context.tsx'
import { useConnection } from './use-connection.ts'
import { usePreferences } from './use-preferences.ts'
import { viewPath } from './views.ts'

/** Says once what demo mode is; `Keep exploring` is remembered. */
export function DemoBanner(): ReactNode {
  const { t } = useTranslation('app')
  const connection = useConnection()
  const help = useHelp()
  const { preferences, known, change } = usePreferences()
  if (connection.data?.kind !== 'demo' || !known || preferences.demoBannerDismissed) return null
  return (
    <section className="demo-banner" aria-label={t('banner.label')}>
      <p>{t('banner.text')}</p>
      <Link className="link-button primary" href={viewPath('api-key')}>
        {t('banner.addKey')}
      </Link>
      {help !== null && !preferences.tourSeen && (
        <Button onClick={() => help.setTour(true)}>{t('banner.tour')}</Button>
      )}
      <Button onClick={() => change({ demoBannerDismissed: true })}>{t('banner.keepExploring')}</Button>
    </section>
  )
}
