import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calibrations } from '../../../app/use-calibrations.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { failureOfError } from '../../../rpc.ts'
import { ChartFrame } from '../../../ui/charts/chart-frame.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SaveOutcome } from '../save-outcome.tsx'
import { EstimateChart } from './estimate-chart.tsx'
import { estimatePoints } from './estimate-points.ts'
import { LearnedTable } from './learned-table.tsx'
import { PointsTable } from './points-table.tsx'

type EstimatesPanelProps = { calibrations: Calibrations; model: string | null; demo: boolean }

/** What was learned of one model, and how far every estimate was off before the truth came. */
export function EstimatesPanel({ calibrations, model, demo }: EstimatesPanelProps): ReactNode {
  const { t } = useTranslation(['tokenizer', 'ui'])
  const [chosen, setChosen] = useState<string | null>(null)
  const { state, save } = useSaveFile()
  const [drawingFailed, setDrawingFailed] = useState(false)
  const { samples, error } = calibrations
  const known = samples.find((one) => one.model === (chosen ?? model)) ?? samples[0]
  const points = useMemo(() => estimatePoints(known?.samples ?? []), [known])
  if (error !== null) return <FailureNotice failure={failureOfError(error)} />
  if (known === undefined) return <p className="quiet">{t('estimates.none')}</p>
  const title = t('estimates.chart', { model: known.model })
  return (
    <div className="estimates-panel">
      <label className="estimates-model">
        {t('estimates.model')}{' '}
        <select value={known.model} onChange={(event) => setChosen(event.currentTarget.value)}>
          {samples.map((one) => (
            <option key={one.model} value={one.model}>
              {one.model}
            </option>
          ))}
        </select>
      </label>
      <LearnedTable calibration={calibrations.of(known.model)} />
      <ChartFrame
        title={title}
        explain="estimate-error"
        words={<p className="quiet">{t('estimates.words')}</p>}
        table={<PointsTable points={points} />}
        imageMark={demo ? t('ui:demo') : null}
        onSaveImage={(content) => {
          setDrawingFailed(false)
          save({ kind: 'png', suggestedName: `estimates-${known.model}.png`, content })
        }}
        onImageFailed={() => setDrawingFailed(true)}
      >
        <EstimateChart points={points} label={title} />
      </ChartFrame>
      <SaveOutcome state={drawingFailed ? { kind: 'failed', failure: null } : state} />
    </div>
  )
}
