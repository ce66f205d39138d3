import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison, ComparisonColumn } from '../../../../shared/contract/comparisons.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import type { CopiedTable } from '../../../../shared/export/table-text.ts'
import { SecondAmount, SecondRate } from '../../../app/spend/second-amount.tsx'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyTable } from '../../../ui/copy-table.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { AnswerColumn } from './answer-column.tsx'
import { AskedImages } from './asked-images.tsx'
import { comparisonTable } from './comparison-table.ts'
import { useNote } from './use-note.ts'

type ComparisonBoardProps = {
  comparison: Comparison
  running: boolean
  onChanged: (comparison: Comparison) => void
  onGone: () => void
}

/** The answers next to each other while they come, what they cost together, the vote and the notes. */
export function ComparisonBoard({ comparison, running, onChanged, onGone }: ComparisonBoardProps): ReactNode {
  const { t } = useTranslation('playground')
  const { client } = useRpc()
  const { save, state } = useSaveFile()
  const [failure, setFailure] = useState<{ failure: Failure | null } | null>(null)
  const one = { comparisonId: comparison.id }
  const run = async (call: () => Promise<Comparison | null>) => {
    try {
      setFailure(null)
      const changed = await call()
      if (changed !== null) onChanged(changed)
    } catch (error) {
      setFailure({ failure: failureOfError(error) })
    }
  }
  const { note, change, leave } = useNote(
    comparison.note,
    (text) => void run(() => client.comparisons.note({ ...one, position: null, note: text })),
  )
  const table = useComparisonTable(comparison.columns)
  const saveMarkdown = () =>
    run(async () => {
      const { text } = await client.comparisons.markdown(one)
      save({ kind: 'markdown', suggestedName: 'comparison', content: text })
      return null
    })
  const remove = () =>
    run(async () => {
      await client.comparisons.remove(one)
      onGone()
      return null
    })
  return (
    <section className="comparison" aria-label={comparison.text.slice(0, 80)}>
      <p className="prompt-text" dir="auto">
        {comparison.text}
      </p>
      <AskedImages hashes={comparison.images} />
      <div className="message-actions">
        <span data-explain="conversation-cost">
          {t('compare.spent')}{' '}
          <MoneyText ticks={comparison.spent.ticks} atLeast={!comparison.spent.complete} />{' '}
          <SecondAmount ticks={comparison.spent.ticks} atLeast={!comparison.spent.complete} />
        </span>
        {running && (
          <Button onClick={() => void run(() => client.comparisons.stop(one))}>{t('compare.stop')}</Button>
        )}
        <CopyTable table={table} />
        <Button onClick={() => void saveMarkdown()}>{t('compare.saveMarkdown')}</Button>
        <Button onClick={() => void remove()}>{t('compare.remove')}</Button>
        <span role="status" className="quiet">
          {state.kind === 'saved' && t('saved', { name: state.fileName })}
        </span>
      </div>
      <SecondRate />
      {(failure !== null || state.kind === 'failed') && (
        <FailureNotice failure={state.kind === 'failed' ? state.failure : (failure?.failure ?? null)} />
      )}
      <div className="comparison-columns">
        {comparison.columns.map((column) => (
          <AnswerColumn
            key={column.conversationId}
            column={column}
            voted={comparison.vote === column.position}
            onVote={(position) => void run(() => client.comparisons.vote({ ...one, position }))}
            onNote={(text) =>
              void run(() => client.comparisons.note({ ...one, position: column.position, note: text }))
            }
          />
        ))}
      </div>
      <Textarea
        label={t('compare.note')}
        rows={2}
        maxLength={20_000}
        value={note}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={leave}
      />
    </section>
  )
}

function useComparisonTable(columns: readonly ComparisonColumn[]): () => CopiedTable {
  const { t, i18n } = useTranslation(['playground', 'ui'])
  return () =>
    comparisonTable(columns, {
      heads: [
        t('playground:compare.model'),
        t('playground:parameters.label'),
        t('playground:compare.cost'),
        t('playground:compare.firstTokenSeconds'),
        t('playground:compare.speed'),
        t('playground:compare.length'),
      ],
      atLeast: (amount) => t('ui:atLeast', { amount }),
      unknown: t('ui:unknown'),
      locale: i18n.language,
    })
}
