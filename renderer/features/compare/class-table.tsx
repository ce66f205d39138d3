import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../shared/compare/cost-sheet.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import {
  type CostClass,
  classAmount,
  costClasses,
  type Period,
  periods,
} from '../../../shared/compare/workload-cost.ts'
import { amountText, usdText } from '../../app/spend/usd-text.ts'
import { widestFraction } from '../../ui/decimal-alignment.ts'
import { PriceCell } from '../../ui/price-cell.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ModelHeader } from './model-header.tsx'
import { TableFrame } from './table-frame.tsx'

type ClassTableProps = {
  rows: readonly SheetRow[]
  workload: Workload
  period: Period
  onPeriod: (period: Period) => void
}

/** The cost of one period by class of tokens; the classes of a row add up to its total exactly. */
export function ClassTable({ rows, workload, period, onPeriod }: ClassTableProps): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <TableFrame
      heading={t('byClass.heading')}
      aside={
        <Segmented
          label={t('byClass.period')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`byClass.periods.${value}`) }))}
          onChange={onPeriod}
        />
      }
      className="class-table"
      explain={['class-cost']}
      columns={[t('byClass.total'), ...usedClasses(rows).map((name) => t(`byClass.classes.${name}`))]}
    >
      <ClassRows rows={rows} workload={workload} period={period} />
    </TableFrame>
  )
}

/** The classes of which any model has tokens; the others would be columns of nothing. */
export function usedClasses(rows: readonly SheetRow[]): CostClass[] {
  return costClasses.filter((name) =>
    rows.some(({ cost }) => cost.request.lines.some(({ kind }) => kind === name)),
  )
}

function ClassRows({ rows, workload, period }: Omit<ClassTableProps, 'onPeriod'>): ReactNode {
  const { t } = useTranslation(['compare', 'ui'])
  const classes = usedClasses(rows)
  const texts = rows.map(({ cost }) => [
    amountText(cost.totals[period], cost.request.complete, (amount) => t('ui:atLeast', { amount })),
    ...classes.map((name) => {
      const amount = classAmount(cost, name, period, workload)
      return amount.kind === 'known' ? usdText(amount.ticks) : amount.kind === 'none' ? usdText(0n) : null
    }),
  ])
  const decimals = ['total', ...classes].map((_, column) =>
    widestFraction(texts.map((row) => row[column] ?? null)),
  )
  return rows.map((row, index) => (
    <tr key={row.candidate.name} data-cheapest={row.cheapest}>
      <ModelHeader row={row} workload={workload} />
      {['total', ...classes].map((name, column) => (
        <PriceCell
          key={name}
          text={texts[index]?.[column] ?? null}
          decimals={decimals[column] ?? 0}
          note={texts[index]?.[column] === null ? t('cost.incomplete') : null}
        />
      ))}
    </tr>
  ))
}
