import { type ReactNode, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveModel } from '../../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import type { Calibrations } from '../../../app/use-calibrations.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { countText } from '../../../ui/number-text.ts'
import { SaveOutcome } from '../save-outcome.tsx'
import { FileLine, TotalLine } from './file-lines.tsx'
import { fileRows, filesCsv, filesJson, totalOf } from './file-rows.ts'
import { type FileRun, finishedFiles } from './file-run.ts'

type FilesTableProps = {
  run: FileRun
  models: readonly LanguageModel[]
  demo: boolean
  calibrations: Calibrations
  onCancel: () => void
  onClear: () => void
}

const COLUMNS = [
  { column: 'size', explain: 'text-bytes' },
  { column: 'characters', explain: 'characters' },
  { column: 'tokens', explain: 'token-count' },
  { column: 'cost', explain: 'text-cost' },
] as const

/** Counts and costs of several files on one model, with their total. */
export function FilesTable({
  run,
  models,
  demo,
  calibrations,
  onCancel,
  onClear,
}: FilesTableProps): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const id = useId()
  const { state, save } = useSaveFile()
  const rows = useMemo(() => {
    const found = resolveModel(run.model, models)
    const rates = found.kind === 'unknown' ? null : ratesOf(found.model)
    return fileRows(run, calibrations.of(run.model), rates)
  }, [run, models, calibrations])
  const total = totalOf(rows)
  const number = (value: number) => countText(value, i18n.language)
  const saveAs = (kind: 'csv' | 'json') =>
    save({
      kind,
      suggestedName: `token-counts.${kind}`,
      content: kind === 'csv' ? filesCsv(rows) : filesJson(run.model, rows),
    })
  return (
    <section className="files-run">
      <header className="files-head">
        <h2 id={id}>
          {t('files.heading', { model: run.model })} {demo && <DemoMark />}
        </h2>
        <progress max={run.files.length} value={finishedFiles(run)} aria-label={t('files.progressLabel')} />
        <span role="status" className="quiet" data-explain="files-counted">
          {t(run.cancelled ? 'files.cancelled' : 'files.progress', {
            done: number(finishedFiles(run)),
            all: number(run.files.length),
          })}
        </span>
        {run.running && <Button onClick={onCancel}>{t('files.cancel')}</Button>}
        <Button onClick={() => saveAs('csv')}>{t('exportCsv')}</Button>
        <Button onClick={() => saveAs('json')}>{t('exportJson')}</Button>
        <Button onClick={onClear}>{t('files.clear')}</Button>
        <SaveOutcome state={state} />
      </header>
      {run.stoppedBy !== null && (
        <FailureNotice
          failure={run.stoppedBy.failure}
          kept={t('files.estimated')}
          asked={{ endpoint: 'tokenize', model: run.model }}
        />
      )}
      {run.leftOut > 0 && <p className="token-warning">{t('files.leftOut', { count: run.leftOut })}</p>}
      <div className="token-table-scroll files-scroll">
        <table className="token-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('files.name')}</th>
              {COLUMNS.map(({ column, explain }) => (
                <th key={column} scope="col" className="num" data-explain={explain}>
                  {t(`files.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // Two files of different folders may have one name, and no file changes its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <FileLine key={place} row={row} />
            ))}
          </tbody>
          <tfoot>
            <TotalLine total={total} />
          </tfoot>
        </table>
      </div>
    </section>
  )
}
