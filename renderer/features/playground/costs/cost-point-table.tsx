import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import { widestFraction } from '../../../ui/decimal-alignment.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { COST_CLASSES, type CostPoint } from './cost-points.ts'

/** The chart's numbers, exact to the last digit. */
export function CostPointTable({
  points,
  label,
}: {
  points: readonly CostPoint[]
  label: string
}): ReactNode {
  const { t } = useTranslation('playground')
  const decimals = widestFraction(points.map(({ running }) => formatUsd(running)))
  const amount = (ticks: bigint, atLeast: boolean) => (
    <td className="num">
      <MoneyText ticks={ticks} atLeast={atLeast} decimals={decimals} />
    </td>
  )
  return (
    <table className="bill-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('costs.number')}</th>
          <th scope="col">{t('model')}</th>
          {COST_CLASSES.map((name) => (
            <th key={name} scope="col">
              {t(`costs.classes.${name}`)}
            </th>
          ))}
          <th scope="col">{t('costs.total')}</th>
          <th scope="col">{t('costs.running')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.number}>
            <th scope="row">{point.number}</th>
            <td>{point.model}</td>
            {COST_CLASSES.map((name) => (
              <td key={name} className="num">
                <MoneyText ticks={point.classes[name]} decimals={decimals} />
              </td>
            ))}
            {amount(point.total, !point.complete)}
            {amount(point.running, !point.runningComplete)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
