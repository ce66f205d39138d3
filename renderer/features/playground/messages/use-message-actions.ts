import { useState } from 'react'
import type { Conversation } from '../../../../shared/contract/conversation.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import type { Message } from '../../../../shared/contract/message.ts'
import type { Place, WrittenMessage } from '../../../../shared/contract/messages.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'

/** What came of the last change by hand. `removed` can be undone. */
type Changed =
  | { kind: 'none' }
  | { kind: 'removed'; messageId: string }
  | { kind: 'failed'; failure: Failure | null }

const NOTHING: Changed = { kind: 'none' }

export type MessageActions = {
  changed: Changed
  add: (message: WrittenMessage) => Promise<boolean>
  /** In place; the answers below stay. */
  edit: (messageId: string, message: WrittenMessage) => Promise<boolean>
  /** As a new branch beside the old one. */
  branch: (messageId: string, message: WrittenMessage) => Promise<boolean>
  choose: (messageId: string) => void
  move: (messageId: string, direction: 'up' | 'down') => void
  remove: (messageId: string) => void
  undo: () => void
}

/** Changes of the open conversation by hand; its events bring the outcome back. */
export function useMessageActions(conversation: Conversation | null): MessageActions {
  const { client } = useRpc()
  const conversationId = conversation?.id ?? ''
  const [last, setLast] = useState<{ conversationId: string; changed: Changed }>({
    conversationId,
    changed: NOTHING,
  })
  // What was changed in another conversation says nothing here, and cannot be undone here.
  const changed = last.conversationId === conversationId ? last.changed : NOTHING
  const setChanged = (next: Changed) => setLast({ conversationId, changed: next })
  const attempt = async (call: () => Promise<unknown>, after: Changed = NOTHING) => {
    try {
      await call()
      setChanged(after)
      return true
    } catch (error) {
      setChanged({ kind: 'failed', failure: failureOfError(error) })
      return false
    }
  }
  const one = (messageId: string) => ({ conversationId, messageId })
  return {
    changed,
    add: (message) => attempt(() => client.messages.add({ conversationId, place: { kind: 'end' }, message })),
    edit: (messageId, message) => attempt(() => client.messages.edit({ ...one(messageId), message })),
    branch: (messageId, message) => attempt(() => client.messages.branch({ ...one(messageId), message })),
    choose: (messageId) => void attempt(() => client.messages.choose(one(messageId))),
    move: (messageId, direction) => {
      const place = placeOf(conversation?.messages ?? [], messageId, direction)
      if (place !== null) void attempt(() => client.messages.move({ ...one(messageId), place }))
    },
    remove: (messageId) =>
      void attempt(() => client.messages.remove(one(messageId)), { kind: 'removed', messageId }),
    undo: () => {
      if (changed.kind === 'removed') void attempt(() => client.messages.restore(one(changed.messageId)))
    },
  }
}

/** Where a message goes that is moved by one; `null` at the end of the way. */
export function placeOf(
  messages: readonly Message[],
  messageId: string,
  direction: 'up' | 'down',
): Place | null {
  const at = messages.findIndex(({ id }) => id === messageId)
  if (at === -1) return null
  if (direction === 'down') {
    const next = messages[at + 1]
    return next === undefined ? null : { kind: 'after', messageId: next.id }
  }
  if (at === 0) return null
  const before = messages[at - 2]
  return before === undefined ? { kind: 'start' } : { kind: 'after', messageId: before.id }
}

/** A message as it would be written anew, with another text. */
export function writtenOf(message: Message, text: string, role: Message['role']): WrittenMessage {
  return {
    role,
    text,
    images: message.images.map(({ hash, at, detail }) => ({ hash, at: Math.min(at, text.length), detail })),
    toolCallId: role === 'tool' ? message.toolCallId : null,
  }
}
