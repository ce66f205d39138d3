import type { ImageModel, LanguageModel, Problem, TokenPrices } from '../../shared/catalog/model.ts'
import type { Conversation, Message, Retry } from '../../shared/contract/chat.ts'
import type { KeepKey, KeyStatus } from '../../shared/contract/connection.ts'
import type { Failure } from '../../shared/contract/failure.ts'

/** `now` is UTC ms and may jump; `monotonic` is ms from an unspecified start and never goes back: durations use it. */
export type Clock = { now(): number; monotonic(): number }

/** Where requests go, and the key that belongs there. `baseUrl` has no path and no trailing slash. */
export type Target = { baseUrl: string; key: string; demo: boolean }

/** Where a secret can be kept on this computer. Only the adapter in electron/app and tests implement it. */
export type SecretBox = {
  /** The backend's safeStorage name, or `null` when there is no keyring now. Asked each time: it can appear later. */
  backend(): string | null
  /** Throws when the keyring refuses. */
  encrypt(secret: string): Uint8Array
  decrypt(ciphertext: Uint8Array): string
}

export type KeyRow = {
  /** The origin the key was entered for, such as `https://api.x.ai`. */
  origin: string
  ciphertext: Uint8Array
  /** The name of what encrypted it: a safeStorage backend, or `weak`. */
  backend: string
  lastFour: string
  /** UTC ms. */
  createdAt: number
}

export type KeyStore = {
  load(origin: string): KeyRow | null
  list(): KeyRow[]
  save(row: KeyRow): void
  remove(origin: string): void
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

export type ChatStore = {
  /** The newest conversation, or `null` when there is none yet. */
  current(): Conversation | null
  startNew(id: string, at: number): Conversation
  setModel(conversationId: string, model: string): void
  /** One transaction, durable when it returns: the rows exist before the request leaves. */
  addMessages(conversationId: string, messages: readonly Message[]): void
  /** Replaces text, reasoning and attempt of an answer. */
  saveAnswer(message: Message): void
  /** Marks answers that were under way when the app ended as `unknown`; returns how many there were. */
  settleUnfinished(): number
}

/** Keys by origin. What it says to the page is in `status`; `key` stays in the main process. */
export type Vault = {
  status(origin: string): KeyStatus
  key(origin: string): string | null
  /** Throws `ServiceFailure` with `no-keyring`, `disk-full`, `storage-failed`. */
  save(origin: string, key: string, keep: KeepKey): void
  forget(origin: string): void
  /** Host of a key that is kept for another origin, or `null`. */
  otherHost(origin: string): string | null
  keyring(): { available: boolean; backend: string | null; weakPossible: boolean }
}

/** Rate limits and credits as the last answer's headers told them; `null` where it did not. */
export type AnswerHeaders = {
  requestId: string | null
  remainingRequests: number | null
  limitRequests: number | null
  remainingTokens: number | null
  limitTokens: number | null
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

export type ChatTurn = { role: 'system' | 'user' | 'assistant'; text: string }

/**
 * What one streamed answer is made of, in order of arrival. `retry` comes before all else, when a try was refused and the
 * wait for the next begins. `usage` may come many times: the last one holds, they are never added up. `end` comes once, and only when the server said itself that it was finished.
 */
export type ChatPart =
  | { kind: 'headers'; headers: AnswerHeaders }
  | { kind: 'retry'; retry: Retry }
  | { kind: 'served-model'; model: string }
  | { kind: 'service-tier'; tier: string }
  | { kind: 'text'; text: string }
  | { kind: 'reasoning'; text: string }
  | { kind: 'usage'; raw: unknown }
  | { kind: 'end'; finishReason: string | null }

/** Streams one chat completion. Throws `ServiceFailure`; what was yielded before stays valid. */
export type StreamChat = (
  target: Target,
  request: { model: string; turns: readonly ChatTurn[]; signal: AbortSignal },
) => AsyncIterable<ChatPart>

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
