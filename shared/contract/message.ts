import { z } from 'zod'
import { ImageDetail, ImageType } from '../chat/content.ts'
import { Attempt } from './attempt.ts'

/** SHA-256 of the file's bytes, in hexadecimal: the same image is stored once. */
export const ImageHash = z.string().regex(/^[0-9a-f]{64}$/)

/** A stored image: what is known of it without its bytes. */
export const StoredImage = z.strictObject({
  hash: ImageHash,
  type: ImageType,
  /** Pixels, as the file's own header says. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
})
export type StoredImage = z.infer<typeof StoredImage>

/** Where a message uses an image: `at` is the UTF-16 offset in its text before which it stands. */
const ImageUse = { at: z.number().int().nonnegative(), detail: ImageDetail.nullable() }
export const ImageInMessage = z.strictObject({ ...StoredImage.shape, ...ImageUse })
export type ImageInMessage = z.infer<typeof ImageInMessage>
export const ImageToUse = z.strictObject({ hash: ImageHash, ...ImageUse })
export type ImageToUse = z.infer<typeof ImageToUse>

/** A call that the model asked for. `arguments` is JSON text as the model wrote it: untrusted, perhaps no JSON. */
export const ToolCall = z.strictObject({ id: z.string(), name: z.string(), arguments: z.string() })
export type ToolCall = z.infer<typeof ToolCall>

/** What the answer's headers told of the limits of this key; `null` where they told nothing. */
export const AnswerLimits = z.strictObject({
  remainingRequests: z.number().nullable(),
  limitRequests: z.number().nullable(),
  remainingTokens: z.number().nullable(),
  limitTokens: z.number().nullable(),
  /** Segmind's, as it was written. */
  remainingCredits: z.string().nullable(),
})
export type AnswerLimits = z.infer<typeof AnswerLimits>

/** Kept of one answer; servers give a few dozen at most. */
export const MOST_SOURCES = 100
/** An address as the server gave it: untrusted, perhaps no address. */
export const SourceUrl = z.string().min(1).max(2048)

export const MessageRole = z.enum(['system', 'user', 'assistant', 'tool'])
export type MessageRole = z.infer<typeof MessageRole>

/**
 * Where a message stands among those that could stand in its place: `position` from 1 of `count`. `previous` and
 * `next` are the messages to switch to.
 */
const Branch = z.strictObject({
  position: z.number().int().positive(),
  count: z.number().int().positive(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
})

/** One of several choices that one request made: `position` from 1 of `count`. They have one attempt and one bill. */
export const Choice = z.strictObject({
  position: z.number().int().positive(),
  count: z.number().int().min(2),
})
export type Choice = z.infer<typeof Choice>

export const Message = z.strictObject({
  id: z.string(),
  role: MessageRole,
  text: z.string(),
  reasoning: z.string(),
  /** In the order of `at`. */
  images: z.array(ImageInMessage),
  toolCalls: z.array(ToolCall),
  /** In a tool's message: the call that its text answers. */
  toolCallId: z.string().nullable(),
  /** UTC ms. */
  createdAt: z.number(),
  /** UTC ms of the last edit by a person; `null` = as it was written. */
  editedAt: z.number().nullable(),
  /** Answers have the attempt that made them; editing one keeps it. */
  attempt: Attempt.nullable(),
  limits: AnswerLimits.nullable(),
  /** Where the server says that the answer comes from, each once. */
  sources: z.array(SourceUrl).max(MOST_SOURCES),
  /** The attempt was made in another conversation (a duplicate) or on another computer: it was not paid for here. */
  copied: z.boolean(),
  branch: Branch,
  choice: Choice.nullable(),
})
export type Message = z.infer<typeof Message>
