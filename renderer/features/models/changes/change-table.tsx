import type { ReactNode } from 'react'
import { IdText } from '../../../ui/id-text.tsx'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import type { ChangeLine } from './change-lines.ts'

/** Old and new side by side; nothing at all when there is no such change. */
export function ChangeTable({ title, lines }: { title: string; lines: readonly ChangeLine[] }): ReactNode {
  const { t } = useDetailWords()
  if (lines.length === 0) return null
  const value = (text: string | null) => text ?? <UnknownValue reason={t('ui:notTold')} />
  return (
    <section>
      <h2>{title}</h2>
      <table className="change-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('modelDetails:changes.model')}</th>
            <th scope="col">{t('modelDetails:changes.priceClass')}</th>
            <th scope="col" className="num" data-explain="price-change">
              {t('modelDetails:changes.old')}
            </th>
            <th scope="col" className="num" data-explain="price-change">
              {t('modelDetails:changes.new')}
            </th>
            <th scope="col" className="num" data-explain="price-change">
              {t('modelDetails:changes.percent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <IdText>{line.id}</IdText>
              </th>
              <td>{line.what}</td>
              <td className="num">{value(line.before)}</td>
              <td className="num">{value(line.after)}</td>
              <td className="num">
                {line.percent ?? <UnknownValue reason={t('modelDetails:changes.noPercent')} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
