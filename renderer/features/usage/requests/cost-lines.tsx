import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerDifference, LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { formatPrice, type PriceUnit } from '../../../../shared/money/price-unit.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import { isPricedByToken } from '../../../../shared/pricing/cost-kinds.ts'
import type { CostLine } from '../../../../shared/pricing/price-schema.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { usdText } from '../../../app/spend/usd-text.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { widestFraction } from '../../../ui/decimal-alignment.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'

const REASONS = ['cached-input', 'long-context', 'priority-tier', 'tools', 'region', 'another-model'] as const

/** What the amount of a row is made of: tokens times rates by class, and the bill beside it. */
export function CostLines({ row }: { row: LedgerRow }): ReactNode {
  const { t } = useTranslation('usage')
  const nameOf = useDifferenceName()
  const { preferences } = usePreferences()
  const { computed, usage, difference } = row
  if (computed === null && (usage?.billed ?? null) === null) {
    return <p className="quiet">{t('details.noCost')}</p>
  }
  const amounts = [
    computed?.total,
    usage?.billed,
    difference?.ticks,
    ...(computed?.lines ?? []).map(amountOf),
  ]
  const decimals = widestFraction(amounts.map((ticks) => (ticks == null ? null : formatUsd(ticks))))
  return (
    <table className="usage-table" aria-label={t('details.cost')}>
      <thead>
        <tr>
          <th scope="col">{t('details.class')}</th>
          <th scope="col" className="num" data-explain="class-tokens">
            {t('details.tokens')}
          </th>
          <th scope="col" className="num" data-explain="class-price">
            {t(`details.rate.${preferences.priceUnit}`)}
          </th>
          <th scope="col" className="num" data-explain="class-amount">
            {t('details.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {computed?.lines.map((line) => (
          <tr key={line.kind}>
            <th scope="row">{t(`classes.${line.kind}`)}</th>
            <Count value={line.tokens} />
            <Rate line={line} unit={preferences.priceUnit} />
            <Amount ticks={line.amount} decimals={decimals} />
          </tr>
        ))}
        <Sum
          explain="computed"
          name={t('totals.computed')}
          ticks={computed?.total ?? null}
          decimals={decimals}
        />
        <Sum explain="billed" name={t('totals.billed')} ticks={usage?.billed ?? null} decimals={decimals} />
        {difference !== null && (
          <Sum
            explain="bill-difference"
            name={nameOf(difference)}
            ticks={difference.ticks}
            decimals={decimals}
          />
        )}
      </tbody>
    </table>
  )
}

function amountOf({ amount }: CostLine): bigint | null {
  return amount
}

type SumProps = { explain: NumberTerm; name: string } & AmountProps

function Sum({ explain, name, ticks, decimals }: SumProps): ReactNode {
  return (
    <tr>
      <th scope="row" data-explain={explain}>
        {name}
      </th>
      <td />
      <td />
      <Amount ticks={ticks} decimals={decimals} />
    </tr>
  )
}

function Count({ value }: { value: number | null }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  return (
    <td className="num">
      {value === null ? <UnknownValue reason={t('details.notKnown')} /> : countText(value, i18n.language)}
    </td>
  )
}

/** In the unit of the switch; sources and tools are priced for one, not for a number of tokens. */
function Rate({ line: { kind, rate }, unit }: { line: CostLine; unit: PriceUnit }): ReactNode {
  const { t } = useTranslation('usage')
  return (
    <td className="num">
      {rate === null ? (
        <UnknownValue reason={t('details.notKnown')} />
      ) : isPricedByToken(kind) ? (
        formatPrice(rate, unit)
      ) : (
        usdText(rate)
      )}
    </td>
  )
}

/** `decimals`: digits after the point of the longest amount, so that all points stand below one another. */
type AmountProps = { ticks: bigint | null; decimals: number }

function Amount({ ticks, decimals }: AmountProps): ReactNode {
  const { t } = useTranslation('usage')
  return (
    <td className="num">
      <MoneyText ticks={ticks} decimals={decimals} reason={t('details.notKnown')} />
    </td>
  )
}

/** Names the row of a difference by its reason; one that is not known here, such as of a newer version, has none. */
function useDifferenceName(): (difference: LedgerDifference) => string {
  const { t } = useTranslation('usage')
  return ({ ticks, reason, proven }) => {
    if (ticks === 0n) return t('details.noDifference')
    const known = REASONS.find((one) => one === reason)
    if (known === undefined) return t('details.unexplained')
    const sure = proven ? t('details.proven') : t('details.likely')
    return t('details.difference', { reason: t(`details.reasons.${known}`), sure })
  }
}
