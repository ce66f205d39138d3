import type { ImageModel, LanguageModel, Problem, TokenPrices } from '../../shared/catalog/model.ts'
import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import type { Asked } from '../../shared/chat/request-body.ts'
import type { Retry } from '../../shared/contract/attempt.ts'
import type { KeepKey, KeyPlace, KeyStatus, Profile } from '../../shared/contract/connection.ts'
import type { Failure } from '../../shared/contract/failure.ts'

/** `now` is UTC ms and may jump; `monotonic` is ms from an unspecified start and never goes back: durations use it. */
export type Clock = { now(): number; monotonic(): number }

/**
 * Where requests go, and the key that belongs there. `baseUrl` has no path and no trailing slash. `connection` is the one
 * that was in use and `keyId` the key as it may be recorded and shown, such as `xai-...7Kq2`: both are what a ledger
 * needs to say who asked. For the demo all of them are those of the demo.
 */
export type Target = {
  baseUrl: string
  key: string
  demo: boolean
  /** Says how the server is spoken to: `segmind` takes `x-api-key`, has no model lists and no tokenizer. */
  kind: Profile['kind']
  connection: { id: string; name: string }
  keyId: string
}

/** Where a secret can be kept on this computer. Only the adapter in electron/app and tests implement it. */
export type SecretBox = {
  /** The backend's safeStorage name, or `null` when there is no keyring now. Asked each time: it can appear later. */
  backend(): string | null
  /** Throws when the keyring refuses. */
  encrypt(secret: string): Uint8Array
  decrypt(ciphertext: Uint8Array): string
}

/** One named connection. `baseUrl` is `null` for the service's own. */
export type ConnectionRow = {
  id: string
  name: string
  service: 'xai' | 'segmind'
  baseUrl: string | null
  /** UTC ms. */
  createdAt: number
}

export type ConnectionStore = {
  /** In the order in which they were added. */
  list(): ConnectionRow[]
  /** Adds one, or replaces the one with the same id in its place. */
  save(row: ConnectionRow): void
  remove(id: string): void
}

/** Where a key belongs: one connection, and the origin it was entered for, such as `https://api.x.ai`. */
export type KeySlot = { connection: string; origin: string }

export type KeyRow = KeySlot & {
  ciphertext: Uint8Array
  /** The name of what encrypted it: a safeStorage backend, or `weak`. */
  backend: string
  lastFour: string
  /** UTC ms. */
  createdAt: number
}

export type KeyStore = {
  /** `false` when nothing that is saved outlives the session, as the disk cannot be written. */
  durable: boolean
  load(slot: KeySlot): KeyRow | null
  list(): KeyRow[]
  save(row: KeyRow): void
  remove(slot: KeySlot): void
}

export type SettingsStore = {
  get(name: string): string | null
  set(name: string, value: string | null): void
}

/** The last good list read from one origin, and which key saw it (key-mark.ts); `null` for the demo. */
export type StoredCatalog = {
  readAt: number
  keyMark: string | null
  models: LanguageModel[]
  imageModels: ImageModel[]
  problems: Problem[]
}

export type CatalogStore = {
  load(origin: string): StoredCatalog | null
  save(origin: string, catalog: StoredCatalog): void
}

/** Digests of what each list of a reading said; `null` for a list that could not be read. */
export type ListDigests = { language: string; listed: string | null; images: string | null }

/** A stored reading without its lists; `imageModels` is `null` when they could not be read. */
export type SnapshotRow = {
  id: number
  keyMark: string | null
  /** UTC ms. */
  readAt: number
  models: number
  imageModels: number | null
  digests: ListDigests
}

/** The prices of a model from a reading on; `null` = it is not listed any more. */
export type PricePoint = { model: string; prices: TokenPrices | null }

/** Readings that differ, in the order in which they were added; few enough to be listed at once. */
export type SnapshotStore = {
  /** Newest first. */
  list(origin: string): SnapshotRow[]
  load(origin: string, id: number): StoredCatalog | null
  /** One transaction. */
  add(origin: string, catalog: StoredCatalog, digests: ListDigests, prices: readonly PricePoint[]): void
  /** The latest point of each model. */
  latestPrices(origin: string): PricePoint[]
  /** The points of one model, oldest first. */
  priceHistory(origin: string, model: string): { readAt: number; prices: TokenPrices | null }[]
}

/** Names of models that were asked for on a server, or answered there. */
export type UsedModels = { names(server: { host: string; demo: boolean }): string[] }

/** Keys by connection and origin. What it says to the page is in `status`; `key` stays in the main process. */
export type Vault = {
  status(slot: KeySlot): KeyStatus
  key(slot: KeySlot): string | null
  /** Throws `ServiceFailure` with `key-unusable`, `no-keyring`, `disk-full`, `storage-failed`. */
  save(slot: KeySlot, key: string, keep: KeepKey): void
  /** Throws `storage-read-only`, and changes nothing, when it is on a disk that cannot be written now. */
  forget(slot: KeySlot): void
  /** Every key of a connection, whatever origin it is for. */
  forgetAll(connection: string): void
  /** Where else the key in use can be put now. */
  moves(slot: KeySlot): KeyPlace[]
  /** Keeps the same key in another place. Throws `ServiceFailure` with `no-key`, `no-keyring` and as `save`. */
  move(slot: KeySlot, to: KeyPlace): void
  /** Last four characters of a kept key that the one from the environment stands in front of, or `null`. */
  hidden(slot: KeySlot): string | null
  /** Host of a key of the same connection that is kept for another origin, or `null`. */
  otherHost(slot: KeySlot): string | null
  keyring(): { available: boolean; backend: string | null; weakPossible: boolean }
}

/** Rate limits and credits as an answer's headers told them; `null` where they did not. */
export type AnswerHeaders = {
  requestId: string | null
  remainingRequests: number | null
  limitRequests: number | null
  remainingTokens: number | null
  limitTokens: number | null
  /** Segmind's, as told: how its number is written is not known (reference 9). */
  remainingCredits: string | null
}

export type WireAnswer = { status: number; body: unknown; headers: AnswerHeaders }

/** The one way to the network. Every method throws `ServiceFailure` for each expected failure. */
export type Wire = {
  /** A JSON request, parsed but not yet validated. `path` starts with `/v1/`. */
  json(target: Target, request: WireRequest): Promise<WireAnswer>
}

type WireRequest = {
  path: string
  method: 'GET' | 'POST'
  body?: unknown
  signal?: AbortSignal
}

/**
 * What one answer is asked for with. Parameters that the protocol lacks are left out (`unsupportedParameters`); content
 * that it has no form for (`unsupportedContent`) makes it fail with `invalid-request` before anything leaves.
 */
export type AnswerRequest = Asked & {
  signal: AbortSignal
  /**
   * Told at once, synchronously, of everything on the wire. What it throws at `leaves` keeps that try from leaving and
   * ends the request: a try that is not on record is never sent.
   */
  watch?: (event: ExchangeEvent) => void
}

/**
 * What one answer is made of, in order of arrival. `retry` comes before all else, when a try was refused and the wait
 * for the next begins. `usage` may come many times: the last one holds, they are never added up. `choice` counts from 0;
 * there are several only when `n` was set, and their parts come mixed. `end` comes once, and only when the server said
 * itself that it was finished; its `finishReason` is that of choice 0.
 */
export type ChatPart =
  | { kind: 'headers'; headers: AnswerHeaders }
  | { kind: 'retry'; retry: Retry }
  /** A deferred answer was accepted under this id and is being waited for. */
  | { kind: 'deferred'; id: string }
  /** The server's own id of the answer. */
  | { kind: 'answer-id'; id: string }
  | { kind: 'served-model'; model: string }
  | { kind: 'service-tier'; tier: string }
  | { kind: 'text'; choice: number; text: string }
  | { kind: 'reasoning'; choice: number; text: string }
  | { kind: 'refusal'; choice: number; text: string }
  /** One call has one `index` within its choice. `id` and `name` come once, `arguments` is the next piece of JSON text. */
  | {
      kind: 'tool-call'
      choice: number
      index: number
      id: string | null
      name: string | null
      arguments: string
    }
  /** Addresses that the answer rests on, as the server gave them; they may come more than once. */
  | { kind: 'sources'; urls: readonly string[] }
  | { kind: 'usage'; raw: unknown }
  | { kind: 'choice-end'; choice: number; finishReason: string }
  | { kind: 'end'; finishReason: string | null }

/** Asks for one answer. Throws `ServiceFailure`; what was yielded before stays valid. */
export type StreamChat = (target: Target, request: AnswerRequest) => AsyncIterable<ChatPart>

/** The only exception that services throw on purpose; the router turns it into the contract's typed error. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure'
  readonly failure: Failure
  constructor(failure: Failure, options?: ErrorOptions) {
    // The message is the code alone: messages reach logs, and logs hold no server text.
    super(failure.code, options)
    this.failure = failure
  }
}
