import {
  type CatalogExport,
  catalogCsv,
  catalogJson,
  catalogMarkdown,
} from '../../../../shared/catalog/catalog-export.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import type { LanguageList } from '../language/use-language-list.ts'

/** The files that hold the language models on screen, in the columns and the unit on screen. */
export function languageExports(
  { host, demo, readAt }: Catalog,
  { shown, columns }: LanguageList,
  unit: PriceUnit,
) {
  const given: CatalogExport = {
    rows: shown,
    columns: columns.map(({ key, label }) => ({ column: key, header: label })),
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
