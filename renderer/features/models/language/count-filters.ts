import { type CatalogFilter, PRICE_COLUMNS } from '../../../../shared/catalog/catalog-view.ts'

/** How many conditions are set besides the search text. */
export function countFilters(filter: CatalogFilter): number {
  const answers = [filter.usable, filter.reasoning, filter.imageInput, filter.contextAtLeast]
  return (
    answers.filter((answer) => answer !== null).length +
    filter.input.length +
    filter.output.length +
    PRICE_COLUMNS.filter((price) => filter.prices[price] !== undefined).length
  )
}
