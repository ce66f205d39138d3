import type { Retry } from '../../shared/contract/attempt.ts'
import type { AnswerHeaders, Clock, Target } from '../services/ports.ts'
import type { Limits } from './limits.ts'

/** Runs `run` once after `ms`; the returned function calls it off. */
export type Schedule = (ms: number, run: () => void) => () => void

/** What the wire needs from outside. `fetch` is Node's, or the one of an Electron session. */
export type WirePorts = {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  clock: Clock
  /** From 0 up to, not including, 1. */
  random: () => number
  limits?: Partial<Limits>
  schedule?: Schedule
  /** Told the headers of every answer, refusals too, before its body is read. */
  onAnswer?: (target: Target, headers: AnswerHeaders) => void
  /** Told of each try that failed when the wait for the next begins. */
  onRetry?: (retry: Retry) => void
}

export const schedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
