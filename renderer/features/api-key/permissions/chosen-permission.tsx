import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { listText } from '../../../ui/list-text.ts'
import { SentenceGap } from '../../../ui/sentence-gap.tsx'
import { cellReason, missingStrings } from './grid-cell-reason.ts'
import { rowOfName } from './grid-filter.ts'
import type { GridColumn, GridRow, PermissionGrid } from './grid-model.ts'
import type { GridMark } from './use-grid-state.ts'

const EndpointDocs = lazy(async () => ({
  default: (await import('../../../app/help/endpoint-docs.tsx')).EndpointDocs,
}))

type ChosenPermissionProps = {
  grid: PermissionGrid
  mark: GridMark | null
  /** The marked row is not among those shown. */
  hidden: boolean
  onShowAll: () => void
}

/** The marked cell in a sentence: allowed by which strings, or refused and which string is missing. */
export function ChosenPermission({ grid, mark, hidden, onShowAll }: ChosenPermissionProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const words = useRef<HTMLDivElement>(null)
  const lost = mark?.linked === true && !hasCell(grid, mark)
  useEffect(() => {
    if (!lost) return
    words.current?.focus()
    words.current?.scrollIntoView({ block: 'center' })
  }, [lost])
  return (
    <div ref={words} className="chosen-permission" role="status" tabIndex={-1}>
      {mark === null ? <p className="quiet">{t('grid.choose')}</p> : <Marked grid={grid} mark={mark} />}
      {hidden && (
        <p>
          {t('grid.hidden')}{' '}
          <Button kind="plain" onClick={onShowAll}>
            {t('grid.showAll')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** A link that leads to no cell leads to the words that say so. */
function hasCell(grid: PermissionGrid, { model, endpoint }: GridMark): boolean {
  return (
    (model === null || rowOfName(grid.rows, model) !== -1) &&
    (endpoint === null || grid.columns.some((column) => column.endpoint === endpoint))
  )
}

function Marked({ grid, mark }: { grid: PermissionGrid; mark: GridMark }): ReactNode {
  const { t } = useTranslation('apiKey')
  const row = mark.model === null ? null : (grid.rows[rowOfName(grid.rows, mark.model)] ?? null)
  const column = grid.columns.find(({ endpoint }) => endpoint === mark.endpoint) ?? null
  if (mark.model !== null && row === null) {
    return <p className="warn">{t('grid.noSuchModel', { model: mark.model })}</p>
  }
  if (mark.endpoint !== null && column === null) {
    return <p className="warn">{t('grid.noSuchEndpoint', { endpoint: mark.endpoint })}</p>
  }
  return (
    <>
      {row !== null && column !== null && <CellWords grid={grid} row={row} column={column} />}
      {row === null && column !== null && <ColumnWords column={column} />}
      {row !== null && <NameWords row={row} asked={mark.model} />}
      {column !== null && (
        <Suspense fallback={null}>
          <EndpointDocs endpoint={column.endpoint} />
        </Suspense>
      )}
    </>
  )
}

function CellWords({
  grid,
  row,
  column,
}: {
  grid: PermissionGrid
  row: GridRow
  column: GridColumn
}): ReactNode {
  const { t } = useTranslation('apiKey')
  const reason = cellReason(grid, row, column)
  const missing = missingStrings(row, column)
  return (
    <>
      <p>
        <strong>
          <Trans
            t={t}
            i18nKey={reason === 'allowed' ? 'grid.mayCell' : 'grid.mayNotCell'}
            values={{ endpoint: column.endpoint, model: row.id }}
            components={{ id: <bdi className="mono" /> }}
          />
        </strong>
        <SentenceGap />
        {t(`grid.reason.${reason}`, { endpoint: column.endpoint, model: row.id })}
      </p>
      {missing.length > 0 && (
        <p>
          {t('grid.missing', { count: missing.length })}{' '}
          {missing.map((text) => (
            <code key={text} className="access-string">
              {text}
            </code>
          ))}
          <SentenceGap />
          {t('grid.addInConsole')}
        </p>
      )}
    </>
  )
}

function ColumnWords({ column }: { column: GridColumn }): ReactNode {
  const { t } = useTranslation('apiKey')
  const { endpoint, grant } = column
  return <p>{t(grant === null ? 'grid.columnRefused' : 'grid.columnGranted', { endpoint })}</p>
}

/** All names of a model are one model here; says which of them the key names. */
function NameWords({ row, asked }: { row: GridRow; asked: string | null }): ReactNode {
  const { t, i18n } = useTranslation('apiKey')
  const { id, aliases, grant } = row
  const names = [...aliases, ...(asked !== null && asked !== id && !aliases.includes(asked) ? [asked] : [])]
  return (
    <p className="quiet">
      {names.length > 0 && (
        <>
          {t('grid.sameModel', { id, aliases: listText(names, i18n.language) })}
          <SentenceGap />
        </>
      )}
      {grant !== null && (
        <Trans
          t={t}
          i18nKey="grid.grantedBy"
          values={{ text: `api-key:model:${grant}` }}
          components={{ code: <code className="access-string" /> }}
        />
      )}
    </p>
  )
}
