import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../../shared/ledger/transfer-schema.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { REQUEST_COLUMNS, REQUEST_NUMBERS, requestCell } from '../requests/request-cells.ts'
import { RefusedTable } from './refused-table.tsx'

const SHOWN = new Set(['time', 'model', 'prompt', 'cached', 'output', 'spent'])

/** The first rows as they would come in, and the first that would not. */
export function ImportPreviewTable({ preview: { sample, refused } }: { preview: ImportPreview }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const columns = REQUEST_COLUMNS.filter(({ key }) => SHOWN.has(key))
  return (
    <>
      {sample.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        <section className="usage-table-frame" aria-label={t('import.sample')} tabIndex={0}>
          <table className="usage-table" aria-label={t('import.sample')}>
            <thead>
              <tr>
                {columns.map(({ key, numeric }) => (
                  <th
                    key={key}
                    scope="col"
                    className={numeric ? 'num' : undefined}
                    data-explain={REQUEST_NUMBERS[key]}
                  >
                    {t(`requests.columns.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.map((row) => (
                <tr key={row.id}>
                  {columns.map(({ key, numeric }) => {
                    const { text, why } = requestCell(row, key, i18n.language)
                    return (
                      <td key={key} className={numeric ? 'num' : undefined}>
                        {text ?? <UnknownValue reason={t(`requests.why.${why}`)} />}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {refused.length > 0 && <RefusedTable label={t('import.refusedFirst')} rows={refused} />}
    </>
  )
}
