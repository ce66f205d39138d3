import type { KeyStatus } from '../../shared/contract/connection.ts'
import type { KeyRow, SecretBox } from './ports.ts'
import { openSealedKey } from './sealed-key.ts'

/** What a kept key's row gives now: the key, or why it cannot be opened. */
export type OpenedRow =
  | { kind: 'open'; key: string; storage: 'keyring' | 'weak' }
  | {
      kind: 'unusable'
      why: 'no-keyring' | 'backend-changed' | 'decrypt-failed'
      backendNow: string | null
    }

/** The key of a stored row opened with `box`; never throws, but says why it stays closed. */
export function openWith(
  box: SecretBox,
  row: KeyRow,
  storage: 'keyring' | 'weak',
  backendNow: string | null,
): OpenedRow {
  const key = openSealedKey(box, row.origin, row.ciphertext)
  return key === null
    ? { kind: 'unusable', why: 'decrypt-failed', backendNow }
    : { kind: 'open', key, storage }
}

/** What the page is told of a kept key. */
export function statusOf(row: KeyRow, opened: OpenedRow, host: string): KeyStatus {
  const { lastFour, backend } = row
  if (opened.kind === 'open') return { kind: 'present', lastFour, storage: opened.storage, backend, host }
  const { why, backendNow } = opened
  return { kind: 'unusable', why, backendThen: backend, backendNow, lastFour, host }
}

/** Origins come from a checked base URL; anything else, such as a row edited by hand, is shown as it is. */
export function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return origin
  }
}
