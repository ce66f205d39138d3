import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageLicence } from '../../../shared/contract/licences.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'

/** All packages with the texts of their licences; the search looks into names, licences and texts. */
export function LicenceList(): ReactNode {
  const { t } = useTranslation('desktop')
  const { query } = useRpc()
  const [typed, setTyped] = useState('')
  const list = useQuery(query.licences.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  if (list.isError)
    return <FailureNotice failure={failureOfError(list.error)} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <SkeletonLines lines={6} />
  const found = list.data.filter((one) => holds(one, typed))
  return (
    <>
      <label className="usage-field">
        <span>{t('licences.search')}</span>
        <input
          type="search"
          value={typed}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p role="status" className="quiet">
        {t('licences.found', { count: found.length, all: list.data.length })}
      </p>
      <ul className="licence-list">
        {found.map((one) => (
          <li key={one.name}>
            <Licence licence={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Licence({
  licence: { name, version, licence, homepage, text },
}: {
  licence: PackageLicence
}): ReactNode {
  const { t } = useTranslation('desktop')
  return (
    <details>
      <summary>
        <code>{name}</code> {version} <span className="quiet">{licence}</span>
      </summary>
      {homepage !== null && <p className="quiet">{homepage}</p>}
      <textarea
        readOnly
        rows={12}
        spellCheck={false}
        aria-label={t('licences.textOf', { name })}
        value={text === '' ? t('licences.noText') : text}
      />
    </details>
  )
}

function holds({ name, licence, text }: PackageLicence, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const whole = `${name} ${licence} ${text}`.toLowerCase()
  return words.every((word) => whole.includes(word))
}
