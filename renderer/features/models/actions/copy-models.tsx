import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiedTable } from '../../../../shared/export/table-text.ts'
import { copiedCell } from '../../../ui/copied-cell.ts'
import { CopyTable } from '../../../ui/copy-table.tsx'
import type { Column } from '../table/columns.ts'

type CopyModelsProps<Row> = { columns: readonly Column<string, Row>[]; rows: readonly Row[] }

/** Copies the table of models as it is read: also the rows of a long list that are not in the page just now. */
export function CopyModels<Row>({ columns, rows }: CopyModelsProps<Row>): ReactNode {
  const { t } = useTranslation('ui')
  const table = (): CopiedTable => ({
    columns: columns.map(({ label, unit, numeric }) => ({
      header: [label, unit?.shown, unit?.spoken].filter(Boolean).join(' '),
      kind: numeric ? 'number' : 'text',
    })),
    rows: rows.map((row) =>
      columns.map(({ cell, numeric }) => copiedCell(cell(row).text, numeric, t('unknown'))),
    ),
  })
  return <CopyTable open table={table} />
}
