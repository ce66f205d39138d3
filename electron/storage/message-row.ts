import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { ImageDetail, ImageType } from '../../shared/chat/content.ts'
import type { TreeNode } from '../../shared/chat/conversation-tree.ts'
import { Attempt } from '../../shared/contract/attempt.ts'
import {
  AnswerLimits,
  type ImageInMessage,
  MessageRole,
  MOST_SOURCES,
  SourceUrl,
  ToolCall,
} from '../../shared/contract/message.ts'
import type { NewMessage, PromptMessage, StoredMessage } from '../services/chat-store.ts'
import { Json, toExactJson } from './exact-json.ts'
import { Whole } from './statements.ts'

const MessageRow = z.object({
  id: z.string(),
  role: MessageRole,
  text: z.string(),
  reasoning: z.string(),
  created_at: Whole,
  edited_at: Whole.nullable(),
  tool_calls: Json.pipe(z.array(ToolCall)),
  tool_call_id: z.string().nullable(),
  limits: Json.pipe(AnswerLimits).nullable(),
  copied_attempt: Json.pipe(Attempt).nullable(),
  sources: Json.pipe(z.array(SourceUrl).max(MOST_SOURCES)),
})

const ImageRow = z.object({
  message_id: z.string(),
  hash: z.string(),
  type: ImageType,
  width: Whole,
  height: Whole,
  bytes: Whole,
  offset_in_text: Whole,
  detail: ImageDetail.nullable(),
})

/** Looked at by hand: a long conversation has thousands of these, and each change reads them all. */
export function readNode(row: Record<string, SQLOutputValue>): TreeNode | null {
  const { id, parent_id: parent, chosen, removed_at: removedAt } = row
  if (typeof id !== 'string' || typeof chosen !== 'bigint') return null
  if (parent !== null && typeof parent !== 'string') return null
  return { id, parent, chosen: Number(chosen), removed: removedAt !== null }
}

const ROLES: ReadonlyMap<unknown, MessageRole> = new Map(MessageRole.options.map((role) => [role, role]))
const ToolCalls = Json.pipe(z.array(ToolCall))

/** Looked at by hand as well: what is sent is the whole of a conversation. `null` when the row is not readable. */
export function readPrompt(row: Record<string, SQLOutputValue>): Omit<PromptMessage, 'images'> | null {
  const { id, text, tool_calls: calls, tool_call_id: toolCallId } = row
  const role = ROLES.get(row['role'])
  if (typeof id !== 'string' || typeof text !== 'string' || role === undefined) return null
  if (toolCallId !== null && typeof toolCallId !== 'string') return null
  const toolCalls = calls === '[]' ? [] : ToolCalls.safeParse(calls).data
  return toolCalls === undefined ? null : { id, role, text, toolCalls, toolCallId }
}

export type MessageParts = { attempt: Attempt | null; images: ImageInMessage[] }

/** `null` when the row is not readable. */
export function readMessage(raw: unknown, { attempt, images }: MessageParts): StoredMessage | null {
  const { data } = MessageRow.safeParse(raw)
  if (!data) return null
  const { id, role, text, reasoning, limits, sources } = data
  return {
    ...{ id, role, text, reasoning, images, limits, sources },
    toolCalls: data.tool_calls,
    toolCallId: data.tool_call_id,
    createdAt: data.created_at,
    editedAt: data.edited_at,
    attempt: attempt ?? data.copied_attempt,
    copied: attempt === null && data.copied_attempt !== null,
  }
}

export function readImage(raw: unknown): { messageId: string; image: ImageInMessage } | null {
  const { data } = ImageRow.safeParse(raw)
  if (!data) return null
  const { message_id: messageId, offset_in_text: at, ...image } = data
  return { messageId, image: { ...image, at } }
}

/** The columns that an answer's growing changes. */
export function growingColumns(message: StoredMessage): Record<string, SQLInputValue> {
  const kind = message.copied ? null : message.attempt?.state.kind
  return {
    id: message.id,
    text: message.text,
    reasoning: message.reasoning,
    tool_calls: toExactJson(message.toolCalls),
    limits: message.limits && toExactJson(message.limits),
    sources: toExactJson(message.sources),
    growing: kind === 'pending' || kind === 'streaming' ? 1 : 0,
  }
}

export function messageColumns(
  conversationId: string,
  message: NewMessage,
  node: TreeNode,
): Record<string, SQLInputValue> {
  return {
    parent_id: node.parent,
    chosen: node.chosen,
    ...growingColumns(message),
    conversation_id: conversationId,
    role: message.role,
    created_at: Math.round(message.createdAt),
    edited_at: message.editedAt === null ? null : Math.round(message.editedAt),
    tool_call_id: message.toolCallId,
    choice_of: message.choiceOf ?? null,
    copied_attempt: message.copied && message.attempt ? toExactJson(message.attempt) : null,
  }
}
