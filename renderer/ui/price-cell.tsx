import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fractionLength } from './decimal-alignment.ts'

type PriceCellProps = {
  /** The exact price in the unit of the header; `null` = unknown. */
  text: string | null
  /** Digits after the point that the column's longest price has: shorter ones are moved left to line up. */
  decimals: number
  /** Why it is unknown, or what is special about it. */
  note: string | null
  /** The same in another currency, below it. */
  second?: ReactNode
}

/** A price in a column: right-aligned at the decimal point, without inventing digits. */
export function PriceCell({ text, decimals, note, second }: PriceCellProps): ReactNode {
  const { t } = useTranslation('ui')
  if (text === null) {
    return (
      <td className="num unknown" title={t('unknownMeaning', { reason: note ?? t('notTold') })}>
        {t('unknown')}
      </td>
    )
  }
  const missing = decimals - fractionLength(text)
  return (
    <td className="num" title={note ?? undefined}>
      <span style={{ paddingRight: `${missing}ch` }}>{text}</span>
      {second}
    </td>
  )
}
