import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection, KeyStatus, Profile } from '../../../shared/contract/connection.ts'
import { Button } from '../../ui/button.tsx'
import { IdText } from '../../ui/id-text.tsx'
import { ForgetKey } from './forget-key.tsx'
import { KeyForm } from './key-form.tsx'
import { KeyPlaces } from './key-places.tsx'

type PresentKey = Extract<KeyStatus, { kind: 'present' }>

type StoredKeyProps = { connection: Connection; profile: Profile; stored: PresentKey }

/** How the key is kept, and what can be done about it. A key from the environment is not ours to change. */
export function StoredKey({ connection, profile, stored }: StoredKeyProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const [doing, setDoing] = useState<'nothing' | 'replacing' | 'forgetting'>('nothing')
  const close = () => setDoing('nothing')
  if (doing === 'replacing')
    return <KeyForm connection={connection} profile={profile} purpose="replace" onClose={close} />
  return (
    <section className="card" aria-label={t('stored.label')}>
      <h2>{t('stored.label')}</h2>
      <StoredFacts stored={stored} />
      {stored.storage === 'environment' && <p className="quiet">{t('stored.environmentChange')}</p>}
      {stored.storage !== 'environment' && doing === 'nothing' && (
        <div className="notice-actions">
          <Button onClick={() => setDoing('replacing')}>{t('stored.replace')}</Button>
          <Button onClick={() => setDoing('forgetting')}>{t('stored.forget')}</Button>
        </div>
      )}
      {doing === 'forgetting' && <ForgetKey lastFour={stored.lastFour} onClose={close} />}
      <KeyPlaces connection={connection} profile={profile} />
    </section>
  )
}

function StoredFacts({ stored }: { stored: PresentKey }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <dl className="facts">
      <dt>{t('stored.key')}</dt>
      <dd>
        {t(stored.lastFour === '' ? 'stored.noEnding' : 'stored.ending', { lastFour: stored.lastFour })}
      </dd>
      <dt>{t('stored.boundTo')}</dt>
      <dd>
        <IdText>{stored.host}</IdText>
      </dd>
      <dt>{t('stored.how')}</dt>
      <dd>{t(`stored.${stored.storage}`, { backend: stored.backend ?? '–' })}</dd>
    </dl>
  )
}
