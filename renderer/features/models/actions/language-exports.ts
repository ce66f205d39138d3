import {
  type CatalogExport,
  catalogCsv,
  catalogJson,
  catalogMarkdown,
} from '../../../../shared/catalog/catalog-export.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import { firstEnglish } from '../../../messages/first-english.ts'
import type { LanguageList } from '../language/use-language-list.ts'

/**
 * The files that hold the language models on screen, in the columns and the unit on screen. Their columns have their
 * English names in every language: programs read them.
 */
export function languageExports(
  { host, demo, readAt }: Catalog,
  { shown, columns }: LanguageList,
  unit: PriceUnit,
) {
  const given: CatalogExport = {
    rows: shown,
    columns: columns.map(({ key }) => ({ column: key, header: firstEnglish.models.columns[key] })),
    unit,
    host,
    demo,
    readAt,
  }
  return {
    csv: () => catalogCsv(given),
    json: () => catalogJson(given),
    markdown: () => catalogMarkdown(given),
  }
}
