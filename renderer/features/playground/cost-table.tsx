import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPrice } from '../../../shared/money/price-unit.ts'
import { formatUsd, type Ticks } from '../../../shared/money/ticks.ts'
import { isPricedByToken } from '../../../shared/pricing/cost-kinds.ts'
import type { Cost } from '../../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../../shared/usage/usage-schema.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { widestFraction } from '../../ui/decimal-alignment.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { countText } from '../../ui/number-text.ts'
import { UnknownValue } from '../../ui/unknown-value.tsx'
import { type CostRow, costRows, isUnpriced } from './cost-rows.ts'

/** `atLeast`: a part of the cost is not known. */
type CostTableProps = { usage: TokenUsage; cost: Cost | null; atLeast: boolean }

/** Tokens, price and computed cost of each class. The amounts are exact and sum to the total below them. */
export function CostTable({ usage, cost, atLeast }: CostTableProps): ReactNode {
  const { t } = useTranslation('playground')
  const { preferences } = usePreferences()
  const amount = cost === null || isUnpriced(cost) ? null : cost.total
  const rows = costRows(usage, cost)
  const amounts = [amount, ...rows.map((row) => row.amount)]
  const decimals = widestFraction(amounts.map((ticks) => (ticks === null ? null : formatUsd(ticks))))
  return (
    <table className="bill-table">
      <caption className="visually-hidden">{t('lines.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lines.class')}</th>
          <th scope="col" data-explain="class-tokens">
            {t('lines.count')}
          </th>
          <th scope="col" data-explain="class-price">
            {t(`priceUnit.${preferences.priceUnit}`)}
          </th>
          <th scope="col" data-explain="class-amount">
            {t('lines.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.kind} row={row} decimals={decimals} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3} data-explain="request-total">
            {t('lines.total')}
          </th>
          <td className="num">
            <MoneyText ticks={amount} atLeast={atLeast} decimals={decimals} reason={t('bill.noPrices')} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Row({ row, decimals }: { row: CostRow; decimals: number }): ReactNode {
  const { t, i18n } = useTranslation('playground')
  const noTokens = row.kind === 'priority' ? t('bill.notATokenCost') : t('bill.noTokens')
  return (
    <tr>
      <th scope="row">{t(`lines.kind.${row.kind}`)}</th>
      <td className="num">
        {row.tokens === null ? <UnknownValue reason={noTokens} /> : countText(row.tokens, i18n.language)}
      </td>
      <td className="num">
        <Rate row={row} />
      </td>
      <td className="num">
        <MoneyText ticks={row.amount} decimals={decimals} reason={t('bill.noAmount')} />
      </td>
    </tr>
  )
}

/** Sources and tools are priced for one, not for a number of tokens. A class that was not used needs no price. */
function Rate({ row }: { row: CostRow }): ReactNode {
  const { t } = useTranslation('playground')
  const unit = usePreferences().preferences.priceUnit
  if (row.rate !== null) return isPricedByToken(row.kind) ? formatPrice(row.rate, unit) : single(row.rate)
  if (row.tokens === 0 || row.kind === 'priority') return null
  return <UnknownValue reason={t('bill.noRate')} />
}

function single(rate: Ticks): string {
  return formatUsd(rate)
}
