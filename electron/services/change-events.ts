import type { LedgerEvent } from '../../shared/contract/ledger.ts'
import type { Schedule } from '../xai/wire-ports.ts'
import { pullEvents } from './pulled-events.ts'

export type ChangeEvents = {
  /** Something was changed. */
  changed(): void
  /** Each listener hears of the latest change; many in a row come as one. Ends with `signal`. */
  listen(signal?: AbortSignal): AsyncIterableIterator<LedgerEvent>
}

/** Fast repeats reach the page at most four times a second. */
const GATHER_MS = 250

/** Events that something changed; what comes fast one after the other is told as one. */
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
    const take = (): LedgerEvent | null => {
      if (seen === revision) return null
      seen = revision
      return { kind: 'changed', revision }
    }
    const pulled = pullEvents(take, () => listeners.delete(pulled.serve), signal)
    if (pulled.isOpen()) listeners.add(pulled.serve)
    return pulled.events
  }
  return { changed, listen }
}
