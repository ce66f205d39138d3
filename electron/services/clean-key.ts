import { failureOf } from '../../shared/contract/failure.ts'
import { type KeyFor, readPastedKey } from '../../shared/key/pasted-key.ts'
import { ServiceFailure } from './ports.ts'

/** Four characters of a key this short would give too much of it away. */
const SHOWS_LAST_FOUR_ABOVE = 12

/**
 * The key inside what was pasted. Throws `ServiceFailure` with `key-unusable` when there is none for that server; the
 * text itself is in no error.
 */
export function cleanKey(pasted: string, keyFor: KeyFor = 'custom'): string {
  const read = readPastedKey(pasted, keyFor)
  if (!read.ok) throw new ServiceFailure(failureOf('key-unusable'))
  return read.key
}

/** The last four characters as the page may see them, or `''` when the key is too short to show any. */
export function lastFourOf(key: string): string {
  return key.length > SHOWS_LAST_FOUR_ABOVE ? key.slice(-4) : ''
}

/** The key as it may be shown and recorded: `xai-...7Kq2`, the way the API itself redacts it. */
export function keyIdOf(key: string): string {
  return `${key.startsWith('xai-') ? 'xai-' : ''}...${lastFourOf(key)}`
}
