import type { ChatStore, StoredMessage } from '../../../../electron/services/chat-store.ts'
import { readTree } from '../../../../shared/chat/conversation-tree.ts'
import { addAt } from '../../../../shared/chat/tree-changes.ts'

export function startConversation(chats: ChatStore, id: string, at = 1): void {
  chats.create({ id, at, setup: { model: null, protocol: 'chat', parameters: {} }, hidden: false })
}

/** Puts messages at the end of the branch that is shown, in one write. */
export function addToEnd(chats: ChatStore, conversationId: string, messages: readonly StoredMessage[]): void {
  const nodes = messages.reduce(
    (before, { id }) => addAt(before, id, { kind: 'end' }) ?? before,
    chats.tree(conversationId),
  )
  chats.addMessages(conversationId, messages, nodes)
}

/** The branch that is shown of a conversation, of the one used last when not told which. */
export function shownMessages(chats: ChatStore, conversationId = chats.latest()): StoredMessage[] {
  return conversationId === null ? [] : chats.messages(readTree(chats.tree(conversationId)).path)
}
