import { memo, type ReactNode } from 'react'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import type { Sheet } from '../../../shared/compare/cost-sheet.ts'
import { BreakEvenSection } from './break-even-section.tsx'
import { ClassTable } from './class-table.tsx'
import { CostChartSection } from './cost-chart-section.tsx'
import { CostTable } from './cost-table.tsx'
import { PriceComparison } from './price-comparison.tsx'
import type { CompareState } from './use-compare-state.ts'
import type { ImageActions } from './use-file-actions.ts'

type CompareResultsProps = {
  sheet: Sheet
  /** The sheet as it was before a slider that is moving right now; the drawings follow when there is time. */
  calmSheet: Sheet
  candidates: readonly Candidate[]
  compare: CompareState
  images: ImageActions
}

const CalmCostChart = memo(CostChartSection)
const CalmBreakEven = memo(BreakEvenSection)
const CalmPrices = memo(PriceComparison)

/** The answer first, then what it is made of, where it turns, and the prices behind it. */
export function CompareResults(props: CompareResultsProps): ReactNode {
  const { sheet, calmSheet, candidates, compare, images } = props
  const { period, variable, pair } = compare
  const [first, second] = pair
  return (
    <>
      <CostTable {...sheet} />
      <ClassTable {...sheet} period={period} onPeriod={compare.setPeriod} />
      <CalmCostChart sheet={calmSheet} period={period} images={images} />
      <CalmBreakEven
        sheet={calmSheet}
        variable={variable}
        first={first}
        second={second}
        onVariable={compare.setVariable}
        onPair={compare.setPair}
        images={images}
      />
      <CalmPrices candidates={candidates} />
    </>
  )
}
