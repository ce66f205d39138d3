import { type ReactNode, useRef } from 'react'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { EmptyList } from './empty-list.tsx'
import { ImageTable } from './image-table.tsx'
import { LanguageTable } from './language-table.tsx'
import { ModelPanel } from './model-panel.tsx'
import { ModelsToolbar } from './models-toolbar.tsx'
import { type Named, searchRows } from './search.ts'
import { useModelsState } from './use-models-state.ts'
import { useSearchText } from './use-search-text.ts'

/** Toolbar, table and, when a row is open, its panel. `null` while the list loads: the frame is the same. */
export function ModelList({ catalog }: { catalog: Catalog | null }): ReactNode {
  const { kind, selected, close } = useModelsState()
  const [search, setSearch] = useSearchText()
  const scroll = useRef<HTMLDivElement>(null)
  const models = kind === 'language' ? catalog?.models : catalog?.imageModels
  if (models?.length === 0) return <EmptyList kind={kind} />
  const count = models === undefined ? null : { shown: countMatches(models, search), total: models.length }
  const focusRow = (id: string | null) => {
    const rows = [...(scroll.current?.querySelectorAll('tbody tr') ?? [])]
    const row = rows.find((found) => found.getAttribute('data-model') === id) ?? rows[0]
    row?.querySelector('button')?.focus()
  }
  const closeAndReturn = () => {
    focusRow(selected)
    close()
  }
  const table = { search, onClearSearch: () => setSearch('') }
  return (
    <>
      <ModelsToolbar
        search={search}
        onSearch={setSearch}
        onLeaveSearch={() => focusRow(null)}
        count={count}
      />
      <div className="models-split">
        <div className="table-scroll" ref={scroll}>
          {kind === 'language' ? (
            <LanguageTable models={catalog?.models ?? null} {...table} />
          ) : (
            <ImageTable models={catalog?.imageModels ?? null} {...table} />
          )}
        </div>
        {catalog !== null && selected !== null && (
          <ModelPanel catalog={catalog} kind={kind} id={selected} onClose={closeAndReturn} />
        )}
      </div>
    </>
  )
}

function countMatches(models: readonly Named[], search: string): number {
  return searchRows(models, search).length
}
