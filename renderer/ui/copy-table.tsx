import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiedTable, TableFormat } from '../../shared/export/table-text.ts'
import { CopyForms, CopyMenu } from './copy-menu.tsx'

/** Spreadsheets first: that is where tables mostly go. */
const FORMATS: readonly TableFormat[] = ['tsv', 'csv', 'markdown']
const WITHOUT_MARKDOWN: readonly TableFormat[] = ['tsv', 'csv']

type CopyTableProps = {
  table: () => CopiedTable
  /** Stands open in a menu, one that offers Markdown with its source already. */
  open?: boolean
}

/** Copies a table in the format that is chosen; `table` is made only then. */
export function CopyTable({ table, open = false }: CopyTableProps): ReactNode {
  const { t } = useTranslation('ui')
  const Choice = open ? CopyForms : CopyMenu
  return (
    <Choice
      label={t('copyTable.label')}
      forms={open ? WITHOUT_MARKDOWN : FORMATS}
      nameOf={(format) => t(`copyTable.${format}`)}
      copy={async (format) => copyTable(table(), format)}
      failed={t('copyFailed')}
    />
  )
}

async function copyTable(table: CopiedTable, format: TableFormat): Promise<void> {
  const { tableHtml, tableText } = await import('../../shared/export/table-text.ts')
  const text = tableText(table, format)
  if (format !== 'tsv') return navigator.clipboard.writeText(text)
  const parts = { 'text/plain': text, 'text/html': tableHtml(table) }
  const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })] as const)
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}
