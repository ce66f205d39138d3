import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../../app/use-connection.ts'
import { SentenceGap } from '../../ui/sentence-gap.tsx'
import { SettingsSection } from './settings-section.tsx'

const stored = ['keys', 'models', 'conversations', 'requests', 'preferences', 'log', 'sent'] as const

/** What is kept where, and what leaves this computer. */
export function PrivacySection(): ReactNode {
  const { t } = useTranslation('settings')
  const connection = useConnection().data
  const noKeyring = connection !== undefined && !connection.keyring.available
  return (
    <SettingsSection heading={t('privacy.heading')}>
      <dl className="facts privacy-facts">
        {stored.map((what) => (
          <div key={what} className="version">
            <dt>{t(`privacy.${what}.name`)}</dt>
            <dd>
              {t(`privacy.${what}.where`)}
              {what === 'keys' && noKeyring && (
                <>
                  <SentenceGap />
                  {t('privacy.noKeyring')}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </SettingsSection>
  )
}
