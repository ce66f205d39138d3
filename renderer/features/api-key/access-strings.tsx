import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/key-facts.ts'

/** The access strings as they came: unknown and empty ones too (reference 3). */
export function AccessStrings({ facts: { acls, aclsTold } }: { facts: KeyFacts }): ReactNode {
  const { t } = useTranslation('apiKey')
  const explained = acls.length === 0 ? t(aclsTold ? 'access.none' : 'access.untold') : t('access.explained')
  return (
    <section aria-label={t('access.label')}>
      <h3>{t('access.label')}</h3>
      <p className="quiet">{explained}</p>
      {acls.length > 0 && (
        <ul className="access-strings">
          {counted(acls).map(({ key, acl }) => (
            <li key={key}>{acl === '' ? <i>{t('access.empty')}</i> : <code>{acl}</code>}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The same string may come twice: its place is part of its key. */
function counted(acls: readonly string[]): { key: string; acl: string }[] {
  return acls.map((acl, place) => ({ key: `${place} ${acl}`, acl }))
}
