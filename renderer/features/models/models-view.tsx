import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { type CatalogState, useCatalog } from '../../app/use-catalog.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { failureOfError } from '../../rpc.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { TabList, tabId } from '../../ui/tab-list.tsx'
import { CatalogFailure, CatalogProblems } from './catalog-notices.tsx'
import { ModelList } from './model-list.tsx'
import './models.css'
import { useModelsState } from './use-models-state.ts'

/** The catalog: what the key may use, what it costs, and everything known of one model. */
export function ModelsView(): ReactNode {
  const { t } = useTranslation('models')
  const { state, refresh } = useCatalog()
  const { kind, setKind } = useModelsState()
  const panelId = useId()
  return (
    <>
      <ViewHeading view="models">
        <TabList
          label={t('tabs.label')}
          value={kind}
          tabs={[
            { value: 'language', label: t('tabs.language') },
            { value: 'images', label: t('tabs.images') },
          ]}
          onChange={setKind}
          panelId={panelId}
        />
        {state.kind === 'known' && state.catalog.demo && <DemoMark />}
      </ViewHeading>
      <div id={panelId} className="models-panel" role="tabpanel" aria-labelledby={tabId(panelId, kind)}>
        <ModelsBody state={state} refresh={refresh} />
      </div>
    </>
  )
}

/** The list keeps its place in every state, so that what is typed into the search survives loading. */
function ModelsBody({ state, refresh }: { state: CatalogState; refresh: () => void }): ReactNode {
  const catalog = state.kind === 'known' ? state.catalog : null
  const error = errorOf(state)
  const failure = catalog?.failure ?? failureOfError(error)
  const failed = failure !== null || error !== null
  if (failed && (catalog === null || catalog.from === 'none')) {
    return <NothingKnown failure={failure} refresh={refresh} />
  }
  return (
    <>
      {failed && catalog !== null && <CatalogFailure failure={failure} onRetry={refresh} kept={catalog} />}
      {catalog !== null && <CatalogProblems problems={catalog.problems} />}
      <ModelList catalog={catalog} />
    </>
  )
}

/** What a call was rejected with; `null` when none was (a failure that main expects stands in the catalog). */
function errorOf(state: CatalogState): unknown {
  switch (state.kind) {
    case 'loading':
      return null
    case 'failed':
      return state.error
    case 'known':
      return state.refreshError
    default:
      return assertNever(state)
  }
}

function NothingKnown({ failure, refresh }: { failure: Failure | null; refresh: () => void }): ReactNode {
  const { t } = useTranslation('models')
  return (
    <>
      <h2>{t('failedHeading')}</h2>
      <CatalogFailure failure={failure} onRetry={refresh} />
    </>
  )
}
