import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '../../../shared/contract/catalog.ts'
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

function ModelsBody({ state, refresh }: { state: CatalogState; refresh: () => void }): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <ModelList catalog={null} />
    case 'failed':
      return <NothingKnown failure={failureOfError(state.error)} refresh={refresh} />
    case 'known':
      return <KnownCatalog catalog={state.catalog} refreshError={state.refreshError} refresh={refresh} />
  }
}

type KnownProps = { catalog: Catalog; refreshError: unknown; refresh: () => void }

function KnownCatalog({ catalog, refreshError, refresh }: KnownProps): ReactNode {
  const failure = catalog.failure ?? failureOfError(refreshError)
  const failed = failure !== null || refreshError !== null
  if (failed && catalog.from === 'none') return <NothingKnown failure={failure} refresh={refresh} />
  return (
    <>
      {failed && <CatalogFailure failure={failure} onRetry={refresh} kept={catalog} />}
      <CatalogProblems problems={catalog.problems} />
      <ModelList catalog={catalog} />
    </>
  )
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
