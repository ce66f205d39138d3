import type { ContentPart, Turn } from '../../../../shared/chat/content.ts'
import type { ImageInMessage, Message } from '../../../../shared/contract/message.ts'

/** The bytes of an image as base64, by its hash. */
export type ImageBytes = ReadonlyMap<string, string>

/** The messages as they go out, images at their places in the text. An image whose bytes are not there is left out. */
export function turnsOf(messages: readonly Message[], bytes: ImageBytes): Turn[] {
  return messages.map((message) => ({ role: message.role, parts: partsOf(message, bytes) }))
}

function partsOf(message: Message, bytes: ImageBytes): ContentPart[] {
  if (message.role === 'tool')
    return [{ kind: 'tool-result', callId: message.toolCallId ?? '', text: message.text }]
  const calls = message.toolCalls.map((call): ContentPart => ({ kind: 'tool-call', ...call }))
  return [...textAndImages(message.text, message.images, bytes), ...calls]
}

function textAndImages(text: string, images: readonly ImageInMessage[], bytes: ImageBytes): ContentPart[] {
  const parts: ContentPart[] = []
  let from = 0
  const addText = (end: number) => {
    if (end > from) parts.push({ kind: 'text', text: text.slice(from, end) })
    from = Math.max(from, end)
  }
  for (const { hash, at, type, detail } of images) {
    const base64 = bytes.get(hash)
    addText(Math.min(at, text.length))
    if (base64 !== undefined) parts.push({ kind: 'image', type, base64, detail })
  }
  addText(text.length)
  return parts
}
