import { memo, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/contract/message.ts'
import { AnswerBody } from './answer-body.tsx'

type MessageItemProps = {
  message: Message
  /** Asks the last turn again; `null` when this answer cannot be asked for again now. */
  onRetry: (() => void) | null
  onOpenLink: (url: string) => void
}

/** One message. It is drawn again only when it, or what can be done with it, changed. */
export const MessageItem = memo(({ message, onRetry, onOpenLink }: MessageItemProps): ReactNode => {
  const { t } = useTranslation('playground')
  const heading = useId()
  return (
    <li className="message" data-role={message.role}>
      <article aria-labelledby={heading}>
        <h2 id={heading}>{t(`role.${message.role}`)}</h2>
        {message.role === 'assistant' ? (
          <AnswerBody message={message} onRetry={onRetry} onOpenLink={onOpenLink} />
        ) : (
          <p className="prompt-text" dir="auto">
            {message.text}
          </p>
        )}
      </article>
    </li>
  )
})
