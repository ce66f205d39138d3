import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedRow } from '../../../../shared/ledger/transfer-schema.ts'
import { countText } from '../../../ui/number-text.ts'

/** Lines of a file that are no requests, and why each is none. */
export function RefusedTable({ label, rows }: { label: string; rows: readonly RefusedRow[] }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="usage-table-frame" aria-label={label} tabIndex={0}>
      <table className="usage-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className="num" data-explain="import-count">
              {t('import.line')}
            </th>
            <th scope="col">{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, reason }) => (
            <tr key={line}>
              <td className="num">{countText(line, i18n.language)}</td>
              <td>{t(`import.reasons.${reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
