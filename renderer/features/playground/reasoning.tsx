import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerText } from './answer-text.tsx'

type ReasoningProps = {
  text: string
  /** `null` until the API says how many. */
  tokens: number | null
  growing: boolean
  onOpenLink: (url: string) => void
}

/** What the model thought before it answered: folded, and only drawn while it is open. */
export function Reasoning({ text, tokens, growing, onOpenLink }: ReasoningProps): ReactNode {
  const { t } = useTranslation('playground')
  const [open, setOpen] = useState(false)
  return (
    <details className="reasoning" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-explain="reasoning-tokens">
        {tokens === null ? t('reasoning') : t('reasoningTokens', { count: tokens })}
      </summary>
      {open && <AnswerText text={text} growing={growing} onOpenLink={onOpenLink} />}
    </details>
  )
}
