import type { Failure } from '../../../shared/contract/failure.ts'
import type { WrongEntry } from './key-entry.ts'

/** Where saving a key stands. It never holds the key. */
export type SaveState =
  | { kind: 'editing' }
  | WrongEntry
  | { kind: 'saving' }
  | { kind: 'failed'; failure: Failure | null }

/** `key-unusable` is what main answers when nothing in the text can be a key: that belongs beside the field. */
export function saveFailed(failure: Failure | null): SaveState {
  if (failure?.code === 'key-unusable') return { kind: 'wrong-entry', why: 'notAKey' }
  return { kind: 'failed', failure }
}
