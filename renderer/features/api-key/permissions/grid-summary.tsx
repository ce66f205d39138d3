import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cellReason } from './grid-cell-reason.ts'
import type { PermissionGrid } from './grid-model.ts'

/** The whole grid in a sentence or two: why everything or nothing is allowed, and what counts as one model. */
export function GridSummary({ grid, aclCount }: { grid: PermissionGrid; aclCount: number }): ReactNode {
  const { t } = useTranslation('apiKey')
  const { stop } = grid
  const kind = summaryKind(grid, aclCount)
  return (
    <div className="grid-summary">
      {stop !== null && <p className="warn">{t(`grid.stopped.${stop}`)}</p>}
      <p className={kind === 'full' || kind === 'some' ? undefined : 'warn'}>{t(`grid.summary.${kind}`)}</p>
      <p className="quiet">{t('grid.oneModel')}</p>
    </div>
  )
}

type SummaryKind = 'full' | 'some' | 'nothing' | 'no-models' | 'no-endpoints' | 'neither'

function summaryKind(grid: PermissionGrid, aclCount: number): SummaryKind {
  if (aclCount === 0) return 'nothing'
  const hasEndpoint = grid.columns.some(({ grant }) => grant !== null)
  const hasModel = grid.rows.some(({ grant }) => grant !== null)
  if (!hasEndpoint) return hasModel ? 'no-endpoints' : 'neither'
  if (!hasModel) return 'no-models'
  const open = { ...grid, stop: null }
  const all = grid.rows.every((row) =>
    grid.columns.every((column) => cellReason(open, row, column) === 'allowed'),
  )
  return all ? 'full' : 'some'
}
