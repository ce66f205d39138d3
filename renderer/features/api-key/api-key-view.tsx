import './api-key.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Connection } from '../../../shared/contract/connection.ts'
import { useConnection } from '../../app/use-connection.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { apiKey } from '../../messages/en/api-key.ts'
import { addMessages } from '../../messages/index.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/state-panel.tsx'
import { KeyFactsSection } from './key-facts-section.tsx'
import { KeyForm } from './key-form.tsx'
import { PermissionsSection } from './permissions/permissions-section.tsx'
import { StoredKey } from './stored-key.tsx'
import { UnusableKey } from './unusable-key.tsx'

addMessages('apiKey', apiKey)

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
      {connection.data !== undefined && (
        <div className="key-sections">
          <KeyOnThisComputer connection={connection.data} />
          <OtherKey connection={connection.data} />
          <KeyFactsSection demo={connection.data.kind === 'demo'} />
          <PermissionsOfKey host={connection.data.host} />
        </div>
      )}
    </>
  )
}

function KeyOnThisComputer({ connection }: { connection: Connection }): ReactNode {
  const { key } = connection
  switch (key.kind) {
    case 'absent':
      return <KeyForm connection={connection} purpose="add" />
    case 'present':
      return <StoredKey connection={connection} stored={key} />
    case 'unusable':
      return <UnusableKey connection={connection} stored={key} />
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

function OtherKey({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('apiKey')
  if (connection.otherKeyHost === null) return null
  const host = new URL(connection.baseUrl).host
  return <p className="quiet">{t('stored.otherHost', { other: connection.otherKeyHost, host })}</p>
}
