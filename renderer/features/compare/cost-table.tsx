import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isComparable, type SheetRow } from '../../../shared/compare/cost-sheet.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import { DAYS_PER_MONTH, DAYS_PER_YEAR, periods } from '../../../shared/compare/workload-cost.ts'
import { SecondAmount, SecondRate } from '../../app/spend/second-amount.tsx'
import { amountText } from '../../app/spend/usd-text.ts'
import { widestFraction } from '../../ui/decimal-alignment.ts'
import { countText } from '../../ui/number-text.ts'
import { PriceCell } from '../../ui/price-cell.tsx'
import { UnknownValue } from '../../ui/unknown-value.tsx'
import { ModelHeader } from './model-header.tsx'
import { TableFrame } from './table-frame.tsx'

type SheetProps = { rows: readonly SheetRow[]; workload: Workload }

/** What the workload costs with each model in every period, exactly, and which one is the cheapest. */
export function CostTable({ rows, workload }: SheetProps): ReactNode {
  const { t, i18n } = useTranslation(['compare', 'ui'])
  const texts = rows.map(({ cost }) =>
    periods.map((period) =>
      amountText(cost.totals[period], cost.request.complete, (amount) => t('ui:atLeast', { amount })),
    ),
  )
  const decimals = periods.map((_, column) => widestFraction(texts.map((row) => row[column] ?? null)))
  return (
    <TableFrame
      heading={t('cost.heading')}
      note={
        <>
          {t('cost.rule', { month: DAYS_PER_MONTH, year: DAYS_PER_YEAR })} <SecondRate />
        </>
      }
      className="cost-table"
      explain={[...periods.map(() => 'workload-cost' as const), 'cost-ratio']}
      columns={[...periods.map((period) => t(`cost.${period}`)), t('cost.ratio')]}
    >
      {rows.map((row, index) => (
        <tr key={row.candidate.name} data-cheapest={row.cheapest}>
          <ModelHeader row={row} workload={workload} />
          {periods.map((period, column) => (
            <PriceCell
              key={period}
              text={texts[index]?.[column] ?? null}
              decimals={decimals[column] ?? 0}
              second={<SecondAmount ticks={row.cost.totals[period]} atLeast={!row.cost.request.complete} />}
              note={row.cost.request.complete ? null : t('cost.incomplete')}
            />
          ))}
          <td className="num">
            <Ratio row={row} locale={i18n.language} />
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}

function Ratio({ row, locale }: { row: SheetRow; locale: string }): ReactNode {
  const { t } = useTranslation('compare')
  if (row.cheapest) return t('cost.timesOne')
  if (row.ratio === null || !isComparable(row)) {
    return <UnknownValue reason={t(row.cost.request.complete ? 'cost.noCheapest' : 'cost.noRatio')} />
  }
  return ratioText(row.ratio, locale)
}

/** Such as `2.41×`: a comparison for the eye, rounded; the amounts beside it are exact. */
function ratioText(ratio: number, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return ratio >= 1000
    ? `${countText(ratio, locale)}×`
    : `${new Intl.NumberFormat(locale, digits).format(ratio)}×`
}
