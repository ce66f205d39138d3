import type { Attempt, Retry } from '../../../shared/contract/attempt.ts'

/** From here on a person may wonder whether anything is happening. */
const LONG_MS = 10_000

/** What a request that has no answer yet waits for. `next` and `most` count tries from 1. */
export type Waiting =
  | { kind: 'first-word' }
  | { kind: 'long'; ms: number }
  | { kind: 'next-try'; failure: Retry['failure']; leftMs: number; next: number; most: number }
  | { kind: 'trying-again'; failure: Retry['failure']; next: number; most: number }

/** `now` is UTC ms. A clock that was set back makes no time negative. */
export function waitingOf(
  { retries, startedAt }: Pick<Attempt, 'retries' | 'startedAt'>,
  now: number,
): Waiting {
  const last = retries.at(-1)
  const sentAt = last === undefined ? startedAt : last.failedAt + last.waitMs
  if (now - sentAt >= LONG_MS) return { kind: 'long', ms: now - sentAt }
  if (last === undefined) return { kind: 'first-word' }
  const { failure, maxTries: most, waitMs } = last
  const tries = { failure, next: retries.length + 1, most }
  if (now >= sentAt) return { kind: 'trying-again', ...tries }
  return { kind: 'next-try', leftMs: Math.min(sentAt - now, waitMs), ...tries }
}
