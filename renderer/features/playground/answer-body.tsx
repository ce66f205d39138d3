import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/contract/message.ts'
import { AnswerText } from './answer-text.tsx'
import { AttemptFacts } from './attempt-facts.tsx'
import { AttemptOutcome } from './attempt-outcome.tsx'
import { Bill } from './bill.tsx'
import { Reasoning } from './reasoning.tsx'

type AnswerBodyProps = {
  message: Message
  onRetry: (() => void) | null
  onOpenLink: (url: string) => void
}

/** An answer from its first word to its bill. The same text component shows it while it grows and afterwards. */
export function AnswerBody({ message, onRetry, onOpenLink }: AnswerBodyProps): ReactNode {
  const { t } = useTranslation('playground')
  const { attempt, text, reasoning } = message
  const kind = attempt?.state.kind
  const growing = kind === 'pending' || kind === 'streaming'
  return (
    <div className="answer" aria-busy={growing}>
      {reasoning !== '' && (
        <Reasoning
          text={reasoning}
          tokens={attempt?.usage?.reasoningTokens ?? null}
          growing={growing && text === ''}
          onOpenLink={onOpenLink}
        />
      )}
      <AnswerText text={text} growing={growing} onOpenLink={onOpenLink} />
      {kind === 'complete' && text === '' && <p className="quiet">{t('answer.noText')}</p>}
      {attempt !== null && <AttemptOutcome attempt={attempt} onRetry={onRetry} />}
      {attempt !== null && !growing && (
        <div className="answer-numbers">
          {kind !== 'failed' && <Bill attempt={attempt} />}
          <AttemptFacts attempt={attempt} />
        </div>
      )}
    </div>
  )
}
