import type { ReactNode } from 'react'
import { imageCsv, imageJson, imageMarkdown } from '../../../../shared/catalog/image-export.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { Popover } from '../../../ui/popover.tsx'
import '../actions/actions.css'
import { CopyModels } from '../actions/copy-models.tsx'
import { ExportChoice } from '../actions/export-choice.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import type { ImageRow } from './image-rows.ts'
import type { ImageColumn } from './use-image-columns.ts'

type ImageActionsProps = { catalog: Catalog; rows: readonly ImageRow[]; columns: readonly ImageColumn[] }

/** Takes the list of image-generation models out, in the order on screen. */
export function ImageActions({ catalog, rows, columns }: ImageActionsProps): ReactNode {
  const { t } = useDetailWords()
  const { host, demo, readAt } = catalog
  const given = { models: rows.map(({ model }) => model), host, demo, readAt }
  const contents = {
    csv: () => imageCsv(given),
    json: () => imageJson(given),
    markdown: () => imageMarkdown(given),
  }
  return (
    <Popover label={t('modelDetails:exports.title')}>
      {() => (
        <>
          <ExportChoice catalog={catalog} list="images" count={rows.length} contents={contents} />
          <CopyModels columns={columns} rows={rows} />
        </>
      )}
    </Popover>
  )
}
