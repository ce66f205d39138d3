import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert-never.ts'
import { IdText } from '../../../ui/id-text.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { learnedWords } from '../learned-words.ts'
import type { CostRow, CountBasis } from './cost-rows.ts'

/** `decimals`: digits after the point of the longest amount in each column of money. */
type CostLineProps = { row: CostRow; decimals: { prompt: number; all: number } }

/** One model. An estimated count and every amount made of it begin with `≈`. */
export function CostLine({ row, decimals }: CostLineProps): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const about = row.basis.kind === 'exact' ? '' : '≈ '
  const noPrice = t('cost.noPrice')
  return (
    <tr>
      <th scope="row">
        <IdText>{row.id}</IdText>
      </th>
      <td className="num">{about + countText(row.tokens, i18n.language)}</td>
      <td className="num">
        {row.prompt !== null && about}
        <MoneyText ticks={row.prompt} reason={noPrice} decimals={decimals.prompt} />
      </td>
      <td className="num">
        {row.atLeast && row.all === 0n ? (
          <UnknownValue reason={noPrice} />
        ) : (
          <>
            {about}
            <MoneyText ticks={row.all} atLeast={row.atLeast} decimals={decimals.all} />
          </>
        )}
      </td>
      <td className="num">
        {row.share === null ? (
          <UnknownValue reason={t('cost.noWindow')} />
        ) : (
          about + shareText(row.share, i18n.language)
        )}
      </td>
      <td>
        {basisWords(row.basis, t, i18n.language)}
        <Warnings row={row} />
      </td>
    </tr>
  )
}

function basisWords(basis: CountBasis, t: TFunction<'tokenizer'>, locale: string): string {
  switch (basis.kind) {
    case 'exact':
      return t('cost.exact')
    case 'learned':
      return learnedWords(basis.estimate.ratio, t, locale)
    case 'other-model':
      return t('cost.otherModel', { model: basis.model })
    default:
      return assertNever(basis)
  }
}

function Warnings({ row }: { row: CostRow }): ReactNode {
  const { t } = useTranslation('tokenizer')
  const warnings = [
    ...(row.share !== null && row.share > 1 ? [t('cost.tooLong')] : []),
    ...(row.longContext ? [t('cost.longContext')] : []),
  ]
  return (
    <>
      {row.referenceWindow && ` · ${t('cost.referenceWindow')}`}
      {warnings.map((warning) => (
        <span key={warning} className="token-warning">
          {' · '}
          {warning}
        </span>
      ))}
    </>
  )
}

function shareText(share: number, locale: string): string {
  if (share > 0 && share < 0.0001) return '<0.01%'
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(share)
}
