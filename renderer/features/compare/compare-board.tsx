import { memo, type ReactNode, useDeferredValue, useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { costSheet, type Sheet } from '../../../shared/compare/cost-sheet.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { SurchargeWarning } from '../../app/surcharge-warning.tsx'
import { ViewHeading } from '../../app/view-heading.tsx'
import { Age } from '../../ui/age.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { CompareActions } from './compare-actions.tsx'
import { linkOf } from './compare-link.ts'
import { CompareResults } from './compare-results.tsx'
import { FewModels } from './few-models.tsx'
import { ModelChooser } from './model-chooser.tsx'
import { ReferenceSection } from './reference-section.tsx'
import { useCandidates } from './use-candidates.ts'
import { useCompareState } from './use-compare-state.ts'
import { useFileActions } from './use-file-actions.ts'
import { WorkloadEditor } from './workload-editor.tsx'

// What does not change with the workload stays as it is while a slider moves: a step of it has 16 ms.
const CalmActions = memo(CompareActions)
const CalmChooser = memo(ModelChooser)
const CalmReferences = memo(ReferenceSection)

/** The comparison over a known catalog: what is chosen, the workload beside it, and everything that follows. */
export function CompareBoard({ catalog }: { catalog: Catalog }): ReactNode {
  const compare = useCompareState()
  const files = useFileActions(catalog.demo)
  const { workload } = compare
  const { choices, own, candidates, references } = useCandidates(catalog, compare)
  const sheet = useMemo(
    (): Sheet => ({ workload, rows: costSheet(workload, candidates) }),
    [workload, candidates],
  )
  const calmSheet = useDeferredValue(sheet)
  return (
    <>
      <ViewHeading view="compare">
        {catalog.demo && <DemoMark />}
        {candidates.length > 0 && (
          <CalmActions
            sheet={calmSheet}
            catalog={catalog}
            link={linkOf(compare, calmSheet.workload)}
            state={files.state}
            saveCsv={files.saveCsv}
          />
        )}
      </ViewHeading>
      {files.state.kind === 'failed' && <FailureNotice failure={files.state.failure} />}
      <CalmChooser catalog={catalog} choices={choices} onChange={compare.setNames} />
      <div className="compare-board">
        <WorkloadEditor workload={workload} onChange={compare.setWorkload} />
        <div className="compare-results">
          {own.length < 2 && (
            <FewModels catalog={catalog} names={compare.names} onChange={compare.setNames} />
          )}
          {candidates.length > 0 && (
            <CompareResults
              sheet={sheet}
              calmSheet={calmSheet}
              candidates={candidates}
              compare={compare}
              images={files.images}
            />
          )}
          <CalmReferences
            {...references}
            own={own}
            names={compare.references}
            onChange={compare.setReferences}
          />
          <Source catalog={catalog} />
        </div>
      </div>
    </>
  )
}

/** Where the prices are from, how old they are, and what the bill is known to add to them. */
function Source({ catalog: { host, readAt } }: { catalog: Catalog }): ReactNode {
  const { t } = useTranslation('compare')
  if (readAt === null) return null
  return (
    <>
      <p className="quiet">
        <Trans t={t} i18nKey="prices" values={{ host }} components={{ age: <Age at={readAt} /> }} />
      </p>
      <SurchargeWarning host={host} />
    </>
  )
}
