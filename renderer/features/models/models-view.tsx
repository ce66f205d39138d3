import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { type CatalogState, useCatalog } from '../../app/use-catalog.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { whenIdle } from '../../app/when-idle.ts'
import { failureOfError } from '../../rpc.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { TabList, tabId } from '../../ui/tab-list.tsx'
import { CatalogFailure, CatalogProblems } from './catalog-notices.tsx'
import { LanguageList } from './language/language-list.tsx'
import './models.css'
import { useModelsState } from './use-models-state.ts'

const ImageList = lazy(async () => ({ default: (await import('./images/image-list.tsx')).ImageList }))
const WhatChanged = lazy(async () => ({ default: (await import('./changes/what-changed.tsx')).WhatChanged }))
const NewsNotice = lazy(async () => {
  await whenIdle()
  return { default: (await import('./changes/news-notice.tsx')).NewsNotice }
})

/** The catalog: what the key may use, what it costs, everything known of one model, and what changed. */
export function ModelsView(): ReactNode {
  const { t } = useTranslation('models')
  const { state, refresh } = useCatalog()
  const { tab, setTab } = useModelsState()
  const [actions, setActions] = useState<HTMLElement | null>(null)
  const panelId = useId()
  return (
    <>
      <ViewHeading view="models">
        <TabList
          label={t('tabs.label')}
          value={tab}
          tabs={[
            { value: 'language', label: t('tabs.language') },
            { value: 'images', label: t('tabs.images') },
            { value: 'changes', label: t('tabs.changes') },
          ]}
          onChange={setTab}
          panelId={panelId}
        />
        {state.kind === 'known' && state.catalog.demo && <DemoMark />}
        <div className="heading-actions" ref={setActions} />
      </ViewHeading>
      <div id={panelId} className="models-panel" role="tabpanel" aria-labelledby={tabId(panelId, tab)}>
        <ModelsBody state={state} refresh={refresh} actions={actions} />
      </div>
    </>
  )
}

type BodyProps = { state: CatalogState; refresh: () => void; actions: HTMLElement | null }

/** The list keeps its place in every state, so that what is typed into the search survives loading. */
function ModelsBody({ state, refresh, actions }: BodyProps): ReactNode {
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
      {catalog !== null && (
        <Suspense fallback={null}>
          <NewsNotice readAt={catalog.readAt} />
        </Suspense>
      )}
      <TabBody catalog={catalog} actions={actions} />
    </>
  )
}

function TabBody({ catalog, actions }: { catalog: Catalog | null; actions: HTMLElement | null }): ReactNode {
  const { tab } = useModelsState()
  switch (tab) {
    case 'language':
      return <LanguageList catalog={catalog} actions={actions} />
    case 'images':
      return (
        <Suspense fallback={<SkeletonLines lines={4} />}>
          <ImageList catalog={catalog} actions={actions} />
        </Suspense>
      )
    case 'changes':
      return (
        <Suspense fallback={<SkeletonLines lines={4} />}>
          <WhatChanged catalog={catalog} />
        </Suspense>
      )
    default:
      return assertNever(tab)
  }
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
