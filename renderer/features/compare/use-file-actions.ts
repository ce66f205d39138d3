import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SaveState, useSaveFile } from '../../app/use-save-file.ts'

export type ImageActions = {
  /** Saves a drawing (PNG in base64) under a name that tells what it shows. */
  save: (name: 'cost' | 'break-even', png: string) => void
  failed: (error: unknown) => void
  /** Stands behind the title of every image: that its numbers are no real ones. */
  mark: string | null
}

export type FileActions = {
  state: SaveState
  images: ImageActions
  saveCsv: (content: string) => void
}

/** Everything of Compare that becomes a file. One outcome is shown: that of the last one. */
export function useFileActions(demo: boolean): FileActions {
  const { t } = useTranslation('ui')
  const { state, save } = useSaveFile()
  const [drawingFailed, setDrawingFailed] = useState(false)
  const images = useMemo(
    (): ImageActions => ({
      save: (name, content) => {
        setDrawingFailed(false)
        save({ kind: 'png', suggestedName: `tokenbook-${name}.png`, content })
      },
      failed: () => setDrawingFailed(true),
      mark: demo ? t('demo') : null,
    }),
    [save, demo, t],
  )
  const saveCsv = useCallback(
    (content: string) => {
      setDrawingFailed(false)
      save({ kind: 'csv', suggestedName: 'tokenbook-comparison.csv', content })
    },
    [save],
  )
  return { state: drawingFailed ? { kind: 'failed', failure: null } : state, images, saveCsv }
}
