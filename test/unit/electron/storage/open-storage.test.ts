import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWithSettings } from '../../../../electron/storage/connect.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { newestVersion } from '../../../../electron/storage/migrate.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { openStorage } from '../../../../electron/storage/open-storage.ts'
import { cpuMs } from '../../../support/cpu-time.ts'
import { sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { addToEnd, shownMessages, startConversation } from './written-chats.ts'

/** Far ahead of every step there will be. */
const FUTURE = 'BEGIN; PRAGMA user_version = 9999; CREATE TABLE from_the_future (a); COMMIT'
const now = () => 1_700_000_000_000

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('opening storage on %s', (name) => {
  const engine = loadEngine(name)

  it('makes a database that only its owner can read, in a folder of the same kind', async () => {
    const folder = join(scratchFolder(), 'new', 'data')
    const storage = open(folder, { engine })
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(storage.engine).toEqual({ name: engine.name, version: engine.version })
    storage.settings.set('a', 'b')
    await storage.backUpIfDue()
    expect(modeOf(folder)).toBe(0o700)
    expect(modeOf(join(folder, 'backups'))).toBe(0o700)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files).toContain('tokenbook.sqlite-wal')
    for (const file of files.filter((path) => path !== 'backups')) {
      expect([file, modeOf(join(folder, file))]).toEqual([file, 0o600])
    }
  })

  it('closes a folder and a database that others could read', () => {
    const folder = scratchFolder()
    open(folder, { engine }).close()
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'tokenbook.sqlite'), 0o644)
    open(folder, { engine })
    expect(modeOf(folder)).toBe(0o700)
    expect(modeOf(join(folder, 'tokenbook.sqlite'))).toBe(0o600)
  })

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
  ])('sets %s', (pragma, value) => {
    const database = openWithSettings(engine, join(scratchFolder(), 'a.sqlite'))
    expect(database.prepare(`PRAGMA ${pragma}`).get()).toEqual({ [pragma]: value })
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 5000 })
    database.close()
  })

  it('leaves a database from a newer app as it is, byte for byte', () => {
    const folder = scratchFolder()
    open(folder, { engine }).close()
    const path = join(folder, 'tokenbook.sqlite')
    const database = engine.open(path)
    database.exec(FUTURE)
    database.close()
    chmodSync(folder, 0o755)
    const before = snapshot(folder)
    expect(openStorage({ folder, now, engine })).toEqual({
      kind: 'newer',
      found: 9999,
      known: newestVersion(migrations),
    })
    expect(snapshot(folder)).toEqual(before)
    expect(modeOf(folder)).toBe(0o755)
  })

  it('sees that it is newer also when only the log says so, after a crash of the newer app', () => {
    const folder = crashedWith(engine, FUTURE)
    const before = snapshot(folder)
    expect(before.map(([file]) => file)).toContain('tokenbook.sqlite-wal')
    expect(openStorage({ folder, now, engine })).toEqual({
      kind: 'newer',
      found: 9999,
      known: newestVersion(migrations),
    })
    expect(snapshot(folder)).toEqual(before)
  })

  it('does not take an unfinished change in the log for a newer version', () => {
    const folder = crashedWith(engine, FUTURE)
    const wal = join(folder, 'tokenbook.sqlite-wal')
    expect(openStorage({ folder, now, engine }).kind).toBe('newer')
    const log = readFileSync(wal)
    // One bit in the last frame: its transaction never became whole.
    log.writeUInt8((log.at(-1) ?? 0) ^ 1, log.length - 1)
    writeFileSync(wal, log)
    const storage = open(folder, { engine })
    expect(storage.state).toEqual({ kind: 'ok' })
  })

  it('uses memory when the data folder cannot be one, and still works', async () => {
    const folder = join(scratchFolder(), 'a file')
    writeFileSync(folder, 'in the way')
    const storage = open(folder, { engine })
    expect(storage.state).toEqual({ kind: 'memory-only', why: 'unreadable' })
    startConversation(storage.chats, 'c', 1)
    addToEnd(storage.chats, 'c', [sampleMessage('m')])
    expect(shownMessages(storage.chats)).toHaveLength(1)
    expect(await storage.backUpIfDue()).toEqual({ kind: 'nothing-to-keep' })
    expect(readFileSync(folder, 'utf8')).toBe('in the way')
  })

  it('uses memory when the database is a folder', () => {
    const folder = scratchFolder()
    mkdirSync(join(folder, 'tokenbook.sqlite'))
    expect(open(folder, { engine }).state).toEqual({ kind: 'memory-only', why: 'unreadable' })
  })

  it('opens in the time of a few frames', () => {
    const folder = scratchFolder()
    const first = open(folder, { engine })
    startConversation(first.chats, 'c', 1)
    const messages = Array.from({ length: 1000 }, (_, index) =>
      sampleMessage(`m${index}`, { text: 'word '.repeat(2000) }),
    )
    addToEnd(first.chats, 'c', messages)
    first.close()
    expect(statSync(join(folder, 'tokenbook.sqlite')).size).toBeGreaterThan(10_000_000)
    const from = cpuMs()
    open(folder, { engine })
    // Some 10 ms when the machine is idle; the limit only catches work that grows with the data.
    expect(cpuMs() - from).toBeLessThan(500)
  })
})

/** A database whose last change stands in the log only, as SIGKILL leaves it: a copy made while it is open. */
function crashedWith(engine: ReturnType<typeof loadEngine>, sql: string): string {
  const [alive, crashed] = [scratchFolder(), scratchFolder()]
  open(alive, { engine }).close()
  const database = engine.open(join(alive, 'tokenbook.sqlite'))
  database.exec(sql)
  for (const file of readdirSync(alive)) {
    if (!file.endsWith('-shm')) writeFileSync(join(crashed, file), readFileSync(join(alive, file)))
  }
  database.close()
  expect(existsSync(join(crashed, 'tokenbook.sqlite-wal'))).toBe(true)
  return crashed
}

function snapshot(folder: string): [file: string, bytes: string, changed: number][] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const path = join(folder, file)
      return [file, readFileSync(path).toString('hex'), statSync(path).mtimeMs]
    })
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}
