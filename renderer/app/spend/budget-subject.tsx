import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useRpc } from '../../rpc.ts'
import type { BudgetDraft } from './budget-draft.ts'
import { useSpendWords } from './use-spend-words.ts'

type BudgetSubjectProps = { draft: BudgetDraft; demo: boolean; onChange: (subject: string) => void }

const MOST_CONVERSATIONS = 200

/** Which key or conversation a budget is for, or each of them; nothing for the other kinds. */
export function BudgetSubject(props: BudgetSubjectProps): ReactNode {
  switch (props.draft.scope) {
    case 'key':
      return <KeySubject {...props} />
    case 'conversation':
      return <ConversationSubject {...props} />
    case 'request':
    case 'day':
    case 'month':
      return null
  }
}

function KeySubject({ draft, demo, onChange }: BudgetSubjectProps): ReactNode {
  const { t } = useSpendWords()
  const { query } = useRpc()
  const { data } = useQuery(query.ledger.names.queryOptions({ input: { demo } }))
  const keys = (data?.keys ?? []).filter((key) => key !== '')
  return (
    <Subjects
      label={t('form.key')}
      each={t('form.anyKey')}
      value={draft.subject}
      options={keys.map((key) => ({ id: key, name: key }))}
      onChange={onChange}
    />
  )
}

function ConversationSubject({ draft, onChange }: BudgetSubjectProps): ReactNode {
  const { t } = useSpendWords()
  const { query } = useRpc()
  const input = { cursor: null, limit: MOST_CONVERSATIONS }
  const { data } = useQuery(query.conversations.list.queryOptions({ input, staleTime: 0 }))
  const options = (data?.rows ?? []).map(({ id, title, opening }) => ({
    id,
    name: title ?? opening ?? t('form.untitled'),
  }))
  return (
    <Subjects
      label={t('form.conversation')}
      each={t('form.anyConversation')}
      value={draft.subject}
      options={options}
      onChange={onChange}
    />
  )
}

type SubjectsProps = {
  label: string
  each: string
  value: string
  options: readonly { id: string; name: string }[]
  onChange: (subject: string) => void
}

function Subjects({ label, each, value, options, onChange }: SubjectsProps): ReactNode {
  const known = value === '' || options.some(({ id }) => id === value)
  return (
    <label className="usage-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{each}</option>
        {!known && <option value={value}>{value}</option>}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
