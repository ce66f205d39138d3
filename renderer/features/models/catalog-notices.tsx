import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Problem } from '../../../shared/catalog/model.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { Age } from '../../ui/age.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { viewThatMends } from './view-that-mends.ts'

/** The failure of the latest attempt, with a way to the view where its cause is mended. */
export function CatalogFailure({
  failure,
  onRetry,
  kept,
}: {
  failure: Failure | null
  onRetry: () => void
  kept?: Catalog
}): ReactNode {
  const { t } = useTranslation('models')
  const view = failure === null ? null : viewThatMends(failure.code)
  const readAt = kept?.readAt ?? null
  return (
    <FailureNotice
      failure={failure}
      onRetry={onRetry}
      asked={{ endpoint: 'models' }}
      kept={
        kept !== undefined &&
        readAt !== null && (
          <Trans
            t={t}
            i18nKey="kept"
            values={{ host: kept.host }}
            components={{ age: <Age at={readAt} /> }}
          />
        )
      }
    >
      {view !== null && (
        <Link className="link-button" href={`/${view}`}>
          {t(view === 'settings' ? 'openSettings' : 'openApiKey')}
        </Link>
      )}
    </FailureNotice>
  )
}

/** Entries of the answer that could not be read; the others are in the table. */
export function CatalogProblems({ problems }: { problems: readonly Problem[] }): ReactNode {
  const { t } = useTranslation('models')
  if (problems.length === 0) return null
  return (
    <div className="catalog-problems">
      <Disclosure label={t('problems', { count: problems.length })}>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.list} ${problem.index} ${problem.reason}`}>
              <ProblemPlace problem={problem} />: {problem.reason}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

function ProblemPlace({ problem: { list, index, id } }: { problem: Problem }): ReactNode {
  const { t } = useTranslation('models')
  const place = index === null ? t('problemBody', { list }) : t('problem', { list, position: index + 1 })
  return (
    <>
      {place}
      {id !== null && (
        <>
          {' '}
          (<code>{id}</code>)
        </>
      )}
    </>
  )
}
