import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, Obstacle } from '../../../shared/compare/candidate.ts'
import type { SheetRow } from '../../../shared/compare/cost-sheet.ts'
import { requestTokens, type Workload } from '../../../shared/compare/workload.ts'
import { IdText } from '../../ui/id-text.tsx'
import { countText } from '../../ui/number-text.ts'

/** The model's name with what has to be known of its row: cheapest, long-context price, reference, unable. */
export function ModelHeader({ row, workload }: { row: SheetRow; workload: Workload }): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const { candidate, cost, obstacle } = row
  const count = (tokens: number) => countText(tokens, i18n.language)
  const threshold = candidate.rates.longContext?.threshold ?? 0
  return (
    <th scope="row">
      <IdText>{candidate.name}</IdText> {row.cheapest && <Mark kind="good" text={t('cost.cheapest')} />}
      {candidate.source === 'reference' && <Mark kind="plain" text={t('cost.reference')} />}
      {cost.request.tier === 'long-context' && (
        <Mark
          kind="warn"
          text={t('cost.longContext')}
          title={t('cost.longContextMeaning', { threshold: count(threshold) })}
        />
      )}
      {obstacle !== null && <ObstacleMark obstacle={obstacle} candidate={candidate} workload={workload} />}
    </th>
  )
}

type ObstacleMarkProps = { obstacle: Obstacle; candidate: Candidate; workload: Workload }

/** Why the model cannot do this work, whatever it would cost. */
function ObstacleMark({ obstacle, candidate, workload }: ObstacleMarkProps): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const count = (tokens: number) => countText(tokens, i18n.language)
  const { promptTokens, answerTokens, reasoningTokens } = requestTokens(workload)
  const title =
    obstacle === 'no-images'
      ? t('cost.no-imagesMeaning')
      : t('cost.too-longMeaning', {
          needed: count(promptTokens + answerTokens + reasoningTokens),
          holds: count(candidate.contextLength ?? 0),
        })
  return <Mark kind="warn" text={t(`cost.${obstacle}`)} title={title} />
}

function Mark({
  kind,
  text,
  title,
}: {
  kind: 'good' | 'warn' | 'plain'
  text: string
  title?: string
}): ReactNode {
  return (
    <>
      <span className="row-mark" data-kind={kind} title={title}>
        {text}
      </span>{' '}
    </>
  )
}
