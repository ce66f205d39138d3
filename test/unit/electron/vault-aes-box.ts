import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SecretBox } from '../../../electron/services/ports.ts'

export type AesBox = SecretBox & {
  /** The keyring's name, or `null` for none; a test changes it as a desktop session would. */
  name: string | null
  /** Makes `encrypt` fail as a keyring does that the person did not unlock. */
  locked: boolean
}

/** Stands for a keyring: really encrypts, with a key of its own for each backend name. */
export function aesBox(name: string | null): AesBox {
  const keys = new Map<string, Buffer>()
  const box: AesBox = {
    name,
    locked: false,
    backend: () => box.name,
    encrypt(secret) {
      if (box.locked) throw new Error('the keyring is locked')
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyNow(), nonce)
      return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    decrypt(ciphertext) {
      const bytes = Buffer.from(ciphertext)
      const decipher = createDecipheriv('aes-256-gcm', keyNow(), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
  }
  return box

  function keyNow(): Buffer {
    if (box.name === null) throw new Error('no keyring')
    const key = keys.get(box.name) ?? randomBytes(32)
    keys.set(box.name, key)
    return key
  }
}
