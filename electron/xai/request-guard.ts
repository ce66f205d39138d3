import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from '../services/ports.ts'
import type { Schedule } from './wire-ports.ts'

/** Ends one request, whatever state it is in: by its caller, or when a limit runs out. The first reason holds. */
export type RequestGuard = {
  /** For the network stack. Nothing here waits until the stack obeys. */
  readonly signal: AbortSignal
  /** Settles as `work` does, or throws `ServiceFailure` at once when the request is ended first. */
  race<T>(work: Promise<T>): Promise<T>
  /** One limit runs at a time: starting one replaces the one before. */
  limit(phase: 'headers' | 'idle', ms: number): void
  unlimit(): void
  /** All is read: stops the timers and lets the connection live for the next request. */
  done(): void
  /** Closes the connection and stops the timers. Harmless when called twice, or after `done`. */
  end(): void
}

/** `AbortSignal.any` would do half of this, but Node 18.15 (Electron 25) has none. */
export function createRequestGuard(options: {
  schedule: Schedule
  totalMs: number
  caller: AbortSignal | undefined
}): RequestGuard {
  const { schedule, caller } = options
  const transport = new AbortController()
  const waiting = new Set<(failure: Failure) => void>()
  let fired: Failure | null = null
  const fire = (failure: Failure) => {
    fired ??= failure
    for (const tell of waiting) tell(fired)
    waiting.clear()
    end()
  }
  const stop = () => fire(failureOf('stopped'))
  const cancelTotal = schedule(options.totalMs, () => fire(failureOf('timed-out', { phase: 'total' })))
  let unlimit = () => {}

  function done() {
    cancelTotal()
    unlimit()
    caller?.removeEventListener('abort', stop)
  }

  function end() {
    done()
    transport.abort()
  }

  caller?.addEventListener('abort', stop)
  if (caller?.aborted) stop()

  return {
    signal: transport.signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        const tell = (failure: Failure) => reject(new ServiceFailure(failure))
        // `work` is listened to even when it comes too late, or its rejection would count as unhandled.
        work.then(resolve, reject).finally(() => waiting.delete(tell))
        if (fired === null) waiting.add(tell)
        else tell(fired)
      }),
    limit: (phase, ms) => {
      unlimit()
      if (!transport.signal.aborted) unlimit = schedule(ms, () => fire(failureOf('timed-out', { phase })))
    },
    unlimit: () => unlimit(),
    done,
    end,
  }
}
