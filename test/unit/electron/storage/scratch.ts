import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import {
  type OpenStorage,
  openStorage,
  type StorageOptions,
} from '../../../../electron/storage/open-storage.ts'

const folders: string[] = []
const opened: OpenStorage[] = []

afterEach(async () => {
  for (const storage of opened.splice(0)) {
    await storage.settle()
    storage.close()
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder, removed after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-storage-'))
  folders.push(folder)
  return folder
}

/** Opens storage that is closed after the test; fails the test when it is from a newer app. */
export function open(folder: string, options: Partial<StorageOptions> = {}): OpenStorage {
  const storage = openStorage({ folder, now: () => 1_700_000_000_000, ...options })
  if (storage.kind === 'newer') throw new Error(`schema ${storage.found} is newer than ${storage.known}`)
  opened.push(storage)
  return storage
}
