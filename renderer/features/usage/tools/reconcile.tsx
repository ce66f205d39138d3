import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { PeriodPicker } from '../period-picker.tsx'
import { filterOf, filterText } from '../usage-address.ts'
import type { Looking } from '../use-usage-look.ts'
import { ReconciliationResult } from './reconciliation-result.tsx'
import { ToolForm } from './tool-form.tsx'

/** What the contract takes (provider-totals); longer text is no bill. */
const LONGEST = 4_000_000

/** The provider's own total beside what is recorded here: matched, missing, extra, and why. */
export function ReconcilePanel({ looking }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { query } = useRpc()
  const [text, setText] = useState('')
  const [timeZone, setTimeZone] = useState<'utc' | 'local'>('utc')
  const [connection, setConnection] = useState<string | null>(null)
  const { mutate, data, error, isPending } = useMutation(query.ledger.reconcile.mutationOptions())
  const failure = error === null ? null : failureOfError(error)
  const wrong = failure?.code === 'invalid-request'
  const submit = () => {
    if (text.trim() === '' || isPending) return
    mutate({ text: text.slice(0, LONGEST), period: looking.query.period, timeZone, connection })
  }
  return (
    <section className="card usage-section" aria-label={t('reconcile.heading')}>
      <h2>{t('reconcile.heading')}</h2>
      <p className="quiet">{t('reconcile.explained')}</p>
      <div className="usage-fields">
        <PeriodPicker looking={looking} />
        <ConnectionChoice value={connection} onChange={setConnection} />
        <div className="usage-field">
          <span aria-hidden="true">{t('reconcile.days')}</span>
          <Segmented
            label={t('reconcile.days')}
            value={timeZone}
            options={[
              { value: 'utc', label: t('reconcile.zones.utc') },
              { value: 'local', label: t('reconcile.zones.local') },
            ]}
            onChange={setTimeZone}
          />
        </div>
      </div>
      <ToolForm action={t('reconcile.compare')} pending={isPending} onSubmit={submit}>
        <BillText text={text} wrong={wrong} onText={setText} />
      </ToolForm>
      {error !== null && !wrong && <FailureNotice failure={failure} onRetry={submit} />}
      {data !== undefined && error === null && <ReconciliationResult result={data} />}
    </section>
  )
}

type ConnectionChoiceProps = { value: string | null; onChange: (value: string | null) => void }

function ConnectionChoice({ value, onChange }: ConnectionChoiceProps): ReactNode {
  const { t } = useTranslation('usage')
  const { query } = useRpc()
  const { data } = useQuery(query.ledger.names.queryOptions({ input: { demo: false } }))
  return (
    <ChoiceField
      label={t('reconcile.connection')}
      value={filterText(value) ?? ''}
      options={[
        { value: '', label: t('reconcile.allConnections') },
        ...(data?.connections ?? []).map((name) => ({ value: filterText(name) ?? '', label: name })),
      ]}
      onChange={(chosen) => onChange(filterOf(chosen))}
    />
  )
}

type BillTextProps = { text: string; wrong: boolean; onText: (text: string) => void }

function BillText({ text, wrong, onText }: BillTextProps): ReactNode {
  const { t } = useTranslation('usage')
  const problem = useId()
  const file = useRef<HTMLInputElement>(null)
  const open = async (chosen: File | undefined) => {
    if (chosen !== undefined) onText(await chosen.text())
  }
  return (
    <>
      <label className="usage-field">
        <span>{t('reconcile.text')}</span>
        <textarea
          value={text}
          spellCheck={false}
          aria-invalid={wrong || undefined}
          aria-describedby={problem}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <p id={problem} className="usage-wrong" role="status">
        {wrong ? t('reconcile.wrong') : ''}
      </p>
      <Button onClick={() => file.current?.click()}>{t('reconcile.open')}</Button>
      <input
        ref={file}
        type="file"
        accept=".json,.txt,application/json"
        hidden
        aria-label={t('reconcile.open')}
        onChange={(event) => {
          void open(event.currentTarget.files?.[0])
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
