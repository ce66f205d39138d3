import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadEngine } from '../../electron/storage/engine.ts'
import type { SeededRandom } from './seeded-random.ts'

const DATABASE = 'tokenbook.sqlite'
const LOG = `${DATABASE}-wal`

/** Copies a database and its log as they are on disk at this moment, also while they are in use. */
export function copyDatabase(from: string, to: string): void {
  for (const name of [DATABASE, LOG])
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name))
}

/** What can go wrong with the files of a database; each changes the folder it is given. */
export const fileSpoilers = {
  'bytes of the database': (folder: string, random: SeededRandom) =>
    overwrite(join(folder, DATABASE), random),
  'a cut of the database': (folder: string, random: SeededRandom) => cut(join(folder, DATABASE), random),
  'bytes of its log': (folder: string, random: SeededRandom) => overwrite(join(folder, LOG), random),
  'a cut of its log': (folder: string, random: SeededRandom) => cut(join(folder, LOG), random),
  'cells of its tables': spoilCells,
} as const

function overwrite(path: string, random: SeededRandom): void {
  const bytes = readFileSync(path)
  for (let fault = 0; fault <= random.below(8); fault += 1)
    bytes[random.below(bytes.length)] = random.below(256)
  writeFileSync(path, bytes)
}

function cut(path: string, random: SeededRandom): void {
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.subarray(0, random.below(bytes.length)))
}

/** What a cell may hold after another program, or a bug of ours, wrote it. */
const ODD = [
  ...[null, '', ' ', '{', '[]', '{}', 'null', '"x"', '-1', '1e999', 'NaN', '9'.repeat(400), '\0', '\ud800'],
  ...['{"__proto__":{"polluted":1}}', '[[[[', 'https://', 'x'.repeat(20_000), '{"kind":"none"}'],
  ...[0, -1, 1, 2, 2 ** 40, -(2n ** 63n), 2n ** 63n - 1n, 0.5, new Uint8Array([0, 255, 1])],
] as const

function spoilCells(folder: string, random: SeededRandom): void {
  const database = loadEngine().open(join(folder, DATABASE))
  try {
    database.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON')
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
      .all()
      .map(({ name }) => String(name))
    const faults = 10 + random.below(40)
    for (let fault = 0; fault < faults; fault += 1) {
      const table = random.pick(tables)
      const columns = database.prepare(`PRAGMA table_info("${table}")`).all()
      const column = String(random.pick(columns)['name'])
      const some = random.below(2) === 0 ? '' : ` WHERE rowid % 3 = ${random.below(3)}`
      try {
        database.prepare(`UPDATE "${table}" SET "${column}" = ?${some}`).run(random.pick(ODD))
      } catch {
        // The schema itself refuses some values; the next is tried.
      }
    }
  } finally {
    database.close()
  }
}
