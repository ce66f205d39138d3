import type { Failure } from '../../shared/contract/failure.ts'
import type { Clock } from '../services/ports.ts'
import type { Limits } from './limits.ts'

/** Runs `run` once after `ms`; the returned function calls it off. */
export type Schedule = (ms: number, run: () => void) => () => void

/** `attempt` counts from 1 and is the one that failed; `waitMs` is the pause before the next. */
export type RetryEvent = { attempt: number; waitMs: number; failure: Failure }

/** What the wire needs from outside. `fetch` is Node's, or the one of an Electron session. */
export type WirePorts = {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  clock: Clock
  /** From 0 up to, not including, 1. */
  random: () => number
  limits?: Partial<Limits>
  schedule?: Schedule
  onRetry?: (event: RetryEvent) => void
}

export const schedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
