import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { WeakBox } from '../services/vault.ts'
import { writeDurably } from './durable-file.ts'
import { storageFailure } from './storage-failure.ts'
import { storagePaths } from './storage-paths.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Keeps a secret where there is no keyring, for those who chose that knowingly. The encryption key is a file beside the
 * database that only its owner may read, so the protection is that of file permissions and no more: whoever can read
 * the folder, every program of the same user included, can read the secret. It keeps the API key out of
 * backups and copies of the database alone. Throws `ServiceFailure` when the file cannot be written.
 */
export function createWeakBox(folder: string): WeakBox {
  const { weakKey } = storagePaths(folder)

  function makeKey(): Buffer {
    const key = randomBytes(KEY_BYTES)
    writeDurably(weakKey, key)
    return key
  }

  return {
    backend: () => 'weak',
    encrypt: (secret) =>
      translated(() => {
        const key = readKey(weakKey) ?? makeKey()
        const nonce = randomBytes(NONCE_BYTES)
        const cipher = createCipheriv(CIPHER, key, nonce)
        const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
        return Buffer.concat([nonce, cipher.getAuthTag(), body])
      }),
    decrypt: (ciphertext) => {
      const key = readKey(weakKey)
      if (!key) throw new Error('the key file of the weak box is missing')
      const bodyAt = NONCE_BYTES + TAG_BYTES
      const decipher = createDecipheriv(CIPHER, key, ciphertext.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAuthTag(ciphertext.subarray(NONCE_BYTES, bodyAt))
      return Buffer.concat([decipher.update(ciphertext.subarray(bodyAt)), decipher.final()]).toString('utf8')
    },
    destroy: () => translated(() => rmSync(weakKey, { force: true })),
  }
}

/** A file of another length opens nothing and counts as none. */
function readKey(path: string): Buffer | null {
  if (!existsSync(path)) return null
  const key = readFileSync(path)
  return key.length === KEY_BYTES ? key : null
}

function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storageFailure(error) ?? error
  }
}
