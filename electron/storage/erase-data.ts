import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type StoragePaths, storagePaths } from './storage-paths.ts'

/** What Chromium and electron-store keep beside our own files; all of it is made anew when it is needed. */
const MADE_ANEW = [
  ...[
    'view.json',
    'Preferences',
    'Local State',
    'Local Storage',
    'Session Storage',
    'Network Persistent State',
  ],
  ...[
    'Cache',
    'Code Cache',
    'GPUCache',
    'DawnCache',
    'DawnGraphiteCache',
    'DawnWebGPUCache',
    'Shared Dictionary',
  ],
  ...[
    'blob_storage',
    'Cookies',
    'Cookies-journal',
    'TransportSecurity',
    'Trust Tokens',
    'Trust Tokens-journal',
  ],
  ...[
    'SharedStorage',
    'SharedStorage-wal',
    'Shared Dictionary',
    'WebStorage',
    'IndexedDB',
    'databases',
    'Crashpad',
  ],
  ...['VideoDecodeStats', 'DIPS', 'DIPS-wal', 'logs'],
]

/** Whether everything in the folder is to be removed: somebody asked for it, and it was not done yet. */
export function isEraseDue(folder: string): boolean {
  return existsSync(storagePaths(folder).eraseDue)
}

/**
 * Removes everything the app ever kept in its folder: the database and what SQLite keeps beside it, backups, damaged
 * copies, the weak key, preferences, caches. Files of other names stay: a folder may have been chosen that holds more.
 * The mark that it is due goes last, so that a crash in between is made up for at the next start. Throws the system's
 * error when something of ours cannot be removed; caches that are in use are left to the next start.
 */
export function eraseData(folder: string): void {
  const paths = storagePaths(folder)
  for (const path of [...ownFiles(paths), paths.backups]) rmSync(path, { recursive: true, force: true })
  for (const name of MADE_ANEW) removeIfPossible(join(folder, name))
  rmSync(paths.eraseDue, { force: true })
}

function ownFiles(paths: StoragePaths): string[] {
  if (!existsSync(paths.folder)) return []
  const own = [paths.database, paths.marker, paths.checkDue, paths.weakKey, paths.restoring].map((path) =>
    basename(path),
  )
  return readdirSync(paths.folder)
    .filter((name) =>
      own.some((known) => name === known || name.startsWith(`${known}-`) || name.startsWith(`${known}.`)),
    )
    .map((name) => join(paths.folder, name))
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // In use by this very process: nothing of the person's data is in it.
  }
}
