import { readTree } from '../../shared/chat/conversation-tree.ts'
import { choose } from '../../shared/chat/tree-changes.ts'
import type { Conversation, ConversationRow, ConversationSetup } from '../../shared/contract/conversation.ts'
import type { AnswerCost, ListEvent } from '../../shared/contract/conversations.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { costsNothing } from '../../shared/ledger/costs-nothing.ts'
import type { ChatService } from './chat.ts'
import type { ChatFeed } from './chat-feed.ts'
import type { ChatStore, Paged } from './chat-store.ts'
import { type Clock, ServiceFailure } from './ports.ts'
import type { ConversationReader } from './read-conversation.ts'

type ConversationsPorts = {
  store: ChatStore
  reader: ConversationReader
  feed: ChatFeed
  chat: Pick<ChatService, 'stop'>
  clock: Clock
  uuid: () => string
}

type One = { conversationId: string }
type Page = { cursor: string | null; limit: number }

/** The list of conversations and what is done with one as a whole; see the contract. Throws `not-found`. */
export type ConversationsService = {
  list(page: Page): Paged<ConversationRow>
  latest(): One
  create(request: { setup: ConversationSetup | null }): One
  read(request: One & { before: number | null; limit: number }): Conversation
  find(request: One & { messageId: string }): { index: number }
  rename(request: One & { title: string | null }): ConversationRow
  pin(request: One & { pinned: boolean }): ConversationRow
  configure(request: One & { setup: ConversationSetup }): ConversationRow
  remove(request: One): Record<string, never>
  restore(request: One): ConversationRow
  costs(request: One): AnswerCost[]
  events(signal?: AbortSignal): AsyncIterableIterator<ListEvent>
}

const FIRST_SETUP: ConversationSetup = { model: null, protocol: 'chat', parameters: {} }
/** How long something removed can be put back. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** The conversations as a list. Throws `not-found` for one that is unknown. */
export function createConversationsService(ports: ConversationsPorts): ConversationsService {
  const { store, reader, feed, chat, clock, uuid } = ports

  function rowOf(id: string): ConversationRow {
    const row = reader.row(id)
    if (row === null) throw new ServiceFailure(failureOf('not-found'))
    return row
  }
  function changed(id: string): ConversationRow {
    feed.facts(id)
    return rowOf(id)
  }
  function begin(setup: ConversationSetup): One {
    const conversationId = uuid()
    store.create({ id: conversationId, at: clock.now(), setup, hidden: false })
    feed.facts(conversationId)
    return { conversationId }
  }

  return {
    list(page) {
      const { rows, next } = store.list(page)
      return { rows: rows.map((row) => ({ ...row, underWay: reader.isUnderWay(row.id) })), next }
    },
    latest() {
      const latest = store.latest()
      return latest === null ? begin(FIRST_SETUP) : { conversationId: latest }
    },
    create({ setup }) {
      const before = store.latest()
      const wanted = setup ?? (before === null ? FIRST_SETUP : rowOf(before).setup)
      const empty = store.empty()
      if (empty === null) return begin(wanted)
      store.change(empty, { setup: wanted })
      store.touch(empty, clock.now())
      feed.facts(empty)
      return { conversationId: empty }
    },
    read: ({ conversationId, ...window }) => reader.conversation(conversationId, window),
    find({ conversationId, messageId }) {
      rowOf(conversationId)
      const nodes = store.tree(conversationId)
      const index = readTree(nodes).path.indexOf(messageId)
      if (index >= 0) return { index }
      const found = readTree(choose(nodes, messageId)).path.indexOf(messageId)
      if (found < 0) throw new ServiceFailure(failureOf('not-found'))
      store.place(conversationId, choose(nodes, messageId), clock.now())
      feed.renew(conversationId)
      return { index: found }
    },
    rename({ conversationId, title }) {
      rowOf(conversationId)
      store.change(conversationId, { title: (title ?? '').trim() })
      return changed(conversationId)
    },
    pin({ conversationId, pinned }) {
      rowOf(conversationId)
      store.change(conversationId, { pinned })
      return changed(conversationId)
    },
    configure({ conversationId, setup }) {
      rowOf(conversationId)
      store.change(conversationId, { setup })
      return changed(conversationId)
    },
    remove({ conversationId }) {
      rowOf(conversationId)
      chat.stop({ conversationId })
      store.setRemoved(conversationId, clock.now())
      store.purge(clock.now() - KEPT_MS)
      feed.gone(conversationId)
      return {}
    },
    restore({ conversationId }) {
      store.setRemoved(conversationId, null)
      return changed(conversationId)
    },
    costs({ conversationId }) {
      rowOf(conversationId)
      const shown = new Set(readTree(store.tree(conversationId)).path)
      return store.answers(conversationId).flatMap(({ id, attempt }) =>
        // A request that was refused is no answer, and cost nothing.
        attempt === null || (attempt.state.kind === 'failed' && costsNothing(attempt.state.failure))
          ? []
          : {
              ...{ messageId: id, at: attempt.startedAt, onBranch: shown.has(id) },
              model: attempt.servedModel ?? attempt.askedModel,
              ...{ usage: attempt.usage, computed: attempt.computed },
            },
      )
    },
    events: feed.listenToList,
  }
}
