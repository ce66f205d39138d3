import type { ImageInMessage, MessageRole, ToolCall } from '../contract/message.ts'
import { escapedLine, fenced, quoted, sourceList } from './markdown-parts.ts'

/** What of a message is written. */
export type WritableMessage = {
  role: MessageRole
  text: string
  reasoning: string
  images: readonly ImageInMessage[]
  toolCalls: readonly ToolCall[]
  toolCallId: string | null
  sources: readonly string[]
  attempt: { askedModel: string; servedModel: string | null } | null
}

/** A conversation as Markdown: what people and models wrote stands as it is; titles and names can break out of no line. */
export function conversationMarkdown(title: string, messages: readonly WritableMessage[]): string {
  return [`# ${escapedLine(title)}`, ...messages.flatMap(partsOf)].join('\n\n').concat('\n')
}

function partsOf(message: WritableMessage): string[] {
  const { role, text, reasoning, images, toolCalls, toolCallId, sources, attempt } = message
  const model = attempt === null ? null : (attempt.servedModel ?? attempt.askedModel)
  const who = model === null ? role : `${role} (${model})`
  const about = toolCallId === null ? who : `${who} ${toolCallId}`
  return [
    `## ${escapedLine(about)}`,
    ...(reasoning === '' ? [] : [quoted(reasoning)]),
    ...images.map(({ type, width, height }) => `*[${type}, ${width} × ${height}]*`),
    ...(text === '' ? [] : [role === 'tool' ? fenced(text, '') : text]),
    ...sourceList(sources),
    ...toolCalls.flatMap(({ name, arguments: given }) => [`**${escapedLine(name)}**`, fenced(given, 'json')]),
  ]
}
