import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Connection } from '../../../shared/contract/connection.ts'
import { ConnectionsSection } from '../../app/connections/connections-section.tsx'
import { SurchargeWarning } from '../../app/surcharge-warning.tsx'
import { useConnection } from '../../app/use-connection.ts'
import { failureOfError } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SentenceGap } from '../../ui/sentence-gap.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { BaseUrlForm } from './base-url-form.tsx'
import { SettingsSection } from './settings-section.tsx'

/** The connections that are kept, and the address of the one in use. */
export function ConnectionSection(): ReactNode {
  const { t } = useTranslation('settings')
  const connection = useConnection()
  if (connection.data === undefined) {
    return (
      <SettingsSection heading={t('connection.heading')}>
        {connection.isError ? (
          <FailureNotice
            failure={failureOfError(connection.error)}
            onRetry={() => void connection.refetch()}
          />
        ) : (
          <SkeletonLines lines={3} />
        )}
      </SettingsSection>
    )
  }
  return (
    <>
      <ConnectionsSection connection={connection.data} />
      <SettingsSection heading={t('connection.heading')}>
        <Address connection={connection.data} />
      </SettingsSection>
    </>
  )
}

function Address({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('settings')
  const inUse = connection.profiles.find(({ id }) => id === connection.active)
  if (inUse?.kind === 'demo') return <p className="quiet">{t('connection.demoInUse')}</p>
  return (
    <>
      <BaseUrlForm key={connection.active} connection={connection} />
      <ConnectionWords connection={connection} />
    </>
  )
}

function ConnectionWords({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('settings')
  const host = new URL(connection.baseUrl).host
  const link = connection.key.kind === 'absent' ? t('connection.enterKey', { host }) : t('connection.toKey')
  return (
    <div className="connection-words">
      {connection.kind === 'demo' && <p>{t('connection.demo', { host })}</p>}
      <p>
        <KeyWords connection={connection} />
        <SentenceGap />
        <Link href="/api-key">{link}</Link>
      </p>
      <SurchargeWarning host={host} />
      {connection.otherKeyHost !== null && (
        <p className="quiet">{t('connection.otherKey', { host: connection.otherKeyHost })}</p>
      )}
    </div>
  )
}

function KeyWords({ connection: { key } }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('settings')
  if (key.kind === 'absent') return t('connection.noKey')
  if (key.kind === 'unusable') return t('connection.unusable', { host: key.host })
  return t('connection.keyFor', { lastFour: key.lastFour, host: key.host })
}
