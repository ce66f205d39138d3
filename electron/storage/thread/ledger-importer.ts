import { failureOf } from '../../../shared/contract/failure.ts'
import type { LedgerImporter } from '../../services/bring-in.ts'
import { ServiceFailure } from '../../services/ports.ts'
import type { Ask, Beside } from './beside.ts'

/** Imports in a thread of their own, which ends with each. `close` ends the one under way behind its turn, for ever. */
export function createLedgerImporter(beside: Beside): LedgerImporter & { close(): Promise<void> } {
  let isClosed = false
  const ask: Ask = (name, ...given) => {
    if (isClosed) return Promise.reject(new ServiceFailure(failureOf('storage-failed')))
    return beside.ask(name, ...given)
  }
  return {
    begin: (job) => ask('importBegin', job),
    turn: () => ask('importTurn'),
    report: (stopped) => ask('importReport', stopped),
    async end() {
      if (!isClosed) await ask('importEnd')
      await beside.end()
    },
    close() {
      isClosed = true
      return beside.end()
    },
  }
}
