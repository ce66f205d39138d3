import './api-key.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Connection, Profile } from '../../../shared/contract/connection.ts'
import { ConnectionsSection } from '../../app/connections/connections-section.tsx'
import { useConnection } from '../../app/use-connection.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { loadMessages } from '../../messages/index.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { KeyFactsSection } from './key-facts-section.tsx'
import { KeyForm } from './key-form.tsx'
import { KeyHealthSection } from './key-health-section.tsx'
import { PermissionsSection } from './permissions/permissions-section.tsx'
import { StoredKey } from './stored-key.tsx'
import { UnusableKey } from './unusable-key.tsx'

await loadMessages('apiKey')

/** Who the key is, how it is kept on this computer, and what the server says of it. The key itself is never shown. */
export function ApiKeyView(): ReactNode {
  const connection = useConnection()
  return (
    <>
      <ViewHeading view="api-key" />
      {connection.isPending && <SkeletonLines lines={4} />}
      {connection.isError && (
        <FailureNotice failure={failureOfError(connection.error)} onRetry={() => void connection.refetch()} />
      )}
      {connection.data !== undefined && <KeySections connection={connection.data} />}
    </>
  )
}

function KeySections({ connection }: { connection: Connection }): ReactNode {
  const demo = connection.kind === 'demo'
  return (
    <div className="key-sections">
      <ConnectionsSection connection={connection} />
      <KeyOnThisComputer connection={connection} />
      {!demo && <KeyHealthSection />}
      <KeyFactsSection demo={demo} />
      <PermissionsOfKey host={connection.host} />
    </div>
  )
}

/** The connection whose key is entered or kept here: the one in use, or the first real one while that is the demo. */
function keyHolder({ profiles, active }: Connection): Profile | null {
  const inUse = profiles.find(({ id }) => id === active)
  return inUse !== undefined && inUse.kind !== 'demo'
    ? inUse
    : (profiles.find(({ kind }) => kind !== 'demo') ?? null)
}

function KeyOnThisComputer({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('apiKey')
  const profile = keyHolder(connection)
  if (profile === null) return null
  const other = profile.otherKeyHost
  return (
    <div className="key-on-computer">
      {profile.id !== connection.active && <p>{t('stored.demo', { name: profile.name })}</p>}
      <KeyOf key={profile.id} connection={connection} profile={profile} />
      {other !== null && <p className="quiet">{t('stored.otherHost', { other, host: profile.host })}</p>}
    </div>
  )
}

function KeyOf({ connection, profile }: { connection: Connection; profile: Profile }): ReactNode {
  const { key } = profile
  switch (key.kind) {
    case 'absent':
      return <KeyForm connection={connection} profile={profile} purpose="add" />
    case 'present':
      return <StoredKey connection={connection} profile={profile} stored={key} />
    case 'unusable':
      return <UnusableKey connection={connection} profile={profile} stored={key} />
    default:
      return assertNever(key)
  }
}

/** The grid, once the facts are there; what stands in their way is said above. */
function PermissionsOfKey({ host }: { host: string }): ReactNode {
  const { query } = useRpc()
  const { data } = useQuery(query.connection.inspectKey.queryOptions())
  return data === undefined ? null : <PermissionsSection facts={data} host={host} />
}
