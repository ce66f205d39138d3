import { type ConversationTree, readTree } from '../../shared/chat/conversation-tree.ts'
import type { Conversation, ConversationRow } from '../../shared/contract/conversation.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { Choice, Message } from '../../shared/contract/message.ts'
import type { AnswerSaver } from './answer-saver.ts'
import { measureMessage } from './chat-prompt.ts'
import type { ChatStore, MeasuredMessage, PromptMessage, StoredMessage } from './chat-store.ts'
import type { LiveAnswers } from './live-answers.ts'
import { ServiceFailure } from './ports.ts'

export type Readable = { store: ChatStore; live: LiveAnswers; saver: Pick<AnswerSaver, 'waiting'> }

/** A window on the branch shown: up to `limit` messages before the position `before` (`null` = from the end). */
type Window = { before: number | null; limit: number }

export type ConversationReader = {
  /** `null` for an unknown or removed one. */
  row(id: string): ConversationRow | null
  isUnderWay(id: string): boolean
  /** It belongs to a comparison and is in no list. */
  isHidden(id: string): boolean
  /** Throws `not-found`. */
  conversation(id: string, window: Window): Conversation
  /** The ids of the whole branch shown, from the top. */
  path(id: string): readonly string[]
  /** One message with its place among the branches. */
  withBranch(message: StoredMessage, tree: ConversationTree): Message
  messages(ids: readonly string[]): StoredMessage[]
  /** What prompts are made of; far quicker than the whole messages. */
  prompts(ids: readonly string[]): PromptMessage[]
  /** The whole branch shown, as what is sent is made of it. */
  promptBranch(id: string): PromptMessage[]
  /** What of these messages an estimate needs, in their order: without their texts, and so at any length at once. */
  measures(ids: readonly string[]): MeasuredMessage[]
}

/** Reads conversations from disk, and over that what is being written or waits for a disk that refuses. */
export function createConversationReader({ store, live, saver }: Readable): ConversationReader {
  function messages(ids: readonly string[]): StoredMessage[] {
    return store.messages(ids).map((message) => live.latest(saver.waiting(message.id) ?? message))
  }
  function prompts(ids: readonly string[]): PromptMessage[] {
    return store.prompts(ids).map((message) => live.latest(saver.waiting(message.id) ?? message))
  }
  function measures(ids: readonly string[]): MeasuredMessage[] {
    const stored = store.measures(ids)
    return ids.flatMap((id) => {
      const unsaved = live.written(id) ?? saver.waiting(id)
      return (unsaved ? measureMessage(unsaved) : stored.get(id)) ?? []
    })
  }
  function row(id: string): ConversationRow | null {
    const stored = store.row(id)
    if (stored === null) return null
    const { hidden: _, ...row } = stored
    return { ...row, underWay: live.phase(id) !== null }
  }
  function withBranch(message: StoredMessage, tree: ConversationTree): Message {
    return { ...message, branch: tree.branchOf(message.id), choice: null }
  }
  /** Which choice of one request each of these is: only what has others beside it can be one. */
  function choicesIn(tree: ConversationTree, ids: readonly string[]): (id: string) => Choice | null {
    const beside = new Map(ids.map((id) => [id, tree.besideOf(id)]))
    const firsts = store.choices([...beside.values()].flatMap((all) => (all.length > 1 ? all : [])))
    const firstOf = (id: string) => firsts.get(id) ?? id
    return (id) => {
      const same = (beside.get(id) ?? []).filter((other) => firstOf(other) === firstOf(id))
      return same.length < 2 ? null : { position: same.indexOf(id) + 1, count: same.length }
    }
  }
  return {
    row,
    isUnderWay: (id) => live.phase(id) !== null,
    isHidden: (id) => store.row(id)?.hidden ?? false,
    messages,
    prompts,
    measures,
    promptBranch: (id) => prompts(readTree(store.tree(id)).path),
    withBranch,
    path: (id) => readTree(store.tree(id)).path,
    conversation(id, { before, limit }) {
      const facts = row(id)
      if (facts === null) throw new ServiceFailure(failureOf('not-found'))
      const tree = readTree(store.tree(id))
      const until = Math.min(before ?? tree.path.length, tree.path.length)
      const from = Math.max(0, until - limit)
      const choiceOf = choicesIn(tree, tree.path.slice(from, until))
      const shown = messages(tree.path.slice(from, until)).map((message) => {
        return { ...withBranch(message, tree), choice: choiceOf(message.id) }
      })
      const draining = live.drains(id).map(({ messageId }) => messageId)
      return { ...facts, total: tree.path.length, from, messages: shown, draining }
    },
  }
}
