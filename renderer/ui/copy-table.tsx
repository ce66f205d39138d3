import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiedTable, TableFormat } from '../../shared/export/table-text.ts'
import { CopyMenu } from './copy-menu.tsx'

/** Spreadsheets first: that is where tables mostly go. */
const FORMATS: readonly TableFormat[] = ['tsv', 'csv', 'markdown']

/** Copies a table in the format that is chosen; `table` is made only then. */
export function CopyTable({ table }: { table: () => CopiedTable }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <CopyMenu
      label={t('copyTable.label')}
      forms={FORMATS}
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
