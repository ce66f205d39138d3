import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { CatalogColumn } from '../../../../shared/catalog/catalog-view.ts'

/** Below this width (px) prices would leave the screen. */
const ROOMY = 760
/** The open panel says these of the model in question. */
const inPanel: readonly CatalogColumn[] = [
  'aliases',
  'inputModalities',
  'outputModalities',
  'reasoning',
  'created',
  'permission',
]

/** The columns for which there is room: beside an open panel, names and modalities give way to the prices. */
export function useRoomBesidePanel(
  columns: readonly CatalogColumn[],
  scroll: RefObject<HTMLElement | null>,
  panelOpen: boolean,
): readonly CatalogColumn[] {
  const [narrow, setNarrow] = useState(false)
  useEffect(() => {
    const element = scroll.current
    if (!panelOpen || element === null) return setNarrow(false)
    const observer = new ResizeObserver(() =>
      setNarrow(element.clientWidth > 0 && element.clientWidth < ROOMY),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroll, panelOpen])
  return useMemo(
    () => (narrow ? columns.filter((column) => !inPanel.includes(column)) : columns),
    [columns, narrow],
  )
}
