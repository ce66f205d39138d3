import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { DeferredAnswers } from './deferred-answers.ts'
import type { DemoCatalog, Era } from './demo-model.ts'
import type { DemoState } from './demo-state.ts'
import { catalogOf } from './era-catalog.ts'
import { type Fault, FaultSwitches } from './fault.ts'
import { HEALTHY_KEY, type KeyState } from './key-state.ts'
import { PromptCache } from './prompt-cache.ts'
import { type RecordedRequest, RequestLog } from './recorded-request.ts'
import { handleRequest } from './request-handler.ts'
import { StoredResponses } from './stored-responses.ts'

export type DemoOptions = {
  /** Default: `C`, the newest. */
  era?: Era
  /** Default: random, new at every start. */
  key?: string
  /** Default: 0, a free port. */
  port?: number
  /** `none` answers at once, for tests. Default: `believable`. */
  pacing?: 'believable' | 'none'
  faults?: readonly Fault[]
  keyState?: Partial<KeyState>
  /** Default: the era's. */
  catalog?: DemoCatalog
  /** `by-request` (default): the same request has the same id. `unique`: every answer has its own. */
  ids?: 'by-request' | 'unique'
  /** UTC ms, for `created`. Default: the system's clock. */
  now?: () => number
  /** Largest request body. Default: 64 MiB. */
  maxBodyBytes?: number
  /** Keep what was asked, prompts and keys included, for a test to look at. Default: false. */
  record?: boolean
}

/** A running demo API. Everything but `close` takes effect at the next request. */
export type DemoApi = {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly baseUrl: string
  readonly key: string
  readonly port: number
  /** With `record` the last 2,000 requests, oldest first, else none; live: they change while they are answered. */
  readonly requests: readonly RecordedRequest[]
  /** What the lists are made of now. */
  readonly catalog: DemoCatalog
  setFaults(faults: readonly Fault[]): void
  /** Also puts the era's own catalog in force. */
  setEra(era: Era): void
  /** Replaces the language models, the image models or both, to play a change between two refreshes. */
  setModels(change: Partial<DemoCatalog>): void
  setKeyState(change: Partial<KeyState>): void
  setPacing(pacing: 'believable' | 'none'): void
  /** Cuts what is under way and frees the port. */
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
const MAX_BODY_BYTES = 64 * 1024 * 1024

/**
 * Starts the built-in demo API: an HTTP server on the loopback address that speaks the xAI API (reference 1 to 7) with
 * answers, tokens and models of its own. The same requests in the same order have the same answers in every run, but for
 * port, key and the clock. Rejects when the port is taken.
 */
export async function startDemoApi(options: DemoOptions = {}): Promise<DemoApi> {
  const log = new RequestLog(options.record ?? false)
  const state = initialState(options)
  let port = 0
  const limits = { maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES, port: () => port }
  const server = createServer((message, response) => {
    void handleRequest(state, log, limits, message, response)
  })
  port = await listen(server, options.port ?? 0)
  return {
    baseUrl: `http://${LOOPBACK}:${port}`,
    key: state.key,
    port,
    get requests() {
      return log.requests
    },
    get catalog() {
      return state.catalog
    },
    ...switches(state),
    close: () => close(server),
  }
}

function initialState(options: DemoOptions): DemoState {
  const era = options.era ?? 'C'
  const faults = new FaultSwitches()
  faults.set(options.faults ?? [])
  return {
    era,
    key: options.key ?? `xai-demo-${randomBytes(24).toString('base64url')}`,
    pacing: options.pacing ?? 'believable',
    ids: options.ids ?? 'by-request',
    now: options.now ?? Date.now,
    catalog: options.catalog ?? catalogOf(era),
    keyState: { ...HEALTHY_KEY, ...options.keyState },
    faults,
    cache: new PromptCache(),
    deferred: new DeferredAnswers(),
    responses: new StoredResponses(),
    answers: 0,
  }
}

type Switches = Pick<DemoApi, 'setFaults' | 'setEra' | 'setModels' | 'setKeyState' | 'setPacing'>

function switches(state: DemoState): Switches {
  return {
    setFaults: (faults) => state.faults.set(faults),
    setEra: (era) => {
      state.era = era
      state.catalog = catalogOf(era)
    },
    setModels: (change) => {
      state.catalog = { ...state.catalog, ...change }
    },
    setKeyState: (change) => {
      state.keyState = { ...state.keyState, ...change }
    },
    setPacing: (pacing) => {
      state.pacing = pacing
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the demo has no port'))
      else resolve(address.port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Closing twice is no mistake: the error only says that it was closed already.
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
