import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../../shared/ledger/transfer-schema.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { countText } from '../../../ui/number-text.ts'
import { ImportPreviewTable } from './import-preview.tsx'
import { ImportReport } from './import-report.tsx'
import type { ImportUnderWay } from './import-run.ts'
import { percentRead, useImport } from './use-import.ts'

/** Requests of other programs, or of this one elsewhere: look first, then add. */
export function ImportPanel(): ReactNode {
  const { t } = useTranslation('usage')
  const { state, run } = useImport()
  const busy = state.kind === 'choosing' || state.kind === 'reading'
  return (
    <section className="card usage-section" aria-label={t('import.heading')}>
      <h2>{t('import.heading')}</h2>
      <p className="quiet">{t('import.explained')}</p>
      <div>
        <Button inactive={busy} onClick={run.choose}>
          {t('import.choose')}
        </Button>
      </div>
      {state.kind === 'preview' && <Preview preview={state.preview} onStart={run.start} />}
      {state.kind === 'reading' && <Reading reading={state} onStop={run.stop} />}
      {state.kind === 'done' && <ImportReport step={state.step} />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={run.choose} />}
    </section>
  )
}

type PreviewProps = { preview: ImportPreview; onStart: (preview: ImportPreview) => void }

function Preview({ preview, onStart }: PreviewProps): ReactNode {
  const { t, i18n } = useTranslation('usage')
  return (
    <section className="usage-verdict" aria-label={t('import.preview', { file: preview.fileName })}>
      <h3>{t('import.preview', { file: preview.fileName })}</h3>
      <dl className="facts">
        <dt>{t('import.format')}</dt>
        <dd className={preview.format === null ? 'warn' : undefined}>
          {preview.format === null ? t('import.unknownFormat') : t(`import.formats.${preview.format}`)}
        </dd>
        <dt data-explain="data-size">{t('import.size')}</dt>
        <dd>{t('import.bytes', { bytes: countText(preview.bytes, i18n.language) })}</dd>
      </dl>
      <ImportPreviewTable preview={preview} />
      {preview.format !== null && (
        <div>
          <Button kind="primary" onClick={() => onStart(preview)}>
            {t('import.start')}
          </Button>
        </div>
      )}
    </section>
  )
}

type ReadingProps = { reading: ImportUnderWay; onStop: () => void }

function Reading({ reading, onStop }: ReadingProps): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const number = (count: number) => countText(count, i18n.language)
  const { step, isStopping } = reading
  const percent = percentRead(reading)
  const words = t('import.reading', {
    percent,
    added: number(step?.added ?? 0),
    known: number(step?.known ?? 0),
    refused: number(step?.refused ?? 0),
  })
  return (
    <>
      <div className="usage-export">
        <progress aria-label={t('import.heading')} max={100} value={percent} />
        <span data-explain="import-count">{words}</span>
        <Button inactive={isStopping} onClick={onStop}>
          {t('import.stop')}
        </Button>
      </div>
      <p className="quiet">{t('import.goesOn')}</p>
    </>
  )
}
