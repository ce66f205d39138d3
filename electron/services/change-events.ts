import type { LedgerEvent } from '../../shared/contract/ledger.ts'
import type { Schedule } from '../xai/wire-ports.ts'

export type ChangeEvents = {
  /** Something was changed. */
  changed(): void
  /** Each listener hears of the latest change; many in a row come as one. Ends with `signal`. */
  listen(signal?: AbortSignal): AsyncIterableIterator<LedgerEvent>
}

/** Fast repeats reach the page at most four times a second. */
const GATHER_MS = 250

export function createChangeEvents(schedule: Schedule): ChangeEvents {
  const listeners = new Set<() => void>()
  let revision = 0
  let isGathering = false

  function changed(): void {
    revision += 1
    if (isGathering) return
    isGathering = true
    schedule(GATHER_MS, () => {
      isGathering = false
      for (const wake of [...listeners]) wake()
    })
  }

  function listen(signal?: AbortSignal): AsyncIterableIterator<LedgerEvent> {
    let seen = revision
    let isOpen = signal?.aborted !== true
    let waiting: ((result: IteratorResult<LedgerEvent, undefined>) => void)[] = []
    const serve = (): void => {
      while (waiting.length > 0 && (!isOpen || seen !== revision)) {
        seen = revision
        waiting.shift()?.(isOpen ? { done: false, value: { kind: 'changed', revision } } : END)
      }
    }
    const close = (): void => {
      isOpen = false
      listeners.delete(serve)
      signal?.removeEventListener('abort', close)
      serve()
    }
    if (isOpen) listeners.add(serve)
    signal?.addEventListener('abort', close, { once: true })
    const events: AsyncIterableIterator<LedgerEvent> = {
      next: () =>
        new Promise((resolve) => {
          waiting = [...waiting, resolve]
          if (!isOpen) serve()
        }),
      return: async () => {
        close()
        return END
      },
      [Symbol.asyncIterator]: () => events,
    }
    return events
  }
  return { changed, listen }
}

const END: IteratorResult<LedgerEvent, undefined> = { done: true, value: undefined }
