import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ConnectionEvent, Health, Limits } from './connection-health.ts'
import { call } from './failure.ts'
import { KeyFacts } from './key-facts.ts'

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

/** Where a key can be put by choice; `environment` is no such place. */
export const KeyPlace = z.enum(['keyring', 'session', 'weak'])
export type KeyPlace = z.infer<typeof KeyPlace>

const BaseUrlFrom = z.enum(['default', 'settings', 'environment'])

/**
 * One connection that is kept under a name. A key belongs to one connection and one origin: with another base URL the
 * same connection asks for a key again, and the first one waits for its own host.
 */
export const Profile = z.strictObject({
  id: z.string(),
  /** What the person called it (untrusted text). */
  name: z.string(),
  /** `custom`: speaks like xAI at another origin. `demo` is always there, last, and cannot be changed. */
  kind: z.enum(['xai', 'custom', 'segmind', 'demo']),
  /** Host (and port) of the base URL; for the demo without its port, which is another one at each start. */
  host: z.string(),
  baseUrl: z.string(),
  baseUrlFrom: BaseUrlFrom,
  key: KeyStatus,
  /** The key as it may be shown and recorded, such as `xai-...7Kq2`; `null` without a usable one. */
  keyId: z.string().nullable(),
  /** A key of this connection for another host is kept; it is not sent to this one. */
  otherKeyHost: z.string().nullable(),
  /** Where else its key can be put now, strongest first; for one from `XAI_API_KEY` that imports it. */
  moves: z.array(KeyPlace),
  /** Last four characters of a kept key that the one from `XAI_API_KEY` stands in front of; an import replaces it. */
  hiddenKey: z.string().max(4).nullable(),
})
export type Profile = z.infer<typeof Profile>

/**
 * Which server the app talks to now, and the connections that are kept. `kind` and `host` say where requests go: while
 * the connection in use has no usable key that is the built-in demo API. The other fields up to `keyring` are those of
 * the connection in use.
 */
export const Connection = z.strictObject({
  kind: z.enum(['xai', 'custom', 'segmind', 'demo']),
  /** Host (and port) that requests go to now, as shown to a person; for the demo `127.0.0.1:<port>`. */
  host: z.string(),
  /** The base URL that is set, also while the demo stands in. */
  baseUrl: z.string(),
  baseUrlFrom: BaseUrlFrom,
  key: KeyStatus,
  /** A key for another host is kept; it is not sent to this one. */
  otherKeyHost: z.string().nullable(),
  /** Whether this computer has a keyring now, and its safeStorage name. `weakPossible`: an opt-in exists. */
  keyring: z.strictObject({
    available: z.boolean(),
    backend: z.string().nullable(),
    weakPossible: z.boolean(),
  }),
  /** Id of the connection in use; it is in `profiles`. */
  active: z.string(),
  /** In the order in which they were added, the demo last. Never empty. */
  profiles: z.array(Profile),
})
export type Connection = z.infer<typeof Connection>

/**
 * `strongest`: keyring when there is one, else memory for this session. `weak`: the person chose storage without
 * a keyring knowing that it does not protect the key.
 */
export const KeepKey = z.enum(['strongest', 'session', 'weak'])
export type KeepKey = z.infer<typeof KeepKey>

const Id = z.string().min(1).max(64)
const Name = z.string().trim().min(1).max(100)
const BaseUrlText = z.string().max(2048).nullable()

/** `profile` is the connection meant; without it the one in use. Each fails with `not-found` for one that is gone. */
export const connection = {
  status: call.output(Connection),
  /**
   * Adds a connection and returns its id; it is not yet in use. `baseUrl` `null` is the service's own. Fails with
   * `invalid-base-url`.
   */
  add: call
    .input(z.strictObject({ name: Name, service: z.enum(['xai', 'segmind']), baseUrl: BaseUrlText }))
    .output(z.strictObject({ id: z.string(), connection: Connection })),
  rename: call.input(z.strictObject({ profile: Id, name: Name })).output(Connection),
  /** Forgets its keys too. When it was in use, the first of the rest is. */
  remove: call.input(z.strictObject({ profile: Id })).output(Connection),
  /** Makes it the connection in use, also after a restart. */
  use: call.input(z.strictObject({ profile: Id })).output(Connection),
  /** `null` goes back to the service's own. Fails with `invalid-base-url`. */
  setBaseUrl: call.input(z.strictObject({ baseUrl: BaseUrlText, profile: Id.optional() })).output(Connection),
  /** Binds the key to the origin of the base URL that is set. Fails with `key-unusable`, `no-keyring`. */
  saveKey: call
    .input(z.strictObject({ key: z.string().max(4096), keep: KeepKey, profile: Id.optional() }))
    .output(Connection),
  forgetKey: call.input(z.strictObject({ profile: Id.optional() }).optional()).output(Connection),
  /**
   * Keeps the same key in another place, one of `Profile.moves`; it is not entered again. For a key from `XAI_API_KEY`
   * this is the import, which nothing does by itself. Fails with `no-key`, `no-keyring`.
   */
  moveKey: call.input(z.strictObject({ to: KeyPlace, profile: Id.optional() })).output(Connection),
  /** Reads `/v1/api-key` and `/v1/me` now. Fails with `route-not-found` where the service has neither. */
  inspectKey: call.output(KeyFacts),
  /** Asks the server at most once a minute whether the key works; `did` says whether it did. */
  checkHealth: call.output(Health),
  limits: call.output(Limits),
  events: call.output(eventIterator(ConnectionEvent)),
}
