import { z } from 'zod'
import { call } from './failure.ts'

/** UTF-16 units. 4 MB is also the largest file the page reads. */
const MAX_TEXT = 4_194_304

const Whole = z.number().int().nonnegative()

/**
 * Whether the bytes of all tokens, joined, are the UTF-8 of the text that was sent. `mismatch`: they first differ at
 * byte `at`, and `bytes` (base64) are what the server gave; `withoutBytes` tokens had none that could be read.
 */
const TokenBytes = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('equal') }),
  z.strictObject({ kind: z.literal('mismatch'), at: Whole, bytes: z.string(), withoutBytes: Whole }),
])

/** The answer of `/v1/tokenize-text` (reference 4), packed: 200,000 tokens cross as three strings. */
export const TokenCount = z.strictObject({
  /** The model as asked for. */
  model: z.string(),
  host: z.string(),
  demo: z.boolean(),
  /** UTC ms. */
  countedAt: z.number(),
  /** Number of tokens. */
  count: Whole,
  /** Ids in order, and the number of bytes of each token: `packNumbers`, base64. */
  ids: z.string(),
  lengths: z.string(),
  tokenBytes: TokenBytes,
  /** Lone surrogates of the text, sent as U+FFFD. */
  replaced: Whole,
})
export type TokenCount = z.infer<typeof TokenCount>

export const tokens = {
  /**
   * Exact count of one text, free of charge; one at a time, a new one ends the one under way with `stopped`. Fails with
   * `not-permitted` without the endpoint `tokenize`, `malformed-answer` when the tokens have no ids.
   */
  count: call
    .input(z.strictObject({ model: z.string().min(1).max(512), text: z.string().min(1).max(MAX_TEXT) }))
    .output(TokenCount),
}
