import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../../shared/compare/cost-sheet.ts'
import { sheetCsv } from '../../../shared/compare/sheet-csv.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import type { SaveState } from '../../app/use-save-file.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { PRICE_PACKAGE } from './price-package.ts'
import { useMarkdown } from './use-markdown.ts'

type CompareActionsProps = {
  sheet: Sheet
  catalog: Catalog
  link: string
  state: SaveState
  saveCsv: (content: string) => void
}

/** The comparison as Markdown, as a file of numbers, or as a link to exactly this state. */
export function CompareActions({ sheet, catalog, link, state, saveCsv }: CompareActionsProps): ReactNode {
  const { t } = useTranslation('compare')
  const markdown = useMarkdown(sheet, catalog)
  const readAt = catalog.readAt === null ? '' : ` ${new Date(catalog.readAt).toISOString()}`
  const sources = {
    live: `${catalog.demo ? 'demo ' : ''}${catalog.host}${readAt}`,
    reference: `${PRICE_PACKAGE.name} ${PRICE_PACKAGE.version} (${PRICE_PACKAGE.date})`,
  }
  return (
    <div className="compare-actions">
      <CopyButton text={markdown} label={t('actions.markdown')} />
      <Button onClick={() => saveCsv(sheetCsv(sheet.rows, sheet.workload, sources))}>
        {t('actions.csv')}
      </Button>
      <CopyButton text={link} label={t('actions.link')} />
      <span className="quiet" role="status">
        {state.kind === 'saved' && t('actions.saved', { file: state.fileName })}
      </span>
    </div>
  )
}
