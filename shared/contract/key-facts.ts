import { z } from 'zod'
import { Failure } from './failure.ts'

/** A field of an answer that this version does not know: shown, never dropped. `value` is JSON text, cut when long. */
const FurtherField = z.strictObject({
  from: z.enum(['api-key', 'me']),
  name: z.string(),
  value: z.string(),
})

/**
 * What `/v1/api-key` says of the key in use, and `/v1/me` where it exists (reference 3). Times are the API's own text and
 * can be blank; names are any text (untrusted).
 */
export const KeyFacts = z.strictObject({
  redactedApiKey: z.string().nullable(),
  name: z.string().nullable(),
  userId: z.string().nullable(),
  teamId: z.string().nullable(),
  apiKeyId: z.string().nullable(),
  createTime: z.string().nullable(),
  modifyTime: z.string().nullable(),
  modifiedBy: z.string().nullable(),
  /** Empty also when `aclsTold` is false: then nothing is known of what the key may do. */
  acls: z.array(z.string()),
  aclsTold: z.boolean(),
  teamBlocked: z.boolean().nullable(),
  apiKeyBlocked: z.boolean().nullable(),
  apiKeyDisabled: z.boolean().nullable(),
  /** `no_zdr`, `zdr`, `pii_scrubbing`, or what comes next; `null` where `/v1/me` does not say. */
  zdrStatus: z.string().nullable(),
  /** Of an access token in place of a key. */
  oauthClientId: z.string().nullable(),
  /** `absent`: the server has no `/v1/me`, which is no error. */
  me: z.enum(['read', 'absent', 'failed']),
  /** Why `/v1/api-key` itself was refused, when only `/v1/me` spoke of the key. */
  refused: Failure.nullable(),
  further: z.array(FurtherField),
  /** UTC ms when this was read. */
  readAt: z.number(),
  demo: z.boolean(),
})
export type KeyFacts = z.infer<typeof KeyFacts>
