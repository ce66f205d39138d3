import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import { renameDurably } from './durable-file.ts'
import type { StoragePaths } from './storage-paths.ts'

/**
 * Moves a damaged database and the files beside it out of the way, deleting nothing; returns its new file name, or
 * `''` when there was no file to keep. A log left behind would be replayed into the database that comes next.
 */
export function setAside(paths: StoragePaths, at: number): string {
  const kept = freeName(`${paths.database}.corrupt-${at}`)
  for (const path of paths.beside) {
    if (existsSync(path)) renameSync(path, `${kept}${path.slice(paths.database.length)}`)
  }
  if (!existsSync(paths.database)) return ''
  renameDurably(paths.database, kept)
  return basename(kept)
}

/** Two losses at the same clock reading must not overwrite each other. */
function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`
  return name
}
