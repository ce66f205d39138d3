import { lazy, type ReactNode, type RefObject, Suspense } from 'react'
import { flushSync } from 'react-dom'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { useDensity } from './use-density.ts'
import { type ModelKind, useModelsState } from './use-models-state.ts'

const ModelPanel = lazy(async () => ({ default: (await import('./panel/model-panel.tsx')).ModelPanel }))

type ListFrameProps = {
  catalog: Catalog | null
  kind: ModelKind
  /** What the table scrolls in. */
  scroll: RefObject<HTMLDivElement | null>
  /** `enterTable` gives the focus to the row that Tab would reach. */
  toolbar: (enterTable: () => void) => ReactNode
  children: ReactNode
}

/** Toolbar, table and, when a row is open, its panel. */
export function ListFrame({ catalog, kind, scroll, toolbar, children }: ListFrameProps): ReactNode {
  const { opened, close } = useModelsState()
  const { density } = useDensity()
  const focusRow = (id: string | null) => {
    const rows = [...(scroll.current?.querySelectorAll('tbody tr') ?? [])]
    const row = rows.find((found) => found.getAttribute('data-model') === id)
    const button = row?.querySelector('button') ?? scroll.current?.querySelector<HTMLButtonElement>(TAB_STOP)
    button?.focus()
  }
  const closeAndReturn = () => {
    // In a small window the row is there again only without the panel.
    flushSync(close)
    focusRow(opened)
  }
  return (
    <>
      {toolbar(() => focusRow(null))}
      <div className="models-split" data-density={density}>
        <div className="table-scroll" ref={scroll}>
          {children}
        </div>
        {catalog !== null && opened !== null && (
          <Suspense fallback={<PanelPlace />}>
            <ModelPanel key={opened} catalog={catalog} kind={kind} id={opened} onClose={closeAndReturn} />
          </Suspense>
        )}
      </div>
    </>
  )
}

const TAB_STOP = 'tbody button[tabindex="0"]'

/** Keeps the panel's place while its code loads. */
function PanelPlace(): ReactNode {
  return (
    <div className="model-panel">
      <SkeletonLines lines={6} />
    </div>
  )
}
