import { z } from 'zod'
import { MOST_DRAFT_CHARACTERS } from '../chat/draft-limits.ts'
import { call } from './failure.ts'
import { ImageHash, StoredImage } from './message.ts'

/** Where something was typed. */
export const DraftPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('conversation'), conversationId: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('tokenizer'), slot: z.enum(['a', 'b']) }),
])
export type DraftPlace = z.infer<typeof DraftPlace>

const MOST_IMAGES = 200
const Text = z.string().max(MOST_DRAFT_CHARACTERS)

export const drafts = {
  /** What was typed and attached and not sent; `null` = nothing. Images that are gone are left out. */
  read: call
    .input(z.strictObject({ place: DraftPlace }))
    .output(z.strictObject({ text: Text, images: z.array(StoredImage).max(MOST_IMAGES) }).nullable()),
  /** `null` erases it; so does sending from that conversation. Only the newest few hundred are kept. */
  save: call
    .input(
      z.strictObject({
        place: DraftPlace,
        draft: z.strictObject({ text: Text, images: z.array(ImageHash).max(MOST_IMAGES) }).nullable(),
      }),
    )
    .output(z.strictObject({})),
}
