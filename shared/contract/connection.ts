import { z } from 'zod'
import { call } from './failure.ts'

/**
 * What the page may know of a key: that there is one, its last four characters, and how it is kept.
 * `unusable` = ciphertext is on disk but cannot be opened now; nothing was deleted.
 */
export const KeyStatus = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absent') }),
  z.strictObject({
    kind: z.literal('present'),
    lastFour: z.string().max(4),
    storage: z.enum(['keyring', 'session', 'weak', 'environment']),
    /** The safeStorage backend that keeps it (`gnome_libsecret`, `kwallet6`, `basic_text`, …); `null` when in memory. */
    backend: z.string().nullable(),
    /** The host the key was entered for; it is sent nowhere else. */
    host: z.string(),
  }),
  z.strictObject({
    kind: z.literal('unusable'),
    why: z.enum(['no-keyring', 'backend-changed', 'decrypt-failed']),
    backendThen: z.string(),
    backendNow: z.string().nullable(),
    lastFour: z.string().max(4),
    host: z.string(),
  }),
])
export type KeyStatus = z.infer<typeof KeyStatus>

/** Which server the app talks to now. Without a usable key for the chosen origin that is the built-in demo API. */
export const Connection = z.strictObject({
  kind: z.enum(['xai', 'custom', 'demo']),
  /** Host (and port) that requests go to now, as shown to a person; for the demo `127.0.0.1:<port>`. */
  host: z.string(),
  /** The base URL that is set, also while the demo is in use. */
  baseUrl: z.string(),
  baseUrlFrom: z.enum(['default', 'settings', 'environment']),
  key: KeyStatus,
  /** A key for another host is kept; it is not sent to this one. */
  otherKeyHost: z.string().nullable(),
  /** Whether this computer has a keyring now, and its safeStorage name. `weakPossible`: an opt-in exists. */
  keyring: z.strictObject({
    available: z.boolean(),
    backend: z.string().nullable(),
    weakPossible: z.boolean(),
  }),
})
export type Connection = z.infer<typeof Connection>

/** What `/v1/api-key` says of the key in use (reference 3). Times are the API's own text. */
export const KeyFacts = z.strictObject({
  redactedApiKey: z.string().nullable(),
  name: z.string().nullable(),
  userId: z.string().nullable(),
  teamId: z.string().nullable(),
  apiKeyId: z.string().nullable(),
  createTime: z.string().nullable(),
  modifyTime: z.string().nullable(),
  modifiedBy: z.string().nullable(),
  acls: z.array(z.string()),
  teamBlocked: z.boolean().nullable(),
  apiKeyBlocked: z.boolean().nullable(),
  apiKeyDisabled: z.boolean().nullable(),
  /** UTC ms when this was read. */
  readAt: z.number(),
  demo: z.boolean(),
})
export type KeyFacts = z.infer<typeof KeyFacts>

/**
 * `strongest`: keyring when there is one, else memory for this session. `weak`: the person chose storage without
 * a keyring knowing that it does not protect the key.
 */
export const KeepKey = z.enum(['strongest', 'session', 'weak'])
export type KeepKey = z.infer<typeof KeepKey>

export const connection = {
  status: call.output(Connection),
  /** `null` goes back to the default. Fails with `invalid-base-url`. */
  setBaseUrl: call.input(z.strictObject({ baseUrl: z.string().max(2048).nullable() })).output(Connection),
  /** Binds the key to the origin of the base URL that is set. Fails with `key-unusable`, `no-keyring`. */
  saveKey: call.input(z.strictObject({ key: z.string().max(4096), keep: KeepKey })).output(Connection),
  forgetKey: call.output(Connection),
  /** Reads `/v1/api-key` now. */
  inspectKey: call.output(KeyFacts),
}
