import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import type { Comparison } from '../../../../shared/contract/comparisons.ts'
import type { ChatSetup } from '../../../../shared/contract/conversation.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { ComparisonBoard } from './comparison-board.tsx'
import { ComparisonForm } from './comparison-form.tsx'
import { EarlierComparisons } from './earlier-comparisons.tsx'

type SideBySideProps = {
  models: readonly LanguageModel[]
  /** What the open conversation would ask with: the first column begins as this. */
  setup: ChatSetup
  onBack: () => void
}

/** One prompt to several models, or to one with different parameters, at the same time. */
export function SideBySide({ models, setup, onBack }: SideBySideProps): ReactNode {
  const { t } = useTranslation('playground')
  const { client, query } = useRpc()
  const queries = useQueryClient()
  const [openId, setOpenId] = useState<string | null>(null)
  const [removed, setRemoved] = useState<string | null>(null)
  const [failure, setFailure] = useState<{ failure: Failure | null } | null>(null)
  // Its answer may come when another one was opened meanwhile, which stays.
  const renew = (comparison: Comparison) => {
    const input = { comparisonId: comparison.id }
    queries.setQueryData(query.comparisons.read.queryKey({ input }), comparison)
    void queries.invalidateQueries({ queryKey: query.comparisons.list.key() })
  }
  const show = (comparison: Comparison) => {
    renew(comparison)
    setOpenId(comparison.id)
    setRemoved(null)
  }
  const gone = (id: string) => {
    setOpenId(null)
    setRemoved(id)
    void queries.invalidateQueries({ queryKey: query.comparisons.list.key() })
  }
  const undo = (comparisonId: string) => {
    setFailure(null)
    client.comparisons
      .restore({ comparisonId })
      .then(show, (error: unknown) => setFailure({ failure: failureOfError(error) }))
  }
  return (
    <section className="side-by-side" aria-label={t('compare.label')}>
      <div className="side-head">
        <h2>{t('compare.label')}</h2>
        <Button onClick={onBack}>{t('compare.back')}</Button>
      </div>
      <ComparisonForm models={models} setup={setup} onStarted={show} />
      {openId !== null && <OpenComparison id={openId} onChanged={renew} onGone={() => gone(openId)} />}
      <Removed id={removed} onUndo={undo} />
      {failure !== null && <FailureNotice failure={failure.failure} />}
      <EarlierComparisons openId={openId} onOpen={setOpenId} />
    </section>
  )
}

function Removed({ id, onUndo }: { id: string | null; onUndo: (id: string) => void }): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <div role="status">
      {id !== null && (
        <>
          {t('compare.removed')}{' '}
          <Button kind="plain" onClick={() => onUndo(id)}>
            {t('undo')}
          </Button>
        </>
      )}
    </div>
  )
}

type OpenComparisonProps = { id: string; onChanged: (comparison: Comparison) => void; onGone: () => void }

const REREAD_MS = 1_000

/** Reads what all have cost again while answers come, as the list says it too; the answers come by their own events. */
function OpenComparison({ id, onChanged, onGone }: OpenComparisonProps): ReactNode {
  const { query } = useRpc()
  const queries = useQueryClient()
  const { data, error } = useQuery(
    query.comparisons.read.queryOptions({
      input: { comparisonId: id },
      refetchInterval: ({ state }) => (state.data !== undefined && isRunning(state.data) ? REREAD_MS : false),
    }),
  )
  const running = data !== undefined && isRunning(data)
  useEffect(() => {
    if (!running) void queries.invalidateQueries({ queryKey: query.comparisons.list.key() })
  }, [running, queries, query])
  if (error !== null) return <FailureNotice failure={failureOfError(error)} />
  if (data === undefined) return <SkeletonLines lines={6} />
  return (
    <ComparisonBoard key={id} comparison={data} running={running} onChanged={onChanged} onGone={onGone} />
  )
}

function isRunning({ columns }: Comparison): boolean {
  return columns.some(({ answer }) => {
    const kind = answer?.attempt?.state.kind
    return kind === 'pending' || kind === 'streaming'
  })
}
