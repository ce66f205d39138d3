import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyTable } from './copy-table.tsx'
import { shownTable } from './shown-table.ts'

/** Copies the table that stands in `within`, as it is read there, in the format that is chosen. */
export function CopyShownTable({ within }: { within: RefObject<HTMLElement | null> }): ReactNode {
  const { t } = useTranslation('ui')
  const table = () => {
    const found = within.current?.querySelector('table')
    if (!found) throw new Error('no table is shown')
    return shownTable(found, t('unknown'))
  }
  return (
    <div className="copy-shown-table">
      <CopyTable table={table} />
    </div>
  )
}
