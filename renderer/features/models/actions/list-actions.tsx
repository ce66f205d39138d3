import type { ReactNode } from 'react'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { Popover } from '../../../ui/popover.tsx'
import type { LanguageList } from '../language/use-language-list.ts'
import { useDetailWords } from '../use-detail-words.ts'
import './actions.css'
import { ColumnChooser } from './column-chooser.tsx'
import { CopyModels } from './copy-models.tsx'
import { ExportChoice } from './export-choice.tsx'
import { languageExports } from './language-exports.ts'
import { SavedViews } from './saved-views.tsx'

/** What acts on the whole list: which columns it has, views that were saved, and taking it out. */
export function ListActions({ catalog, list }: { catalog: Catalog; list: LanguageList }): ReactNode {
  const { t } = useDetailWords()
  const { preferences } = usePreferences()
  return (
    <>
      <Popover label={t('modelDetails:columns.title')}>
        {() => <ColumnChooser chosen={list.chosen} />}
      </Popover>
      <Popover label={t('modelDetails:views.title')}>
        {(close) => <SavedViews search={list.search} onApplied={close} />}
      </Popover>
      <Popover label={t('modelDetails:exports.title')}>
        {() => (
          <>
            <ExportChoice
              catalog={catalog}
              list="language"
              count={list.shown.length}
              contents={languageExports(catalog, list, preferences.priceUnit)}
            />
            <CopyModels columns={list.columns} rows={list.shown} />
          </>
        )}
      </Popover>
    </>
  )
}
