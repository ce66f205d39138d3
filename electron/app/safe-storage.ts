import { safeStorage } from 'electron'
import type { SecretBox } from '../services/ports.ts'

/**
 * Electron's safeStorage as a port. `basic_text` is a fixed password that everybody knows: it counts as no keyring
 * (decision in security.md of the vault: refuse the weak backend unless the person asks for weak storage, which is
 * ours to do and to name).
 */
export function createSecretBox(): SecretBox {
  return {
    backend: currentBackend,
    encrypt: (secret) => safeStorage.encryptString(secret),
    decrypt: (ciphertext) => safeStorage.decryptString(Buffer.from(ciphertext)),
  }
}

function currentBackend(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'darwin') return 'keychain'
  if (process.platform === 'win32') return 'dpapi'
  const name = selectedBackend()
  return name === 'basic_text' || name === 'unknown' ? null : name
}

/** Electron 25 (the fallback runtime) cannot tell which of the Linux keyrings it chose; it only has real ones. */
function selectedBackend(): string {
  const storage: { getSelectedStorageBackend?: () => string } = safeStorage
  return storage.getSelectedStorageBackend?.() ?? 'keyring'
}
