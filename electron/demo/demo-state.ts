import type { DeferredAnswers } from './deferred-answers.ts'
import type { DemoCatalog, Era } from './demo-model.ts'
import type { FaultSwitches } from './fault.ts'
import type { KeyState } from './key-state.ts'
import type { PromptCache } from './prompt-cache.ts'
import type { Reply } from './reply.ts'
import type { StoredResponses } from './stored-responses.ts'

/** Everything the server remembers; one per running server. */
export type DemoState = {
  era: Era
  readonly key: string
  pacing: 'believable' | 'none'
  /** `by-request`: the same request has the same id. `unique`: no two answers share one. */
  readonly ids: 'by-request' | 'unique'
  /** UTC ms, for `created`. */
  readonly now: () => number
  catalog: DemoCatalog
  keyState: KeyState
  readonly faults: FaultSwitches
  readonly cache: PromptCache
  readonly deferred: DeferredAnswers
  readonly responses: StoredResponses
  /** Answers generated in this server's life. */
  answers: number
}

/** One request on its way through a handler. */
export type Call = {
  state: DemoState
  method: string
  path: string
  /** What stands for `{id}` in the path; empty where there is none. */
  id: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

export type Handler = (call: Call) => Reply
