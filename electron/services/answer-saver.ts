import type { Schedule } from '../xai/wire-ports.ts'
import type { ChatStore, StoredMessage } from './chat-store.ts'
import { ServiceFailure } from './ports.ts'
import type { ReportBug } from './report-bug.ts'

const RETRY_MS = 5_000

export type AnswerSaver = {
  save(message: StoredMessage): void
  /** A message that could not be written yet. */
  waiting(messageId: string): StoredMessage | null
  /** Tries once more whatever could not be written. */
  saveWaiting(): void
  /** The last try; the disk may be gone afterwards. */
  finish(): void
}

/**
 * Writes answers to disk. A disk that refuses (full, read-only) must not end a stream that is paid for: the answer
 * stays in memory and is written again every few seconds, before the next request and when the app ends.
 */
export function createAnswerSaver(
  store: Pick<ChatStore, 'saveAnswer'>,
  schedule: Schedule,
  reportBug: ReportBug,
): AnswerSaver {
  const waiting = new Map<string, StoredMessage>()
  let retrying = false
  let finished = false

  function save(message: StoredMessage): void {
    try {
      store.saveAnswer(message)
      waiting.delete(message.id)
    } catch (error) {
      if (!(error instanceof ServiceFailure)) reportBug('chat.save', error)
      waiting.set(message.id, message)
      retryLater()
    }
  }
  function saveWaiting(): void {
    for (const message of [...waiting.values()]) save(message)
  }
  function retryLater(): void {
    if (retrying || finished) return
    retrying = true
    schedule(RETRY_MS, () => {
      retrying = false
      if (!finished) saveWaiting()
    })
  }
  function finish(): void {
    saveWaiting()
    finished = true
  }
  return { save, waiting: (messageId) => waiting.get(messageId) ?? null, saveWaiting, finish }
}
