import { Button } from '@mantine/core'
import { type ReactNode, type Ref, useImperativeHandle } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import type { Message } from '../../../shared/contract/message.ts'
import { MessageItem } from './message-item.tsx'
import { useFollowEnd } from './use-follow-end.ts'

/** Lets the view move to the end when the person sends something. */
export type MessageListHandle = { toEnd: () => void }

type MessageListProps = {
  conversation: Conversation
  /** Asks the last turn again; must keep its identity. `null` while that is not possible. */
  onRetry: (() => void) | null
  onOpenLink: (url: string) => void
  ref: Ref<MessageListHandle>
}

/** The messages in their own scrolling area, which follows the growing answer until the reader scrolls up. */
export function MessageList({ conversation, onRetry, onOpenLink, ref }: MessageListProps): ReactNode {
  const { t } = useTranslation('playground')
  const end = useFollowEnd(conversation)
  const last = conversation.messages.at(-1)
  useImperativeHandle(ref, () => ({ toEnd: end.toEnd }))
  return (
    <div className="message-area">
      <section
        ref={end.ref}
        className="messages"
        aria-label={t('conversation')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        onScroll={end.onScroll}
      >
        <ol>
          {conversation.messages.map((message) => (
            <MessageItem
              key={message.id}
              message={message}
              onRetry={message === last && canAskAgain(message) ? onRetry : null}
              onOpenLink={onOpenLink}
            />
          ))}
        </ol>
      </section>
      {!end.follows && (
        <Button className="to-latest" size="compact-sm" variant="default" onClick={end.toEnd}>
          {t('latest')}
        </Button>
      )}
    </div>
  )
}

function canAskAgain({ attempt }: Message): boolean {
  const kind = attempt?.state.kind
  return kind === 'failed' || kind === 'stopped' || kind === 'cut-off' || kind === 'unknown'
}
