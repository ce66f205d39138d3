import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../../ui/number-text.ts'
import { dayOfUnixSeconds } from '../../../ui/time-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'

/** One line of a definition list; `null` is "the API did not say". */
export function Fact({ label, children }: { label: string; children: string | null }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <>
      <dt>{label}</dt>
      <dd>{children ?? <UnknownValue reason={t('notTold')} />}</dd>
    </>
  )
}

export function ListFact({ label, words }: { label: string; words: readonly string[] }): ReactNode {
  return <Fact label={label}>{words.length === 0 ? null : words.join(', ')}</Fact>
}

export function CountFact(props: { label: string; count: number | null; unit: string }): ReactNode {
  const { i18n } = useTranslation()
  const { label, count, unit } = props
  return <Fact label={label}>{count === null ? null : `${countText(count, i18n.language)} ${unit}`}</Fact>
}

/** `seconds` is Unix time. */
export function DateFact({ label, seconds }: { label: string; seconds: number | null }): ReactNode {
  const { i18n } = useTranslation()
  return <Fact label={label}>{seconds === null ? null : dayOfUnixSeconds(seconds, i18n.language)}</Fact>
}
