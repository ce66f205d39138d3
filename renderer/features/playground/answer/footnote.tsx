import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A mark that leads to the words of its footnote, once they are there. */
export function FootnoteMark({ label }: { label: string }): ReactNode {
  const { t } = useTranslation('playground')
  const go = (event: MouseEvent<HTMLElement>) => {
    const answer = event.currentTarget.closest('.answer-text')
    const notes = [...(answer?.querySelectorAll<HTMLElement>('[data-footnote]') ?? [])]
    const note = notes.find(({ dataset }) => dataset['footnote'] === label)
    note?.focus({ preventScroll: true })
    note?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <sup>
      <button type="button" className="answer-link" aria-label={t('answer.footnote', { label })} onClick={go}>
        {label}
      </button>
    </sup>
  )
}

/** The words of a footnote, where the model wrote them. */
export function Footnote({ label, children }: { label: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <div
      className="answer-footnote"
      role="note"
      aria-label={t('answer.footnote', { label })}
      data-footnote={label}
      tabIndex={-1}
    >
      <span className="quiet">{label}</span>
      <div>{children}</div>
    </div>
  )
}
