import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { requestTokens, type Workload } from '../../../shared/compare/workload.ts'
import { countText } from '../../ui/number-text.ts'

/** What the fields come to: the counts that are priced. */
export function RequestSum({ workload }: { workload: Workload }): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const { promptTokens, cachedTokens, answerTokens, reasoningTokens } = requestTokens(workload)
  const text = (count: number) => countText(count, i18n.language)
  return (
    <p className="quiet request-sum" data-explain="workload-sum">
      {t('workload.sum', {
        prompt: text(promptTokens),
        cached: text(cachedTokens),
        output: text(answerTokens + reasoningTokens),
      })}
    </p>
  )
}
