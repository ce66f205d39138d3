import { memo, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import type { Message } from '../../../../shared/contract/message.ts'
import { useFocusLeft } from '../../../ui/use-focus-left.ts'
import { AnswerBody } from '../answer-body.tsx'
import { ImageThumb } from '../composer/image-thumb.tsx'
import type { LiveProgress } from '../use-conversation.ts'
import { MessageBar } from './message-bar.tsx'
import { MessageEditor } from './message-editor.tsx'
import { ToolCalls } from './tool-calls.tsx'
import type { MessageActions } from './use-message-actions.ts'

/** What can be done in the conversation; every function keeps its identity. */
export type MessageCommands = {
  actions: MessageActions
  /** Makes an answer again. */
  onRegenerate: (messageId: string) => void
  /** Asks for what follows the last message. */
  onAsk: () => void
  onResults: (results: readonly { callId: string; text: string }[]) => Promise<void>
  onOpenLink: (url: string) => void
}

type MessageItemProps = {
  message: Message
  commands: MessageCommands
  /** Nothing is being asked for or answered. */
  free: boolean
  /** It is the last one: its tool calls can be answered. */
  last: boolean
  live: LiveProgress['progress'] | null
  /** It was looked for. */
  found: boolean
  /** What answers of the conversation are asked with. */
  protocol: Protocol
  /** It was stopped and is still read, for its bill. */
  readingOn: boolean
}

/** One message. It is drawn again only when it, or what can be done with it, changed. */
export const MessageItem = memo((props: MessageItemProps): ReactNode => {
  const { message, commands, free, last, live, found, protocol, readingOn } = props
  const { t } = useTranslation('playground')
  const heading = useId()
  const [editing, setEditing] = useState(false)
  const article = useRef<HTMLElement>(null)
  useFocusLeft(article, messageInItsPlace)
  const { actions, onRegenerate, onAsk, onResults, onOpenLink } = commands
  const again = message.role === 'assistant' && free ? () => onRegenerate(message.id) : null
  return (
    <article
      ref={article}
      className="message"
      data-role={message.role}
      data-message={message.id}
      data-found={found || undefined}
      // Only for being led there.
      tabIndex={-1}
      aria-labelledby={heading}
    >
      <div className="message-head">
        <h2 id={heading}>{t(`role.${message.role}`)}</h2>
        {message.choice !== null && <span className="quiet">{t('choice', message.choice)}</span>}
        {found && <mark>{t('found')}</mark>}
        {message.editedAt !== null && <span className="quiet">{t('edited')}</span>}
        {message.copied && <span className="quiet">{t('copiedHere')}</span>}
        {!editing && (
          <MessageBar
            message={message}
            actions={actions}
            onRegenerate={again}
            onEdit={() => setEditing(true)}
          />
        )}
      </div>
      {editing ? (
        <MessageEditor
          message={message}
          actions={actions}
          onAsk={free ? onAsk : null}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          {message.images.length > 0 && (
            <div className="message-images">
              {message.images.map((image) => (
                <ImageThumb key={`${image.hash} ${image.at}`} image={image} />
              ))}
            </div>
          )}
          {message.role === 'assistant' ? (
            <AnswerBody
              message={message}
              protocol={protocol}
              live={live}
              readingOn={readingOn}
              onRetry={canAskAgain(message) ? again : null}
              onOpenLink={onOpenLink}
            />
          ) : (
            <p className="prompt-text" dir="auto">
              {message.text}
            </p>
          )}
          {message.toolCalls.length > 0 && (
            <ToolCalls calls={message.toolCalls} onResults={free && last ? onResults : null} />
          )}
        </>
      )}
    </article>
  )
})

/** What stands where a message stood that was removed or gave way to another branch, or is now the last. */
function messageInItsPlace(held: HTMLElement): () => HTMLElement | null | undefined {
  const line = held.closest('li')
  const list = line?.parentElement
  const place = line === null ? -1 : [...(list?.children ?? [])].indexOf(line)
  return () => (list?.children[place] ?? list?.lastElementChild)?.querySelector<HTMLElement>('.message')
}

function canAskAgain({ attempt }: Message): boolean {
  const kind = attempt?.state.kind
  return kind === 'failed' || kind === 'stopped' || kind === 'cut-off' || kind === 'unknown'
}
