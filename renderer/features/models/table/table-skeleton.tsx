import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** About as many rows as the catalog has, so that the page keeps its height when they come. */
const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']

/** Grey rows in the place of those that load. */
export function TableSkeleton({ columns }: { columns: number }): ReactNode {
  const { t } = useTranslation('ui')
  return ROWS.map((row, index) => (
    <tr key={row} className="skeleton-row" aria-hidden={index === 0 ? undefined : true}>
      <td colSpan={columns}>
        <span className="skeleton" />
        {index === 0 && <span className="visually-hidden">{t('loading')}</span>}
      </td>
    </tr>
  ))
}
