import type { ContentPart, Turn } from '../../shared/chat/content.ts'
import type { ImageInMessage } from '../../shared/contract/message.ts'
import { measureText } from '../../shared/estimate/prompt-estimate.ts'
import type { MeasuredMessage, PromptMessage } from './chat-store.ts'

/** Base64 of an image's bytes, or `null` when it is not there any more. */
export type ImageText = (hash: string) => string | null

/**
 * What is sent to the model for these messages: all in their order, in any roles (reference 5.4), without those that
 * hold nothing, such as an answer that failed.
 */
export function turnsOf(messages: readonly PromptMessage[], imageText: ImageText): Turn[] {
  return messages.flatMap((message) => {
    const parts = partsOf(message, imageText)
    return parts.length === 0 ? [] : [{ role: message.role, parts }]
  })
}

/** The text of turns, for estimates: what images and calls take is not in it. */
export function textOf({ parts }: Turn): string {
  return parts.map((part) => (part.kind === 'text' || part.kind === 'tool-result' ? part.text : '')).join('')
}

/** What `turnsOf` makes of a message and `textOf` of that turn, measured; an image counts as there. */
export function measureMessage(message: PromptMessage): MeasuredMessage {
  const { role, text, images, toolCalls } = message
  const isTurn = role === 'tool' || text !== '' || images.length > 0 || toolCalls.length > 0
  return { isTurn, text: measureText(text), images }
}

function partsOf(message: PromptMessage, imageText: ImageText): ContentPart[] {
  const { role, text, images, toolCalls, toolCallId } = message
  if (role === 'tool') return [{ kind: 'tool-result', callId: toolCallId ?? '', text }]
  const calls = toolCalls.map((toolCall): ContentPart => ({ kind: 'tool-call', ...toolCall }))
  return [...mixed(text, images, imageText), ...calls]
}

/** Text and images in the order in which they were written. */
function mixed(text: string, images: readonly ImageInMessage[], imageText: ImageText): ContentPart[] {
  const parts: ContentPart[] = []
  let from = 0
  for (const { hash, type, at, detail } of images) {
    const until = Math.min(Math.max(from, at), text.length)
    parts.push({ kind: 'text', text: text.slice(from, until) })
    const base64 = imageText(hash)
    if (base64 !== null) parts.push({ kind: 'image', type, base64, detail })
    from = until
  }
  parts.push({ kind: 'text', text: text.slice(from) })
  return parts.filter((part) => part.kind !== 'text' || part.text !== '')
}
