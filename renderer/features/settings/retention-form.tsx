import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Retention } from '../../../shared/contract/care.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { listText } from '../../ui/list-text.ts'
import { countText } from '../../ui/number-text.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

/** How long single rows are kept, by age and by number; sums stay in any case. */
export function RetentionForm({ retention }: { retention: Retention }): ReactNode {
  const { t, i18n } = useTranslation('settings')
  const { query } = useRpc()
  const queries = useQueryClient()
  const hint = useId()
  const [draft, setDraft] = useState({ days: textOf(retention.days), rows: textOf(retention.rows) })
  const [wrong, setWrong] = useState<readonly (keyof Retention)[]>([])
  const isWrong = wrong.length > 0
  const [asked, setAsked] = useState<Retention | null>(null)
  const save = useMutation(
    query.care.setRetention.mutationOptions({
      onSuccess: ({ care }) => {
        queries.setQueryData(query.care.read.queryKey(), care)
        void queries.invalidateQueries({ queryKey: query.ledger.key() })
      },
    }),
  )
  const field = (name: 'days' | 'rows') => (
    <label className="usage-field">
      <span>{t(`care.${name}`)}</span>
      <input
        inputMode="numeric"
        value={draft[name]}
        aria-invalid={wrong.includes(name) || undefined}
        aria-describedby={hint}
        onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      />
    </label>
  )
  const limitsOf = ({ days, rows }: Retention): string[] => [
    ...(days === null ? [] : [t('care.keptDays', { count: days, shown: countText(days, i18n.language) })]),
    ...(rows === null ? [] : [t('care.keptRows', { count: rows, shown: countText(rows, i18n.language) })]),
  ]
  const submit = () => {
    const wanted = { days: numberOf(draft.days), rows: numberOf(draft.rows) }
    const found = wrongOf(wanted)
    setWrong(found)
    if (found.length > 0 || save.isPending) return
    if (isStricter(retention, wanted)) setAsked(wanted)
    else save.mutate(wanted)
  }
  return (
    <form
      className="usage-form"
      aria-label={t('care.retention')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{t('care.retention')}</h3>
      {field('days')}
      {field('rows')}
      <button type="submit" className="link-button">
        {t('care.saveRetention')}
      </button>
      <p id={hint} className={isWrong ? 'usage-wrong' : 'quiet'}>
        {isWrong ? t('care.retentionWrong') : t('care.retentionHint')}
      </p>
      <p role="status" className="quiet" data-explain="retention">
        {save.isSuccess
          ? t('care.removed', {
              count: save.data.removed,
              shown: countText(save.data.removed, i18n.language),
            })
          : ''}
      </p>
      {asked !== null && (
        <ConfirmDialog
          question={t('care.retentionQuestion')}
          meaning={t('care.retentionMeaning', { limits: listText(limitsOf(asked), i18n.language) })}
          yes={t('care.retentionYes')}
          no={t('care.no')}
          onYes={() => {
            setAsked(null)
            save.mutate(asked)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {save.isError && <FailureNotice failure={failureOfError(save.error)} />}
    </form>
  )
}

/** Whether rows that were kept until now may go. */
function isStricter(before: Retention, after: Retention): boolean {
  const less = (was: number | null, is: number | null) => is !== null && (was === null || is < was)
  return less(before.days, after.days) || less(before.rows, after.rows)
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value)
}

/** Which of the two says nothing that can be. The bounds are those of the contract (care.ts). */
function wrongOf({ days, rows }: Retention): (keyof Retention)[] {
  return [
    ...(isBetween(days, 1, 36_500) ? [] : (['days'] as const)),
    ...(isBetween(rows, 1000, 100_000_000) ? [] : (['rows'] as const)),
  ]
}

function isBetween(value: number | null, least: number, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= least && value <= most)
}

/** Nothing means for ever. */
function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}
