import { z } from 'zod'
import { call } from './failure.ts'
import { ImageToUse, MessageRole } from './message.ts'

const Id = z.string().min(1).max(100)
const One = z.strictObject({ conversationId: Id, messageId: Id })
const Changed = z.strictObject({ messageId: z.string() })

/** What a person writes. `toolCallId` belongs to the role `tool` alone. */
export const WrittenMessage = z.strictObject({
  role: MessageRole,
  text: z.string().max(4_000_000),
  images: z.array(ImageToUse).max(100),
  toolCallId: z.string().max(200).nullable(),
})
export type WrittenMessage = z.infer<typeof WrittenMessage>

/** A place on the branch shown. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('after'), messageId: Id }),
  z.strictObject({ kind: z.literal('end') }),
])
export type Place = z.infer<typeof Place>

/**
 * Changes of a conversation by hand. What stands above a fork is shared by its branches. Every call fails with
 * `not-found` for a message that is not there and with `busy` for the answer that is being written; listeners get a
 * new snapshot.
 */
export const messages = {
  add: call
    .input(z.strictObject({ conversationId: Id, place: Place, message: WrittenMessage }))
    .output(Changed),
  /** In place: answers below stay, and so does the attempt that made an answer. */
  edit: call.input(z.strictObject({ ...One.shape, message: WrittenMessage })).output(Changed),
  /** A new branch that begins with `message` in place of the old one; both are kept, the new one is shown. */
  branch: call.input(z.strictObject({ ...One.shape, message: WrittenMessage })).output(Changed),
  /** Shows the branch that this message stands on. */
  choose: call.input(One).output(Changed),
  move: call.input(z.strictObject({ ...One.shape, place: Place })).output(Changed),
  /** What follows it stays. */
  remove: call.input(One).output(Changed),
  restore: call.input(One).output(Changed),
}
