import type { TreeNode } from '../../shared/chat/conversation-tree.ts'
import type { ConversationRow, ConversationSetup } from '../../shared/contract/conversation.ts'
import type {
  ImageInMessage,
  ImageToUse,
  Message,
  MessageRole,
  StoredImage,
} from '../../shared/contract/message.ts'
import type { MeasuredText } from '../../shared/estimate/prompt-estimate.ts'

/** A message as it is kept: where it stands is in the tree. */
export type StoredMessage = Omit<Message, 'branch' | 'choice'>

/** What of a message goes into a prompt. */
export type PromptMessage = Pick<
  StoredMessage,
  'id' | 'role' | 'text' | 'images' | 'toolCalls' | 'toolCallId'
>

/** What of a message an estimate needs; `isTurn`: it holds something, so that it is sent at all. */
export type MeasuredMessage = { isTurn: boolean; text: MeasuredText; images: readonly ImageInMessage[] }

export type StoredRow = Omit<ConversationRow, 'underWay'>

/** `choiceOf`: it came from the request of that answer, which asked for several. */
export type NewMessage = StoredMessage & { choiceOf?: string }

/** `cursor` is the store's own; `null` = from the first, or that was all. */
export type Paged<Row> = { rows: Row[]; next: string | null }

type EditedMessage = {
  role: MessageRole
  text: string
  images: readonly ImageToUse[]
  toolCallId: string | null
}

/** Conversations with their messages. What is durable when a call returns is said at each. */
export type ChatStore = {
  /** The conversation used last, or `null` when there is none. */
  latest(): string | null
  /** A conversation of the list without any message, or `null`. */
  empty(): string | null
  create(conversation: { id: string; at: number; setup: ConversationSetup; hidden: boolean }): void
  /** `hidden`: it is not in the list, because it belongs to a comparison. */
  row(id: string): (StoredRow & { hidden: boolean }) | null
  /** Pinned first, then the one used last; hidden ones are left out. */
  list(page: { cursor: string | null; limit: number }): Paged<StoredRow>
  /** `null` leaves a field as it is; a title is taken away with the empty text. */
  change(id: string, change: { title?: string; pinned?: boolean; setup?: ConversationSetup }): void
  /** Moves it to the top of the list. */
  touch(id: string, at: number): void
  setRemoved(id: string, at: number | null): void
  /** Deletes for good what was removed before `at`: conversations, messages, images nobody uses. */
  purge(at: number): void

  /** All that `work` writes here is one transaction, durable when it returns; nothing of it stays when it throws. */
  together<T>(work: () => T): T

  /** In the order in which they were added; empty for an unknown conversation. The same array until it changes. */
  tree(conversationId: string): readonly TreeNode[]
  /** In the order asked for; unreadable ones are left out. */
  messages(ids: readonly string[]): StoredMessage[]
  /** The same without the attempts, which are most of the work: what a prompt is made of. */
  prompts(ids: readonly string[]): PromptMessage[]
  /** The measures of these, by id: remembered until a message changes, so that asking again reads nothing. */
  measures(ids: readonly string[]): ReadonlyMap<string, MeasuredMessage>
  /** Of these messages, those that are further choices of an answer, with that answer. */
  choices(ids: readonly string[]): Map<string, string>
  /** One transaction, durable when it returns: the rows exist before the request leaves. `nodes` as `place`. */
  addMessages(conversationId: string, messages: readonly NewMessage[], nodes: readonly TreeNode[]): void
  /** Brings the tree to what these nodes say. `at`: when a removed one was removed, UTC ms. */
  place(conversationId: string, nodes: readonly TreeNode[], at: number): void
  edit(messageId: string, edited: EditedMessage, at: number): void
  /** Replaces text, reasoning, tool calls, limits and attempt of an answer. */
  saveAnswer(message: StoredMessage): void
  /** The answer that an attempt made. */
  answerOf(attemptId: string): string | null
  /** Marks answers that were under way when the app ended as `unknown`; returns how many there were. */
  settleUnfinished(): number
  /** Attempts of the conversation in the order asked, with the message each made. */
  answers(conversationId: string): StoredMessage[]
}

export type ImageStore = {
  /** Stores the bytes once. */
  add(image: StoredImage, content: Uint8Array, at: number): void
  facts(hash: string): StoredImage | null
  content(hash: string): Uint8Array | null
}
