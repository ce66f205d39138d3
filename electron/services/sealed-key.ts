import { failureOf } from '../../shared/contract/failure.ts'
import { type SecretBox, ServiceFailure } from './ports.ts'

/** Neither an origin nor a key can hold a line break. */
const BETWEEN = '\n'

/**
 * Encrypts a key together with the origin it is for, so that a ciphertext moved to another row opens nothing. Throws
 * `ServiceFailure`: the box's own one, or `no-keyring` when it refuses or does not give back what it was given.
 */
export function sealKey(box: SecretBox, origin: string, key: string): Uint8Array {
  const sealed = attempt(() => box.encrypt(`${origin}${BETWEEN}${key}`))
  // Before an old row is replaced: a keyring can accept a secret and still not return it.
  if (openSealedKey(box, origin, sealed) !== key) throw new ServiceFailure(failureOf('no-keyring'))
  return sealed
}

/** The key, or `null` when the box cannot open it or it was sealed for another origin. */
export function openSealedKey(box: SecretBox, origin: string, sealed: Uint8Array): string | null {
  let text: string
  try {
    text = box.decrypt(sealed)
  } catch {
    // Boxes throw errors of every kind; for each the answer is that it does not open now.
    return null
  }
  const start = `${origin}${BETWEEN}`
  return text.startsWith(start) && text.length > start.length ? text.slice(start.length) : null
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ServiceFailure) throw error
    throw new ServiceFailure(failureOf('no-keyring'))
  }
}
