import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Budget } from '../../../shared/ledger/budget.ts'
import { BUDGET_SCOPES } from '../../../shared/ledger/ledger-kinds.ts'
import { Button } from '../../ui/button.tsx'
import { besideIt, useFocusLeft } from '../../ui/use-focus-left.ts'
import { type BudgetDraft, budgetOf, type DraftFault, draftOf } from './budget-draft.ts'
import { BudgetSubject } from './budget-subject.tsx'
import { useSpendWords } from './use-spend-words.ts'

type BudgetFormProps = {
  /** `null` = a new one. */
  budget: Budget | null
  demo: boolean
  onSave: (budget: Budget) => void
  onClose: () => void
}

/** A budget to be added or changed. What was typed stays until it is saved or given up. */
export function BudgetForm({ budget, demo, onSave, onClose }: BudgetFormProps): ReactNode {
  const { t } = useSpendWords()
  const [draft, setDraft] = useState(() => draftOf(budget))
  const [faults, setFaults] = useState<readonly DraftFault[]>([])
  // Made once: a second press of Save is the same budget.
  const [id] = useState(() => budget?.id ?? crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('select')?.focus(), [])
  useFocusLeft(form, besideIt('.budget-add button'))
  const change = (part: Partial<BudgetDraft>) => setDraft({ ...draft, ...part })
  const submit = () => {
    const made = budgetOf(draft, id)
    if (!('id' in made)) return setFaults(made)
    setFaults([])
    onSave(made)
  }
  const label = budget === null ? t('form.new') : t('form.edit')
  return (
    <form
      ref={form}
      className="usage-form budget-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label className="usage-field">
        <span>{t('form.scope')}</span>
        <select
          value={draft.scope}
          onChange={(event) => {
            const scope = BUDGET_SCOPES.find((one) => one === event.currentTarget.value)
            if (scope !== undefined) change({ scope, subject: '' })
          }}
        >
          {BUDGET_SCOPES.map((scope) => (
            <option key={scope} value={scope}>
              {t(`scopes.${scope}`)}
            </option>
          ))}
        </select>
      </label>
      <BudgetSubject draft={draft} demo={demo} onChange={(subject) => change({ subject })} />
      <AmountFields draft={draft} faults={faults} onChange={change} />
      <label className="budget-stop">
        <input
          type="checkbox"
          checked={draft.stop}
          onChange={(event) => change({ stop: event.currentTarget.checked })}
        />
        {t('form.stop')}
      </label>
      <button type="submit" className="link-button primary">
        {t('form.save')}
      </button>
      <Button onClick={onClose}>{t('form.cancel')}</Button>
    </form>
  )
}

type AmountFieldsProps = {
  draft: BudgetDraft
  faults: readonly DraftFault[]
  onChange: (part: Partial<BudgetDraft>) => void
}

function AmountFields({ draft, faults, onChange }: AmountFieldsProps): ReactNode {
  const { t } = useSpendWords()
  const hint = useId()
  const field = (name: DraftFault) => (
    <label className="usage-field">
      <span>{t(`form.${name}`)}</span>
      <input
        inputMode={name === 'limit' ? 'decimal' : 'numeric'}
        value={draft[name]}
        aria-invalid={faults.includes(name) || undefined}
        aria-describedby={hint}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <>
      {field('limit')}
      {field('warn')}
      <p id={hint} className={faults.length === 0 ? 'quiet' : 'usage-wrong'} role="status">
        {faults.length === 0 ? t('form.warnHint') : faults.map((fault) => t(`form.${fault}Wrong`)).join(' ')}
      </p>
    </>
  )
}
