import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { type CatalogState, useCatalog } from '../../app/use-catalog.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { loadMessages } from '../../messages/index.ts'
import { failureOfError } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import './compare.css'
import { CompareBoard } from './compare-board.tsx'

await loadMessages('compare')

/** Models side by side on one's own workload: what it costs, which is cheapest, and where that turns. */
export function CompareView(): ReactNode {
  const { state, refresh } = useCatalog()
  switch (state.kind) {
    case 'loading':
      return (
        <>
          <ViewHeading view="compare" />
          <SkeletonLines lines={6} />
        </>
      )
    case 'failed':
      return <NothingKnown failure={failureOfError(state.error)} refresh={refresh} />
    case 'known':
      return <KnownCatalog state={state} refresh={refresh} />
    default:
      return assertNever(state)
  }
}

type Known = Extract<CatalogState, { kind: 'known' }>

/** A failed refresh is told above what was known before; with nothing known there is nothing to compare. */
function KnownCatalog({ state, refresh }: { state: Known; refresh: () => void }): ReactNode {
  const { catalog, refreshError } = state
  const failure = catalog.failure ?? failureOfError(refreshError)
  const failed = failure !== null || refreshError !== null
  if (failed && catalog.from === 'none') return <NothingKnown failure={failure} refresh={refresh} />
  return (
    <>
      {failed && <FailureNotice failure={failure} onRetry={refresh} />}
      <CompareBoard catalog={catalog} />
    </>
  )
}

function NothingKnown({ failure, refresh }: { failure: Failure | null; refresh: () => void }): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <>
      <ViewHeading view="compare" />
      <section className="compare-section">
        <h2>{t('failedHeading')}</h2>
        <FailureNotice failure={failure} onRetry={refresh} />
      </section>
    </>
  )
}
