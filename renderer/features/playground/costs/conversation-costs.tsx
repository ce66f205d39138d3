import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../../shared/contract/conversation.ts'
import { SecondAmount, SecondRate } from '../../../app/spend/second-amount.tsx'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { ChartFrame } from '../../../ui/charts/chart-frame.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { CostPointTable } from './cost-point-table.tsx'
import { type CostPoint, costPoints } from './cost-points.ts'

const CostChart = lazy(async () => ({ default: (await import('./cost-chart.tsx')).CostChart }))

/** More bars than this cannot be told apart; the table has every answer. */
const MOST_BARS = 120

/** What the conversation cost, answer by answer, on the branch shown or on all. */
export function ConversationCosts({
  conversation,
  demo,
}: {
  conversation: Conversation
  demo: boolean
}): ReactNode {
  const { t } = useTranslation(['playground', 'ui'])
  const { query } = useRpc()
  const [all, setAll] = useState(false)
  const input = { conversationId: conversation.id }
  const { data, error } = useQuery({
    ...query.conversations.costs.queryOptions({ input }),
    queryKey: [
      ...query.conversations.costs.queryKey({ input }),
      String(conversation.spent.ticks),
      conversation.total,
    ],
    placeholderData: (before) => before,
  })
  if (error !== null) return <FailureNotice failure={failureOfError(error)} />
  if (data === undefined) return <SkeletonLines lines={5} />
  const points = costPoints(data.filter(({ onBranch }) => all || onBranch))
  return (
    <>
      <p data-explain="conversation-cost">
        {t('costs.spent')}{' '}
        <MoneyText ticks={conversation.spent.ticks} atLeast={!conversation.spent.complete} />{' '}
        <SecondAmount ticks={conversation.spent.ticks} atLeast={!conversation.spent.complete} />{' '}
        <SecondRate />
      </p>
      <label className="check-line">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        {t('costs.all')}
      </label>
      {points.length === 0 ? (
        <p className="quiet">{t('costs.none')}</p>
      ) : (
        <Chart points={points} demo={demo} />
      )}
    </>
  )
}

function Chart({ points, demo }: { points: readonly CostPoint[]; demo: boolean }): ReactNode {
  const { t } = useTranslation(['playground', 'ui'])
  const { state, save } = useSaveFile()
  const [drawingFailed, setDrawingFailed] = useState(false)
  const label = t('costs.chart')
  const shown = points.slice(-MOST_BARS)
  return (
    <>
      <ChartFrame
        title={label}
        explain="message-cost"
        imageMark={demo ? t('ui:demo') : null}
        words={
          <span className="quiet">
            {t('costs.unit')}
            {shown.length < points.length && ` · ${t('costs.newest', { count: shown.length })}`}
          </span>
        }
        table={<CostPointTable points={points} label={label} />}
        onSaveImage={(content) => {
          setDrawingFailed(false)
          save({ kind: 'png', suggestedName: 'conversation-costs', content })
        }}
        onImageFailed={() => setDrawingFailed(true)}
      >
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <CostChart points={shown} label={label} />
        </Suspense>
      </ChartFrame>
      <p role="status" className="quiet">
        {state.kind === 'saved' && t('saved', { name: state.fileName })}
      </p>
      {(drawingFailed || state.kind === 'failed') && (
        <FailureNotice failure={state.kind === 'failed' ? state.failure : null} />
      )}
    </>
  )
}
