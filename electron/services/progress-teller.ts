import type { Progress } from '../../shared/contract/chat.ts'
import { progressOf } from './answer-progress.ts'
import type { PendingAnswer } from './chat-rows.ts'
import type { RunRequest } from './chat-run.ts'
import type { Clock } from './ports.ts'

/** Often enough to be read, and seldom enough to cost nothing. */
const EVERY_MS = 250

/** Tells how an answer goes, at most four times a second, whenever something of it has come. */
export function createProgressTeller(
  { prompt }: RunRequest,
  clock: Clock,
  tell: (progress: Progress) => void,
): (message: PendingAnswer) => void {
  const sentAt = clock.monotonic()
  const promptTokens = prompt.raw
  let toldAt = Number.NEGATIVE_INFINITY
  return (message) => {
    const now = clock.monotonic()
    if (message.attempt.state.kind !== 'streaming' || now - toldAt < EVERY_MS) return
    toldAt = now
    tell(progressOf({ message, promptTokens, elapsedMs: now - sentAt }))
  }
}
