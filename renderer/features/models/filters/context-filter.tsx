import type { ReactNode } from 'react'
import { useDetailWords } from '../use-detail-words.ts'
import { TypedField } from './typed-field.tsx'

type ContextFilterProps = { tokens: number | null; onType: (tokens: number | null) => void }

const COUNT = /^(\d{1,9}(?:[.,]\d{3})*)\s*([km]?)$/i
const FACTORS: Record<string, number> = { '': 1, k: 1_000, m: 1_000_000 }

/** At least so many tokens: `131072`, `131,072`, `128k` and `1m` are all understood. */
export function ContextFilter({ tokens, onType }: ContextFilterProps): ReactNode {
  const { t } = useDetailWords()
  return (
    <div className="filter-field">
      <span aria-hidden="true">
        {t('modelDetails:filters.context')}{' '}
        <span className="sort-unit">{t('modelDetails:filters.tokens')}</span>
      </span>
      <TypedField
        label={t('modelDetails:filters.context')}
        value={tokens}
        textOf={String}
        parse={parseTokens}
        onValue={onType}
        wrong={t('modelDetails:filters.notACount')}
        hint="128k"
      />
    </div>
  )
}

function parseTokens(text: string): number | undefined {
  const [, digits, letter = ''] = COUNT.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const count = Number(digits.replace(/[.,]/g, '')) * (FACTORS[letter.toLowerCase()] ?? 1)
  return count > 0 && Number.isSafeInteger(count) ? count : undefined
}
