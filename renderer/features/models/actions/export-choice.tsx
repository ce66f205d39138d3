import type { ReactNode } from 'react'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { SavedFile } from '../saved-file.tsx'
import { useDetailWords } from '../use-detail-words.ts'

const kindNames = ['csv', 'json', 'markdown'] as const

type ExportChoiceProps = {
  catalog: Catalog
  list: 'language' | 'images'
  /** How many models are on screen. */
  count: number
  /** What a file of each kind holds; made only when asked for. */
  contents: Record<(typeof kindNames)[number], () => string>
}

/** Exactly what is on screen as a file, or as Markdown for a document. */
export function ExportChoice({ catalog, list, count, contents }: ExportChoiceProps): ReactNode {
  const { t } = useDetailWords()
  const { state, save } = useSaveFile()
  const day = new Date(catalog.readAt ?? Date.now()).toISOString().slice(0, 10)
  const suggestedName = t(`modelDetails:exports.fileName.${list}`, { day })
  return (
    <>
      <p className="quiet">{t(`modelDetails:exports.what.${list}`, { count })}</p>
      <div className="export-buttons">
        {kindNames.map((kind) => (
          <Button key={kind} onClick={() => save({ kind, suggestedName, content: contents[kind]() })}>
            {t(`modelDetails:exports.${kind}`)}
          </Button>
        ))}
        <CopyButton text={contents.markdown} label={t('modelDetails:exports.copy')} />
      </div>
      <SavedFile state={state} />
    </>
  )
}
