import type { Failure } from '../../../shared/contract/failure.ts'
import type { WrongEntry } from './key-entry.ts'

/** Where saving a key stands. It never holds the key. */
export type SaveState =
  | { kind: 'editing' }
  | WrongEntry
  | { kind: 'saving' }
  | { kind: 'failed'; failure: Failure | null }

export function saveFailed(failure: Failure | null): SaveState {
  return { kind: 'failed', failure }
}
