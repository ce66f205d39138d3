import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'

type CorrectRowProps = { row: LedgerRow; onDone: () => void }

/** For a row whose cost the server never told: what it really cost, as the person knows it from a bill. */
export function CorrectRow({ row, onDone }: CorrectRowProps): ReactNode {
  const { t } = useTranslation('usage')
  const { query } = useRpc()
  const queries = useQueryClient()
  const hint = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const { mutate, error, isPending } = useMutation(
    query.ledger.correct.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: query.ledger.key() })
        void queries.invalidateQueries({ queryKey: query.budgets.key() })
        onDone()
      },
    }),
  )
  return (
    <form
      className="usage-form"
      onSubmit={(event) => {
        event.preventDefault()
        const billed = parseUsd(text)
        setWrong(billed === null || billed < 0n)
        if (billed !== null && billed >= 0n && !isPending) mutate({ id: row.id, billed })
      }}
    >
      <label className="usage-field">
        <span>{t('correct.label')}</span>
        <input
          inputMode="decimal"
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={hint}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="link-button">
        {t('correct.save')}
      </button>
      <p id={hint} className={wrong ? 'usage-wrong' : 'quiet'}>
        {wrong ? t('correct.wrong') : t('correct.hint')}
      </p>
      {error !== null && <FailureNotice failure={failureOfError(error)} />}
    </form>
  )
}
