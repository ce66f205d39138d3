import { type ReactNode, useId } from 'react'
import { useDetailWords } from '../use-detail-words.ts'

type AnswerFilterProps = { label: string; answer: boolean | null; onChoose: (answer: boolean | null) => void }

const choices = { any: null, yes: true, no: false } as const
const names: readonly (keyof typeof choices)[] = ['any', 'yes', 'no']

/** Yes, no, or not asked. */
export function AnswerFilter({ label, answer, onChoose }: AnswerFilterProps): ReactNode {
  const { t } = useDetailWords()
  const id = useId()
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="text-field"
        value={names.find((name) => choices[name] === answer)}
        onChange={(event) => {
          const chosen = names.find((name) => name === event.target.value)
          if (chosen !== undefined) onChoose(choices[chosen])
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {t(`modelDetails:filters.${name}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
