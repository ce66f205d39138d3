import { type ChatStore, ServiceFailure } from '../../../electron/services/ports.ts'
import type { Conversation, Message } from '../../../shared/contract/chat.ts'
import { failureOf } from '../../../shared/contract/failure.ts'

export type MemoryChatStore = ChatStore & {
  /** What a new start would find. */
  rows(): Conversation | null
  /** Every write in order, by what it was. */
  writes: string[]
  full: boolean
}

/** A disk that copies on every write, so that what is read back is what was written and no later change of it. */
export function memoryChatStore(): MemoryChatStore {
  const conversations: Conversation[] = []
  const newest = (): Conversation | undefined => conversations.at(-1)
  const find = (id: string) => conversations.find((conversation) => conversation.id === id)
  function write(what: string): void {
    if (store.full) throw new ServiceFailure(failureOf('disk-full'))
    store.writes.push(what)
  }
  function replace(message: Message): void {
    for (const conversation of conversations) {
      const at = conversation.messages.findIndex(({ id }) => id === message.id)
      if (at >= 0) conversation.messages[at] = structuredClone(message)
    }
  }
  const store: MemoryChatStore = {
    writes: [],
    full: false,
    rows: () => structuredClone(newest() ?? null),
    current: () => structuredClone(newest() ?? null),
    startNew(id) {
      write('start')
      conversations.push({ id, messages: [], model: null })
      return { id, messages: [], model: null }
    },
    setModel(id, model) {
      write('model')
      const conversation = find(id)
      if (conversation) conversation.model = model
    },
    addMessages(id, messages) {
      write('add')
      find(id)?.messages.push(...structuredClone([...messages]))
    },
    saveAnswer(message) {
      write('answer')
      replace(message)
    },
    settleUnfinished() {
      const open = conversations.flatMap(({ messages }) => messages).filter(isUnfinished)
      for (const message of open) replace(unknown(message))
      return open.length
    },
  }
  return store
}

function isUnfinished({ attempt }: Message): boolean {
  return attempt?.state.kind === 'pending' || attempt?.state.kind === 'streaming'
}

function unknown(message: Message): Message {
  return { ...message, attempt: message.attempt && { ...message.attempt, state: { kind: 'unknown' } } }
}
