import type { ReactNode } from 'react'
import type { FieldDifference } from '../../../../shared/contract/catalog.ts'
import { useDetailWords } from '../use-detail-words.ts'

/** Field by field: what the list said and what the single answer says, as the API sent both. */
export function DifferenceTable({ differences }: { differences: readonly FieldDifference[] }): ReactNode {
  const { t } = useDetailWords()
  const value = (json: string | null) =>
    json === null ? <span className="quiet">{t('modelDetails:refresh.absent')}</span> : <code>{json}</code>
  return (
    <table
      className="difference-table"
      data-explain="listed-price"
      aria-label={t('modelDetails:refresh.differences')}
    >
      <thead>
        <tr>
          <th scope="col">{t('modelDetails:refresh.field')}</th>
          <th scope="col">{t('modelDetails:refresh.listed')}</th>
          <th scope="col">{t('modelDetails:refresh.single')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ list, field, listed, single, note }) => (
          <tr key={`${list} ${field}`}>
            <th scope="row" title={`/v1/${list}`}>
              <code>{field}</code>
            </th>
            <td>{value(listed)}</td>
            <td>
              {value(single)}
              {note === 'alias-echoed' && <div className="quiet">{t('modelDetails:refresh.echoed')}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
