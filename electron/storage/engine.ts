import { createRequire } from 'node:module'
import type { DatabaseSync } from 'node:sqlite'

export type EngineName = 'node:sqlite' | '@photostructure/sqlite'

export type Engine = {
  name: EngineName
  /** SQLite's own version, such as `3.53.4`. */
  version: string
  /** Opens or creates a database file; `:memory:` is one that is not kept. */
  open(path: string, options?: { readOnly?: boolean }): DatabaseSync
}

type Sqlite = typeof import('node:sqlite')

/** Before this one, two connections that write and checkpoint at once can corrupt a WAL database. */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const

/**
 * SQLite as this runtime has it: built into Node 22.5 and later (every packaged app), otherwise from the development
 * dependency with the same API, which Electron 25 needs. Throws when neither is there or SQLite is too old.
 */
export function loadEngine(name: EngineName = builtIn() ? 'node:sqlite' : '@photostructure/sqlite'): Engine {
  const sqlite = name === 'node:sqlite' ? builtIn() : developmentFallback()
  if (!sqlite) throw new Error('this runtime has no node:sqlite')
  const version = versionOf(sqlite)
  if (!isSafe(version)) throw new Error(`SQLite ${version} is older than ${OLDEST_SAFE_SQLITE.join('.')}`)
  return {
    name,
    version,
    open: (path, options = {}) => new sqlite.DatabaseSync(path, { readOnly: options.readOnly ?? false }),
  }
}

function builtIn(): Sqlite | undefined {
  // Not an import: Node 18 inside Electron 25 could not load the module that has it.
  return process.getBuiltinModule?.('node:sqlite')
}

/**
 * Version 1.2.1 carries SQLite 3.53.0. Unlike the built-in engine it reads text only up to a NUL character, and a
 * connection really closes only when its statements are garbage collected: two reasons more to never package it.
 */
function developmentFallback(): Sqlite {
  // The main bundle is CJS, the tests are ESM; a `require` made here is one that no bundler follows.
  const here = typeof __filename === 'string' ? __filename : import.meta.url
  return createRequire(here)('@photostructure/sqlite')
}

function versionOf(sqlite: Sqlite): string {
  const database = new sqlite.DatabaseSync(':memory:')
  try {
    return String(database.prepare('SELECT sqlite_version() AS version').get()?.['version'])
  } finally {
    database.close()
  }
}

/** Whether a version such as `3.51.3` is free of the WAL-reset bug. */
export function isSafe(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [position, oldest] of OLDEST_SAFE_SQLITE.entries()) {
    const part = parts[position] ?? 0
    if (part !== oldest) return part > oldest
  }
  return true
}
