import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Permissions } from '../../../../shared/permissions/permissions.ts'
import { may } from '../../../../shared/permissions/permissions.ts'
import { useKeyPermissions } from '../../../app/access/use-key-permissions.ts'
import { useDetailWords } from '../use-detail-words.ts'

/** The endpoints that take a language model, and the one that takes an image model (reference 3). */
const endpoints = { language: ['chat', 'tokenize', 'sample'], images: ['image'] } as const
type Endpoint = (typeof endpoints)[keyof typeof endpoints][number]

type MayUseProps = {
  kind: keyof typeof endpoints
  /** Every name of the model. */
  names: readonly string[]
  /** When the list was read, UTC ms. */
  readAt: number | null
}

/** Which endpoints the key may call with this model, and why not. */
export function MayUse({ kind, names, readAt }: MayUseProps): ReactNode {
  const { t } = useDetailWords()
  const permissions = useKeyPermissions(readAt)
  return (
    <section>
      <h3>{t('modelDetails:may.title')}</h3>
      {permissions === null ? (
        <p className="quiet">{t('modelDetails:may.unknown')}</p>
      ) : (
        <table className="may-use" aria-label={t('modelDetails:may.title')}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('modelDetails:may.endpoint')}</th>
              <th scope="col">{t('modelDetails:may.allowed')}</th>
              <th scope="col">{t('modelDetails:may.why')}</th>
            </tr>
          </thead>
          <tbody>
            {endpoints[kind].map((endpoint) => (
              <EndpointLine key={endpoint} endpoint={endpoint} permissions={permissions} names={names} />
            ))}
          </tbody>
        </table>
      )}
      <Link href="/api-key">{t('modelDetails:may.open')}</Link>
    </section>
  )
}

type EndpointLineProps = { endpoint: Endpoint; permissions: Permissions; names: readonly string[] }

function EndpointLine({ endpoint, permissions, names }: EndpointLineProps): ReactNode {
  const { t } = useDetailWords()
  const { allowed, reason } = may(permissions, endpoint, names)
  return (
    <tr>
      <th scope="row">{t(`modelDetails:may.${endpoint}`)}</th>
      <td className={allowed ? 'good' : 'warn'}>{t(allowed ? 'models:yes' : 'models:no')}</td>
      <td className="quiet">{!allowed && t(`models:mayReason.${reason}`, { endpoint })}</td>
    </tr>
  )
}
