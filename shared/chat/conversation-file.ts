import { z } from 'zod'
import { Attempt } from '../contract/attempt.ts'
import { ConversationSetup } from '../contract/conversation.ts'
import {
  AnswerLimits,
  ImageHash,
  MessageRole,
  MOST_SOURCES,
  SourceUrl,
  StoredImage,
  ToolCall,
} from '../contract/message.ts'
import { ImageDetail } from './content.ts'

export const FILE_FORMAT = 'tokenbook-conversation'
export const FILE_VERSION = 1

const Index = z.number().int().nonnegative()
const Time = z.number().int()

const FileMessage = z.strictObject({
  /** Place in `messages` of the one above it; `null` at the top. */
  parent: Index.nullable(),
  /** Of those below one parent the highest is shown. */
  chosen: z.number().int(),
  role: MessageRole,
  text: z.string().max(50_000_000),
  reasoning: z.string().max(50_000_000),
  images: z.array(z.strictObject({ hash: ImageHash, at: Index, detail: ImageDetail.nullable() })),
  toolCalls: z.array(ToolCall),
  toolCallId: z.string().nullable(),
  createdAt: Time,
  editedAt: Time.nullable(),
  attempt: Attempt.nullable(),
  limits: AnswerLimits.nullable(),
  /** Files from before there were any do not have it. */
  sources: z.array(SourceUrl).max(MOST_SOURCES).default([]),
})
export type FileMessage = z.infer<typeof FileMessage>

/** One conversation with all its branches, images and what its answers cost. It names nothing of this computer. */
export const ConversationFile = z.strictObject({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION),
  title: z.string().max(200).nullable(),
  createdAt: Time,
  setup: ConversationSetup,
  messages: z.array(FileMessage).max(200_000),
  images: z.array(z.strictObject({ ...StoredImage.shape, base64: z.string() })),
})
export type ConversationFile = z.infer<typeof ConversationFile>

/** What a parsed file is, before its parts are looked at. `newer`: a later version of this app wrote it. */
export function readConversationFile(
  value: unknown,
): { kind: 'read'; file: ConversationFile } | { kind: 'newer' } | { kind: 'none' } {
  const head = z.object({ format: z.literal(FILE_FORMAT), version: z.number() }).safeParse(value).data
  if (head && head.version > FILE_VERSION) return { kind: 'newer' }
  const { data: file } = ConversationFile.safeParse(value)
  return file && isTree(file.messages) && hasImages(file) ? { kind: 'read', file } : { kind: 'none' }
}

/** Every way up ends at the top. */
function isTree(messages: readonly FileMessage[]): boolean {
  const sound = new Set<number>()
  return messages.every((_, start) => {
    const way = new Set<number>()
    let at: number | null = start
    while (at !== null && !sound.has(at)) {
      const message: FileMessage | undefined = messages[at]
      if (message === undefined || way.has(at)) return false
      way.add(at)
      at = message.parent
    }
    for (const passed of way) sound.add(passed)
    return true
  })
}

function hasImages({ messages, images }: ConversationFile): boolean {
  const known = new Set(images.map(({ hash }) => hash))
  return messages.every((message) => message.images.every(({ hash }) => known.has(hash)))
}
