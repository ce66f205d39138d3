import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { IdText } from '../../../ui/id-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import { dayOfUnixSeconds } from '../../../ui/time-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'

/** One line of a definition list; `null` is "the API did not say". */
type FactProps = { label: string; children: string | null; explain?: NumberTerm }

export function Fact({ label, children, explain }: FactProps): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <>
      <dt data-explain={explain}>{label}</dt>
      <dd>{children ?? <UnknownValue reason={t('notTold')} />}</dd>
    </>
  )
}

export function ListFact({ label, words }: { label: string; words: readonly string[] }): ReactNode {
  return <Fact label={label}>{words.length === 0 ? null : words.join(', ')}</Fact>
}

type CountFactProps = { label: string; count: number | null; unit: string; explain: NumberTerm }

export function CountFact(props: CountFactProps): ReactNode {
  const { i18n } = useTranslation()
  const { label, count, unit, explain } = props
  return (
    <Fact label={label} explain={explain}>
      {count === null ? null : `${countText(count, i18n.language)} ${unit}`}
    </Fact>
  )
}

/** A name that the API gave, such as a version: no number of ours, even when it looks like one. */
export function NameFact({ label, name }: { label: string; name: string | null }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <>
      <dt>{label}</dt>
      <dd>{name === null ? <UnknownValue reason={t('notTold')} /> : <IdText>{name}</IdText>}</dd>
    </>
  )
}

/** `seconds` is Unix time. */
export function DateFact({ label, seconds }: { label: string; seconds: number | null }): ReactNode {
  const { i18n } = useTranslation()
  return <Fact label={label}>{seconds === null ? null : dayOfUnixSeconds(seconds, i18n.language)}</Fact>
}
