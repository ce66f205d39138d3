import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protocol } from '../../../shared/chat/protocol.ts'
import type { Message } from '../../../shared/contract/message.ts'
import { AnswerSources } from './answer-sources.tsx'
import { AnswerText } from './answer-text.tsx'
import { AttemptFacts } from './attempt-facts.tsx'
import { AttemptOutcome } from './attempt-outcome.tsx'
import { Bill } from './bill.tsx'
import { RequestDetails } from './details/request-details.tsx'
import { LiveFacts } from './live/live-facts.tsx'
import { Reasoning } from './reasoning.tsx'
import type { LiveProgress } from './use-conversation.ts'

type AnswerBodyProps = {
  message: Message
  /** What answers of the conversation are asked with. */
  protocol: Protocol
  /** How it goes while it comes. */
  live: LiveProgress['progress'] | null
  /** It was stopped and is still read, for its bill. */
  readingOn: boolean
  onRetry: (() => void) | null
  onOpenLink: (url: string) => void
}

/** An answer from its first word to its bill. The same text component shows it while it grows and afterwards. */
export function AnswerBody(props: AnswerBodyProps): ReactNode {
  const { message, protocol, live, readingOn, onRetry, onOpenLink } = props
  const { t } = useTranslation('playground')
  const { attempt, text, reasoning } = message
  const kind = attempt?.state.kind
  const growing = kind === 'pending' || kind === 'streaming'
  const noText = kind === 'complete' && text === '' && message.toolCalls.length === 0
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
      {!growing && message.sources.length > 0 && (
        <AnswerSources urls={message.sources} onOpenLink={onOpenLink} />
      )}
      {noText && <p className="quiet">{t('answer.noText')}</p>}
      {attempt !== null && <AttemptOutcome attempt={attempt} protocol={protocol} onRetry={onRetry} />}
      {growing && <LiveFacts progress={live} />}
      {attempt !== null && !growing && (
        <>
          <div className="answer-numbers">
            {kind !== 'failed' && <Bill attempt={attempt} choice={message.choice} readingOn={readingOn} />}
            <AttemptFacts attempt={attempt} limits={message.limits} />
          </div>
          <RequestDetails attemptId={attempt.id} />
        </>
      )}
    </div>
  )
}
