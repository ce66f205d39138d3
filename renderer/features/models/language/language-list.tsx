import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { whenIdle } from '../../../app/when-idle.ts'
import { ListFrame } from '../list-frame.tsx'
import { LanguageTable } from './language-table.tsx'
import { LanguageToolbar } from './language-toolbar.tsx'
import { useLanguageList } from './use-language-list.ts'

const ListActions = lazy(async () => {
  await whenIdle()
  return { default: (await import('../actions/list-actions.tsx')).ListActions }
})

// Rarely needed: a key that may use no model at all.
const EmptyList = lazy(async () => ({ default: (await import('../empty-list.tsx')).EmptyList }))

type LanguageListProps = {
  /** `null` while the list loads: the frame is the same. */
  catalog: Catalog | null
  /** Where the view's heading has room for what acts on the whole list. */
  actions: HTMLElement | null
}

/** `Language models`, with everything that narrows, orders and takes out what is shown. */
export function LanguageList({ catalog, actions }: LanguageListProps): ReactNode {
  const scroll = useRef<HTMLDivElement>(null)
  const list = useLanguageList(catalog, scroll)
  if (catalog?.models.length === 0) {
    return (
      <Suspense fallback={null}>
        <EmptyList kind="language" />
      </Suspense>
    )
  }
  return (
    <>
      {actions !== null &&
        catalog !== null &&
        createPortal(
          <Suspense fallback={null}>
            <ListActions catalog={catalog} list={list} />
          </Suspense>,
          actions,
        )}
      <ListFrame
        catalog={catalog}
        kind="language"
        scroll={scroll}
        toolbar={(enterTable) => (
          <LanguageToolbar list={list} known={catalog !== null} onLeaveSearch={enterTable} />
        )}
      >
        <LanguageTable list={list} known={catalog !== null} scroll={scroll} />
      </ListFrame>
    </>
  )
}
