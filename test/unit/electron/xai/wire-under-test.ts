import { afterEach } from 'vitest'
import { ServiceFailure, type Target } from '../../../../electron/services/ports.ts'
import type { WirePorts } from '../../../../electron/xai/wire-ports.ts'
import type { Retry } from '../../../../shared/contract/attempt.ts'
import { type Failure, FailureCode } from '../../../../shared/contract/failure.ts'
import { type Answering, type FaultServer, startFaultServer } from '../../../support/fault-server.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'

/** Shaped like a real key, and found wherever it leaks. */
export const CANARY = 'xai-CANARYxx7Qd93kLmZp0WvT4yRb8NcF2hJ6sA'

/** Node's network stack, real timers, and no jitter unless a test asks for it. */
export function portsFor(own: Partial<WirePorts> = {}): WirePorts & { retries: Retry[] } {
  const retries: Retry[] = []
  return {
    fetch: (url, init) => fetch(url, init),
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    random: () => 0,
    onRetry: (event) => retries.push(event),
    retries,
    ...own,
  }
}

/** The real retries, a thousand times faster. The limits that lie in the same range are moved out of it. */
export const hurriedRetries: Partial<WirePorts> = {
  limits: { getHeadersMs: 70_000, refusalMs: 70_000, afterFinishMs: 70_000 },
  schedule: (ms, run) => {
    const timer = setTimeout(run, ms >= 300 && ms <= 60_000 ? ms / 1_000 : ms)
    return () => clearTimeout(timer)
  },
}

export function targetOf(server: { origin: string }, key = CANARY): Target {
  return sampleTarget({ baseUrl: server.origin, key })
}

const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

export async function serve(answer: Answering): Promise<FaultServer> {
  return closedAfterwards(await startFaultServer(answer))
}

export function closedAfterwards<T extends { close(): Promise<void> }>(server: T): T {
  open.push(server)
  return server
}

/** The failure of a promise that must not resolve. */
export async function failureFrom(work: Promise<unknown>): Promise<Failure> {
  return failureIn(await errorFrom(work))
}

export async function errorFrom(work: Promise<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await work
  } catch (error) {
    return error
  }
  throw new Error(`resolved with ${JSON.stringify(value)}`)
}

export function failureIn(error: unknown): Failure {
  if (!(error instanceof ServiceFailure)) throw new Error('not a ServiceFailure', { cause: error })
  FailureCode.parse(error.failure.code)
  return error.failure
}

/**
 * Runs `stop` until it took less than 50 ms, forty times at most, and tells the shortest time. A machine under load can
 * stall any single run; a wire that reacts late is late in all of them.
 */
export async function quickest(stop: () => Promise<number>): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  for (let run = 0; run < 40 && shortest >= 50; run += 1) shortest = Math.min(shortest, await stop())
  return shortest
}

/** A signal that aborts `ms` after the next request has reached the server, and the time since then. */
export function abortOnceSeen(
  { seen }: Pick<FaultServer, 'seen'>,
  ms: number,
): { signal: AbortSignal; since: () => number } {
  const abort = new AbortController()
  const before = seen.length
  let abortedAt = Number.NaN
  const look = setInterval(() => {
    if (seen.length === before) return
    clearInterval(look)
    setTimeout(() => {
      abortedAt = performance.now()
      abort.abort()
    }, ms)
  }, 5)
  return { signal: abort.signal, since: () => performance.now() - abortedAt }
}
