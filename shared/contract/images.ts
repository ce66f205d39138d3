import { z } from 'zod'
import { ImageType } from '../chat/content.ts'
import { call } from './failure.ts'
import { ImageHash, StoredImage } from './message.ts'

/** `type`: no JPEG and no PNG by its own bytes; `size`: larger than any server takes; `broken`: its size in pixels cannot be read. */
const ImageRefusal = z.enum(['type', 'size', 'broken'])

export const ImageOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('stored'), image: StoredImage }),
  z.strictObject({ outcome: z.literal('refused'), why: ImageRefusal }),
])
export type ImageOutcome = z.infer<typeof ImageOutcome>

export const images = {
  /** Stores a pasted, dropped or chosen file once, by its hash; its name and claimed type count for nothing. */
  add: call.input(z.strictObject({ base64: z.string().max(29_000_000) })).output(ImageOutcome),
  /** For showing it. Fails with `not-found`. */
  read: call
    .input(z.strictObject({ hash: ImageHash }))
    .output(z.strictObject({ type: ImageType, base64: z.string() })),
}
