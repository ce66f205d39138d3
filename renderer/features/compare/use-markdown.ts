import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../../shared/compare/cost-sheet.ts'
import { requestTokens } from '../../../shared/compare/workload.ts'
import { DAYS_PER_MONTH, DAYS_PER_YEAR, periods } from '../../../shared/compare/workload-cost.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { countText } from '../../ui/number-text.ts'
import { exactTime } from '../../ui/time-text.ts'
import { PRICE_PACKAGE } from './price-package.ts'
import { sheetMarkdown } from './sheet-markdown.ts'

/** The comparison as a Markdown document: workload, table, rule of the periods, and where the prices come from. */
export function useMarkdown({ rows, workload }: Sheet, catalog: Catalog): string {
  const { t, i18n } = useTranslation(['compare', 'ui'])
  const locale = i18n.language
  return useMemo(() => {
    const counts = Object.entries({ ...requestTokens(workload), requests: workload.requestsPerDay }).map(
      ([name, count]) => [name, countText(count, locale)],
    )
    const shown: Record<string, string> = Object.fromEntries(counts)
    const table = sheetMarkdown(rows, {
      columns: [
        t('cost.model'),
        t('price.input'),
        t('price.cachedInput'),
        t('price.output'),
        ...periods.map((period) => t(`cost.${period}`)),
      ],
      cheapest: t('cost.cheapest'),
      reference: t('cost.reference'),
      unknown: t('ui:unknown'),
      atLeast: (amount) => t('ui:atLeast', { amount }),
    })
    const paragraphs = [
      `## ${t('markdown.title')}`,
      t('markdown.workload', {
        requests: shown['requests'] ?? '',
        prompt: shown['promptTokens'] ?? '',
        cached: shown['cachedTokens'] ?? '',
        images: shown['imageTokens'] ?? '',
        answer: shown['answerTokens'] ?? '',
        reasoning: shown['reasoningTokens'] ?? '',
      }),
      table,
      t('markdown.priceUnit', { month: DAYS_PER_MONTH, year: DAYS_PER_YEAR }),
      catalog.readAt !== null &&
        t('markdown.live', { host: catalog.host, time: exactTime(catalog.readAt, locale) }),
      catalog.demo && t('markdown.demo'),
      rows.some(({ candidate }) => candidate.source === 'reference') &&
        t('markdown.reference', PRICE_PACKAGE),
    ]
    return `${paragraphs.filter((paragraph) => paragraph !== false).join('\n\n')}\n`
  }, [rows, catalog, workload, t, locale])
}
