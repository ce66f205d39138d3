import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection, KeyStatus, Profile } from '../../../shared/contract/connection.ts'
import { ForgetKey } from './forget-key.tsx'
import { KeyForm } from './key-form.tsx'

type UnusableProps = {
  connection: Connection
  profile: Profile
  stored: Extract<KeyStatus, { kind: 'unusable' }>
}

/** The key is on disk and cannot be opened: which keyring is needed, that nothing is lost, and the way around. */
export function UnusableKey({ connection, profile, stored }: UnusableProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const [forgetting, setForgetting] = useState(false)
  const keyrings = { before: stored.backendThen, now: stored.backendNow ?? t('unusable.noneNow') }
  return (
    <>
      <section className="card" aria-label={t('unusable.heading')}>
        <h2>{t('unusable.heading')}</h2>
        <p>{t(`unusable.${stored.why}`, keyrings)}</p>
        <p>
          {t(stored.lastFour === '' ? 'unusable.keptShort' : 'unusable.kept', {
            lastFour: stored.lastFour,
            host: stored.host,
          })}
        </p>
        {forgetting ? (
          <ForgetKey lastFour={stored.lastFour} onClose={() => setForgetting(false)} />
        ) : (
          <div className="notice-actions">
            <Button variant="default" onClick={() => setForgetting(true)}>
              {t('stored.forget')}
            </Button>
          </div>
        )}
      </section>
      <KeyForm connection={connection} profile={profile} purpose="enterAgain" />
    </>
  )
}
