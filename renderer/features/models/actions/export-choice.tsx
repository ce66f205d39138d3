import { type ReactNode, useMemo } from 'react'
import {
  type CatalogExport,
  catalogCsv,
  catalogJson,
  catalogMarkdown,
} from '../../../../shared/catalog/catalog-export.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import type { LanguageList } from '../language/use-language-list.ts'
import { SavedFile } from '../saved-file.tsx'
import { useDetailWords } from '../use-detail-words.ts'

const kinds = { csv: catalogCsv, json: catalogJson, markdown: catalogMarkdown } as const
type Kind = keyof typeof kinds
const kindNames: readonly Kind[] = ['csv', 'json', 'markdown']

/** Exactly what is on screen as a file, or as Markdown for a document. */
export function ExportChoice({ catalog, list }: { catalog: Catalog; list: LanguageList }): ReactNode {
  const { t } = useDetailWords()
  const { state, save } = useSaveFile()
  const content = useExport(catalog, list)
  const day = new Date(catalog.readAt ?? Date.now()).toISOString().slice(0, 10)
  const suggestedName = t('modelDetails:exports.fileName', { day })
  return (
    <>
      <p className="quiet">{t('modelDetails:exports.what', { count: list.shown.length })}</p>
      <div className="export-buttons">
        {kindNames.map((kind) => (
          <Button key={kind} onClick={() => save({ kind, suggestedName, content: kinds[kind](content) })}>
            {t(`modelDetails:exports.${kind}`)}
          </Button>
        ))}
        <CopyButton text={() => catalogMarkdown(content)} label={t('modelDetails:exports.copy')} />
      </div>
      <SavedFile state={state} />
    </>
  )
}

function useExport(catalog: Catalog, { shown, columns }: LanguageList): CatalogExport {
  const { preferences } = usePreferences()
  const { host, demo, readAt } = catalog
  const unit = preferences.priceUnit
  return useMemo(
    () => ({
      rows: shown,
      columns: columns.map(({ key, label }) => ({ column: key, header: label })),
      unit,
      host,
      demo,
      readAt,
    }),
    [shown, columns, unit, host, demo, readAt],
  )
}
