import './permissions.css'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import type { KeyFacts } from '../../../../shared/contract/key-facts.ts'
import { useCatalog } from '../../../app/use-catalog.ts'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { ChosenPermission } from './chosen-permission.tsx'
import { GridExport } from './grid-export.tsx'
import { filteredRows, rowOfName } from './grid-filter.ts'
import { GridFilter } from './grid-filter-fields.tsx'
import { permissionGrid } from './grid-model.ts'
import { GridSummary } from './grid-summary.tsx'
import { PermissionTable } from './permission-grid.tsx'
import { useGridState } from './use-grid-state.ts'

const NO_MODELS: Pick<Catalog, 'models' | 'imageModels'> = { models: [], imageModels: [] }

/** What the key may do: endpoints × models, each with its reason. */
export function PermissionsSection({ facts, host }: { facts: KeyFacts; host: string }): ReactNode {
  const { t } = useTranslation('apiKey')
  const { state: list } = useCatalog()
  return (
    <section className="card permissions" aria-label={t('grid.heading')}>
      <header className="key-facts-heading">
        <h2>{t('grid.heading')}</h2>
        {facts.demo && <DemoMark />}
      </header>
      {!facts.aclsTold ? (
        <p>{t('grid.summary.untold')}</p>
      ) : list.kind === 'loading' ? (
        <SkeletonLines lines={8} />
      ) : (
        <Permissions facts={facts} host={host} lists={list.kind === 'known' ? list.catalog : NO_MODELS} />
      )}
    </section>
  )
}

type PermissionsProps = { facts: KeyFacts; host: string; lists: Pick<Catalog, 'models' | 'imageModels'> }

function Permissions({ facts, host, lists }: PermissionsProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const state = useGridState()
  const { models, imageModels } = lists
  const grid = useMemo(() => permissionGrid(facts, { models, imageModels }), [facts, models, imageModels])
  const find = useDeferredValue(state.find)
  const rows = useMemo(() => filteredRows(grid, find, state.show), [grid, find, state.show])
  const { mark, setMark, clearFilter } = state
  const marked = mark?.model ?? null
  const hidden = marked !== null && rowOfName(rows, marked) === -1 && rowOfName(grid.rows, marked) !== -1
  return (
    <>
      <GridSummary grid={grid} aclCount={facts.acls.length} />
      <div className="grid-tools">
        <GridFilter state={state} shown={rows.length} all={grid.rows.length} />
        <GridExport grid={grid} rows={rows} facts={facts} host={host} />
      </div>
      <PermissionTable grid={grid} rows={rows} mark={mark} onMark={setMark} />
      {rows.length === 0 && (
        <p className="quiet">{t(grid.rows.length === 0 ? 'grid.noModels' : 'grid.none')}</p>
      )}
      <ChosenPermission grid={grid} mark={mark} hidden={hidden} onShowAll={clearFilter} />
    </>
  )
}
