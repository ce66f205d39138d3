import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Connection } from '../../../shared/contract/connection.ts'
import { useConnection } from '../../app/use-connection.ts'
import { failureOfError } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/state-panel.tsx'
import { BaseUrlForm } from './base-url-form.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Which server is asked, and which key belongs to it. */
export function ConnectionSection(): ReactNode {
  const { t } = useTranslation('settings')
  const connection = useConnection()
  return (
    <SettingsSection heading={t('connection.heading')}>
      {connection.isPending && <SkeletonLines lines={3} />}
      {connection.isError && (
        <FailureNotice failure={failureOfError(connection.error)} onRetry={() => void connection.refetch()} />
      )}
      {connection.data !== undefined && (
        <>
          <BaseUrlForm connection={connection.data} />
          <ConnectionWords connection={connection.data} />
        </>
      )}
    </SettingsSection>
  )
}

function ConnectionWords({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('settings')
  const host = new URL(connection.baseUrl).host
  return (
    <div className="connection-words">
      {connection.kind === 'demo' && <p>{t('connection.demo', { host })}</p>}
      <p>
        <KeyWords connection={connection} /> <Link href="/api-key">{t('connection.toKey')}</Link>
      </p>
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
