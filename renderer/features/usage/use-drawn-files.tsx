import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveFile } from '../../app/use-save-file.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { type DrawnTable, drawnCsv } from './drawn-table.ts'

export type DrawnFiles = {
  saveImage: (name: string, png: string) => void
  imageFailed: () => void
  saveCsv: (name: string, table: DrawnTable) => void
  /** What came of the last one. */
  outcome: ReactNode
}

/** Images and tables of charts as files. */
export function useDrawnFiles(): DrawnFiles {
  const { t } = useTranslation('usage')
  const { state, save } = useSaveFile()
  const [drawingFailed, setDrawingFailed] = useState(false)
  const outcome = drawingFailed ? (
    <FailureNotice failure={null} />
  ) : state.kind === 'failed' ? (
    <FailureNotice failure={state.failure} />
  ) : (
    <p className="quiet usage-outcome" role="status">
      {state.kind === 'saved' ? t('files.saved', { file: state.fileName }) : ''}
    </p>
  )
  return useMemo(
    () => ({
      saveImage: (name, content) => {
        setDrawingFailed(false)
        save({ kind: 'png', suggestedName: `tokenbook-usage-${name}.png`, content })
      },
      imageFailed: () => setDrawingFailed(true),
      saveCsv: (name, table) => {
        setDrawingFailed(false)
        save({ kind: 'csv', suggestedName: `tokenbook-usage-${name}.csv`, content: drawnCsv(table) })
      },
      outcome,
    }),
    [save, outcome],
  )
}
