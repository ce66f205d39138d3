import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiedTable, TableFormat } from '../../shared/export/table-text.ts'
import { Button } from './button.tsx'
import { Popover } from './popover.tsx'

/** Spreadsheets first: that is where tables mostly go. */
const FORMATS: readonly TableFormat[] = ['tsv', 'csv', 'markdown']

/** Copies a table in the format that is chosen; `table` is made only then. */
export function CopyTable({ table }: { table: () => CopiedTable }): ReactNode {
  const { t } = useTranslation('ui')
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const copy = async (format: TableFormat) => {
    try {
      await copyTable(table(), format)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <>
      <Popover label={t('copyTable.label')}>
        {(close) => (
          <div className="menu">
            {FORMATS.map((format) => (
              <Button
                key={format}
                kind="plain"
                onClick={() => {
                  close()
                  void copy(format)
                }}
              >
                {t(`copyTable.${format}`)}
              </Button>
            ))}
          </div>
        )}
      </Popover>
      <span role="status" className="quiet">
        {outcome === 'copied' && t('copied')}
        {outcome === 'failed' && t('copyFailed')}
      </span>
    </>
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
