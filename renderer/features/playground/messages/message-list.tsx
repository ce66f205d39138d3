import { type ReactNode, type Ref, useImperativeHandle } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../../shared/contract/conversation.ts'
import type { FoundMessage } from '../found-message.ts'
import type { LiveProgress } from '../use-conversation.ts'
import { type MessageCommands, MessageItem } from './message-item.tsx'
import { ToLatest } from './to-latest.tsx'
import { useFollowEnd } from './use-follow-end.ts'
import { useFoundPlace } from './use-found-place.ts'
import { VirtualMessages } from './virtual-messages.tsx'

/** Lets the view move to the end when the person sends something. */
export type MessageListHandle = { toEnd: () => void }

/** Up to here all messages are in the page: nothing that is small needs to come and go. */
const MOST_IN_PAGE = 60

type MessageListProps = {
  conversation: Conversation
  live: LiveProgress | null
  commands: MessageCommands
  /** Nothing is being asked for or answered. */
  free: boolean
  onOlder: () => void
  /** A message that was looked for: it is scrolled to and marked. */
  found: FoundMessage | null
  ref: Ref<MessageListHandle>
}

/** The messages in their own scrolling area, which follows the growing answer until the reader scrolls up. */
export function MessageList(props: MessageListProps): ReactNode {
  const { conversation, live, commands, free, onOlder, found, ref } = props
  const { t } = useTranslation('playground')
  const end = useFollowEnd(conversation)
  const { messages, total, from } = conversation
  const wanted = useFoundPlace(found, conversation, end)
  useImperativeHandle(ref, () => ({ toEnd: end.toEnd }))
  const toEndByHand = () => {
    end.toEnd()
    end.ref.current?.focus({ preventScroll: true })
  }
  const item = (index: number) => {
    const message = messages[index - from]
    if (message === undefined) return <div className="message message-place" aria-busy="true" />
    const progress = live?.messageId === message.id ? live.progress : null
    return (
      <MessageItem
        message={message}
        commands={commands}
        free={free}
        last={index === total - 1}
        live={progress}
        found={found?.messageId === message.id}
        protocol={conversation.setup.protocol}
        readingOn={conversation.draining.includes(message.id)}
      />
    )
  }
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
        {total <= MOST_IN_PAGE ? (
          <ol>
            {messages.map((message, index) => (
              <li key={message.id}>{item(index + from)}</li>
            ))}
          </ol>
        ) : (
          <VirtualMessages
            count={total}
            firstKnown={from}
            keyOf={(index) => messages[index - from]?.id ?? `place ${index}`}
            renderItem={item}
            onOlder={onOlder}
            wanted={wanted}
            scroll={end.ref}
          />
        )}
      </section>
      <ToLatest follows={end.follows} onPress={toEndByHand} />
    </div>
  )
}
