import { type ReactNode, type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import { useRpc } from '../../rpc.ts'
import { StatePanel } from '../../ui/state-panel.tsx'
import type { FoundMessage } from './found-message.ts'
import type { MessageCommands } from './messages/message-item.tsx'
import { MessageList, type MessageListHandle } from './messages/message-list.tsx'
import type { MessageActions } from './messages/use-message-actions.ts'
import type { LiveProgress } from './use-conversation.ts'
import { useStable } from './use-stable.ts'
import type { Turn } from './use-turn.ts'

type ConversationMessagesProps = {
  conversation: Conversation
  live: LiveProgress | null
  turn: Turn
  actions: MessageActions
  onOlder: () => void
  /** A message that was looked for. */
  found: FoundMessage | null
  list: Ref<MessageListHandle>
}

/** The messages, or what to do when there are none yet. */
export function ConversationMessages(props: ConversationMessagesProps): ReactNode {
  const { conversation, live, turn, actions, onOlder, found, list } = props
  const { t } = useTranslation('playground')
  const commands = useCommands(turn, actions)
  const older = useStable(onOlder)
  if (conversation.total === 0) {
    return (
      <StatePanel heading={t('empty.heading')} drawing="playground">
        <p>{t('empty.text')}</p>
      </StatePanel>
    )
  }
  return (
    <MessageList
      key={conversation.id}
      ref={list}
      conversation={conversation}
      live={live}
      commands={commands}
      free={!turn.underWay}
      onOlder={older}
      found={found?.conversationId === conversation.id ? found : null}
    />
  )
}

/** Commands that never change, so that a message is not drawn again because another grows. */
function useCommands(turn: Turn, actions: MessageActions): MessageCommands {
  const onRegenerate = useStable((messageId: string) => void turn.ask(messageId))
  const onAsk = useStable(() => void turn.ask(null))
  const onOpenLink = useOpenLink()
  const edit = useStable(actions.edit)
  const branch = useStable(actions.branch)
  const add = useStable(actions.add)
  const choose = useStable(actions.choose)
  const move = useStable(actions.move)
  const remove = useStable(actions.remove)
  const undo = useStable(actions.undo)
  const { changed } = actions
  return useMemo(
    () => ({
      actions: { changed, add, edit, branch, choose, move, remove, undo },
      onRegenerate,
      onAsk,
      onOpenLink,
      onResults: async (results) => {
        for (const { callId, text } of results) {
          if (!(await add({ role: 'tool', text, images: [], toolCallId: callId }))) return
        }
        onAsk()
      },
    }),
    [changed, add, edit, branch, choose, move, remove, undo, onRegenerate, onAsk, onOpenLink],
  )
}

/** The main process shows the host and asks; a link that it refuses or the person declines needs no more words. */
function useOpenLink(): (url: string) => void {
  const { client } = useRpc()
  return useStable((url: string) => {
    client.about.openLink({ url }).catch(() => undefined)
  })
}
