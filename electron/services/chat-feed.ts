import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { ListEvent } from '../../shared/contract/conversations.ts'
import { type ChatEvents, createChatEvents } from './chat-events.ts'
import { createLatestEvents } from './latest-events.ts'
import type { LiveAnswers } from './live-answers.ts'
import type { ConversationReader } from './read-conversation.ts'

/** Tells the page what happens: to each open conversation, and to the list of all. */
export type ChatFeed = {
  publish(conversationId: string, event: ChatEvent): void
  /** The branch shown has another shape: who has it open gets a new snapshot, and the list its row. */
  renew(conversationId: string): void
  /** Something of the conversation other than its messages changed. */
  facts(conversationId: string): void
  /** It is not in the list any more. */
  gone(conversationId: string): void
  /** First a snapshot with the `newest` messages, then every change once. Ends with `signal` or with the feed. */
  listen(conversationId: string, newest: number, signal?: AbortSignal): AsyncIterableIterator<ChatEvent>
  listenToList(signal?: AbortSignal): AsyncIterableIterator<ListEvent>
  close(): void
}

/** What pages listen to: one conversation as it grows, or the list. `close` ends them all. */
export function createChatFeed(reader: ConversationReader, live: LiveAnswers): ChatFeed {
  const open = new Map<string, ChatEvents>()
  const list = createLatestEvents<ListEvent>((event) =>
    event.kind === 'changed' ? event.row.id : event.conversationId,
  )
  let closed = false

  function eventsOf(id: string): ChatEvents {
    const known = open.get(id)
    if (known) return known
    const events = createChatEvents((newest) => {
      const phase = live.phase(id)
      if (phase?.kind === 'answering') phase.run.flush()
      return reader.conversation(id, { before: null, limit: newest })
    })
    forgetUnheard()
    open.set(id, events)
    return events
  }
  function forgetUnheard(): void {
    for (const [id, events] of open) if (events.isEmpty()) open.delete(id)
  }
  function facts(id: string): void {
    const row = reader.row(id)
    if (row === null) return
    const draining = live.drains(id).map(({ messageId }) => messageId)
    open.get(id)?.publish({ kind: 'facts', row, draining })
    if (!reader.isHidden(id)) list.publish({ kind: 'changed', row })
  }
  return {
    publish: (id, event) => open.get(id)?.publish(event),
    facts,
    renew(id) {
      open.get(id)?.restart()
      facts(id)
    },
    gone: (id) => list.publish({ kind: 'removed', conversationId: id }),
    listen(id, newest, signal) {
      const events = eventsOf(id)
      if (closed) events.close()
      return events.listen(newest, signal)
    },
    listenToList: (signal) => list.listen(signal),
    close() {
      closed = true
      for (const events of open.values()) events.close()
      list.close()
    },
  }
}
