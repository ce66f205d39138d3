import { readTree, type TreeNode, type TreePlace } from '../../shared/chat/conversation-tree.ts'
import { addAt, addBeside, choose, move, setRemoved } from '../../shared/chat/tree-changes.ts'
import { type FailureCode, failureOf } from '../../shared/contract/failure.ts'
import type { Place, WrittenMessage } from '../../shared/contract/messages.ts'
import type { AnswerSaver } from './answer-saver.ts'
import type { ChatFeed } from './chat-feed.ts'
import { writtenMessage } from './chat-rows.ts'
import type { ChatStore, ImageStore, StoredMessage } from './chat-store.ts'
import type { LiveAnswers } from './live-answers.ts'
import { type Clock, ServiceFailure } from './ports.ts'

type MessagesPorts = {
  store: ChatStore
  images: ImageStore
  live: LiveAnswers
  saver: Pick<AnswerSaver, 'saveWaiting'>
  feed: ChatFeed
  clock: Clock
  uuid: () => string
}

type One = { conversationId: string; messageId: string }
type Changed = { messageId: string }

/** Changes of conversations by hand; see the contract for what each does. Throws `not-found`, `busy`, `invalid-request`. */
export type MessagesService = {
  add(request: { conversationId: string; place: Place; message: WrittenMessage }): Changed
  edit(request: One & { message: WrittenMessage }): Changed
  branch(request: One & { message: WrittenMessage }): Changed
  choose(request: One): Changed
  move(request: One & { place: Place }): Changed
  remove(request: One): Changed
  restore(request: One): Changed
}

/** Edits of messages. Throws `not-found` for a message or conversation that is unknown. */
export function createMessagesService(ports: MessagesPorts): MessagesService {
  const { store, images, live, saver, feed, clock, uuid } = ports

  function nodesOf(conversationId: string): readonly TreeNode[] {
    if (store.row(conversationId) === null) throw failed('not-found')
    return store.tree(conversationId)
  }
  /** The nodes of the conversation, when the message is one of them and nobody else is writing it. */
  function nodesWith({ conversationId, messageId }: One): readonly TreeNode[] {
    const nodes = nodesOf(conversationId)
    if (!nodes.some(({ id }) => id === messageId)) throw failed('not-found')
    if (live.isBeingWritten(conversationId, messageId)) throw failed('busy')
    return nodes
  }
  function written(message: WrittenMessage): StoredMessage {
    const made = writtenMessage(uuid(), checked(message), clock.now(), images)
    if (made === null) throw failed('not-found')
    return made
  }
  function add(conversationId: string, message: StoredMessage, nodes: readonly TreeNode[] | null): Changed {
    if (nodes === null) throw failed('not-found')
    store.together(() => {
      store.addMessages(conversationId, [message], nodes)
      store.touch(conversationId, clock.now())
    })
    feed.renew(conversationId)
    return { messageId: message.id }
  }
  function place({ conversationId, messageId }: One, nodes: readonly TreeNode[] | null): Changed {
    if (nodes === null) throw failed('not-found')
    store.place(conversationId, nodes, clock.now())
    feed.renew(conversationId)
    return { messageId }
  }

  return {
    add({ conversationId, place: where, message }) {
      const nodes = nodesOf(conversationId)
      const made = written(message)
      return add(conversationId, made, addAt(nodes, made.id, treePlace(where)))
    },
    edit({ message, ...one }) {
      nodesWith(one)
      const made = written(message)
      // Or an answer that the disk did not take yet would be written over what is edited now.
      saver.saveWaiting()
      store.together(() => {
        store.edit(one.messageId, made, clock.now())
        store.touch(one.conversationId, clock.now())
      })
      feed.renew(one.conversationId)
      return { messageId: one.messageId }
    },
    branch({ message, ...one }) {
      const nodes = nodesOf(one.conversationId)
      const made = written(message)
      return add(one.conversationId, made, addBeside(nodes, made.id, one.messageId))
    },
    choose(one) {
      const nodes = nodesOf(one.conversationId)
      if (!readTree(nodes).has(one.messageId)) throw failed('not-found')
      return place(one, choose(nodes, one.messageId))
    },
    move: ({ place: where, ...one }) => place(one, move(nodesWith(one), one.messageId, treePlace(where))),
    remove: (one) => place(one, setRemoved(nodesWith(one), one.messageId, true)),
    restore: (one) => place(one, setRemoved(nodesWith(one), one.messageId, false)),
  }
}

/** A call's result without its call, or a call's id on something else, makes no sense to any server. */
function checked(message: WrittenMessage): WrittenMessage {
  const isResult = message.role === 'tool'
  if (isResult !== (message.toolCallId !== null)) throw failed('invalid-request')
  if (isResult && message.images.length > 0) throw failed('invalid-request')
  return message
}

function treePlace(place: Place): TreePlace {
  return place.kind === 'after' ? { kind: 'after', id: place.messageId } : place
}

function failed(code: FailureCode): ServiceFailure {
  return new ServiceFailure(failureOf(code))
}
