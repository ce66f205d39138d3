import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../../shared/contract/key-facts.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { CopyTable } from '../../../ui/copy-table.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { gridCsv, gridMarkdown, gridTable } from './grid-files.ts'
import type { GridRow, PermissionGrid } from './grid-model.ts'

type GridExportProps = { grid: PermissionGrid; rows: readonly GridRow[]; facts: KeyFacts; host: string }

/** What is on screen as a file or as Markdown; never with the key, only as the server redacts it. */
export function GridExport({ grid, rows, facts, host }: GridExportProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const { state, save } = useSaveFile()
  const key = facts.redactedApiKey
  const readAt = new Date(facts.readAt).toISOString()
  const source = t(facts.demo ? 'grid.sourceDemo' : 'grid.source', { host, key: key ?? '–', readAt })
  const table = () =>
    gridTable(grid, rows, {
      ...{ model: t('grid.model'), aliases: t('grid.aliases') },
      cell: (reason) => t(`grid.short.${reason}`),
    })
  const markdown = () => gridMarkdown(table(), source)
  const csv = () => gridCsv(grid, rows, { host, demo: facts.demo, key, readAt: facts.readAt })
  const suggestedName = t('grid.fileName')
  return (
    <>
      <div className="grid-export">
        <Button onClick={() => save({ kind: 'csv', suggestedName, content: csv() })}>{t('grid.csv')}</Button>
        <Button onClick={() => save({ kind: 'markdown', suggestedName, content: markdown() })}>
          {t('grid.markdown')}
        </Button>
        <CopyButton text={markdown} label={t('grid.copy')} />
        <CopyTable table={table} />
        <span role="status" className="quiet">
          {state.kind === 'saved' && t('grid.saved', { file: state.fileName })}
        </span>
      </div>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
    </>
  )
}
