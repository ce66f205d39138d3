import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeDurably } from '../../../../electron/storage/durable-file.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { OpenStorage } from '../../../../electron/storage/open-storage.ts'
import { createWeakBox } from '../../../../electron/storage/weak-box.ts'
import { nextMigrations } from './next-migration.ts'
import { sampleAnswer, sampleMessage } from './samples.ts'
import { open } from './scratch.ts'
import { fill, noSmallDisk, remount, smallDisk } from './small-disk.ts'
import { addToEnd, startConversation } from './written-chats.ts'

const title = noSmallDisk === null ? 'a real disk of 4 MB' : `a real disk of 4 MB (skipped: ${noSmallDisk})`
const big = 'x'.repeat(100_000)
const ciphertext = new Uint8Array(100_000)

const writes: { what: string; write: (storage: OpenStorage, count: number) => void }[] = [
  { what: 'settings', write: ({ settings }, count) => settings.set(`s${count}`, big) },
  {
    what: 'keys',
    write: ({ keys }, count) =>
      keys.save({
        connection: 'a',
        origin: `https://${count}`,
        ciphertext,
        backend: 'kwallet6',
        lastFour: '',
        createdAt: 1,
      }),
  },
  {
    what: 'catalogs',
    write: ({ catalogs }, count) => {
      const reason = big
      const problem = { list: 'models', index: 0, id: null, reason }
      catalogs.save(`https://${count}`, {
        readAt: 1,
        keyMark: null,
        models: [],
        imageModels: [],
        problems: [problem],
      })
    },
  },
  {
    what: 'questions',
    write: ({ chats }, count) => addToEnd(chats, 'c', [sampleMessage(`full${count}`, { text: big })]),
  },
  {
    what: 'answers',
    write: ({ chats }, count) => {
      chats.saveAnswer(sampleAnswer('a', { state: { kind: 'streaming' } }, big.repeat(1 + (count % 30))))
    },
  },
  { what: 'conversations', write: ({ chats }, count) => startConversation(chats, big + count, 1) },
]

describe.skipIf(noSmallDisk !== null)(title, () => {
  it.each(writes)(
    'full while writing $what: told so, old data intact, works again with space',
    ({ write }) => {
      const folder = smallDisk()
      const storage = open(folder)
      startConversation(storage.chats, 'c', 1)
      addToEnd(storage.chats, 'c', [sampleMessage('q'), sampleAnswer('a', {}, 'first')])
      const release = fill(folder)
      expect(() => repeat(() => write(storage, Math.random()), 100)).toThrow('disk-full')

      storage.settings.get('still readable')
      release()
      storage.settings.set('after', 'works')
      storage.close()
      const next = open(folder)
      expect(next.state).toEqual({ kind: 'ok' })
      expect(next.settings.get('after')).toBe('works')
      expect(rowCount(folder, `SELECT count(*) AS n FROM message WHERE id IN ('q', 'a')`)).toBe(2)
    },
  )

  it('full during a backup: told so, earlier backups and the database stay', async () => {
    const folder = smallDisk()
    let at = 1_700_000_000_000
    const storage = open(folder, { now: () => at })
    for (let index = 0; index < 5; index += 1) storage.settings.set(`s${index}`, big)
    expect((await storage.backUpIfDue()).kind).toBe('made')
    const backups = readdirSync(join(folder, 'backups'))
    const release = fill(folder)
    at += 2 * 86_400_000
    expect(await storage.backUpIfDue()).toMatchObject({ kind: 'failed', failure: { code: 'disk-full' } })
    expect(readdirSync(join(folder, 'backups'))).toEqual(backups)
    release()
    expect((await storage.backUpIfDue()).kind).toBe('made')
  })

  it('full before a migration: not begun, the data shown from memory, done when there is space', () => {
    const folder = smallDisk()
    const before = open(folder)
    for (let index = 0; index < 5; index += 1) before.settings.set(`s${index}`, big)
    before.close()
    const release = fill(folder)
    const blocked = open(folder, { migrations: nextMigrations() })
    expect(blocked.state).toEqual({ kind: 'memory-only', why: 'disk-full' })
    blocked.close()
    release()
    const next = open(folder, { migrations: nextMigrations() })
    expect(next.state).toEqual({ kind: 'ok' })
    expect(next.settings.get('s4')).toBe(big)
  })

  it('full at the start: in memory with what was there, nothing on disk changed', () => {
    const folder = smallDisk()
    const before = open(folder)
    before.settings.set('kept', 'yes')
    before.close()
    const bytes = readFileSync(join(folder, 'tokenbook.sqlite'))
    const release = fill(folder)
    const storage = open(folder)
    expect(storage.state).toEqual({ kind: 'memory-only', why: 'disk-full' })
    expect(storage.settings.get('kept')).toBe('yes')
    storage.settings.set('kept', 'only now')
    storage.close()
    expect(readFileSync(join(folder, 'tokenbook.sqlite')).equals(bytes)).toBe(true)
    release()
    const next = open(folder)
    expect(next.state).toEqual({ kind: 'ok' })
    expect(next.settings.get('kept')).toBe('yes')
  })

  it('full at the very first start: in memory', () => {
    const folder = smallDisk()
    fill(folder)
    expect(open(folder).state).toEqual({ kind: 'memory-only', why: 'disk-full' })
  })

  it('full while a backup is restored: restored at the next start', async () => {
    const folder = smallDisk()
    const before = open(folder)
    for (let index = 0; index < 5; index += 1) before.settings.set(`s${index}`, big)
    await before.backUpIfDue()
    before.close()
    const release = fill(folder)
    truncateSync(join(folder, 'tokenbook.sqlite'), 8192)
    expect(open(folder).state).toEqual({ kind: 'memory-only', why: 'disk-full' })
    release()
    const next = open(folder)
    expect(next.state.kind).toBe('recovered')
    expect(next.settings.get('s4')).toBe(big)
  })

  it('read-only: in memory with what was there', () => {
    const folder = smallDisk()
    const before = open(folder)
    before.settings.set('kept', 'yes')
    before.close()
    remount(folder, 'ro')
    const storage = open(folder)
    expect(storage.state).toEqual({ kind: 'memory-only', why: 'read-only' })
    expect(storage.settings.get('kept')).toBe('yes')
    expect(existsSync(join(folder, 'tokenbook.sqlite-wal'))).toBe(false)
    storage.close()
    remount(folder, 'rw')
    expect(open(folder).state).toEqual({ kind: 'ok' })
  })

  it('read-only and damaged: nothing is moved', () => {
    const folder = smallDisk()
    open(folder).close()
    truncateSync(join(folder, 'tokenbook.sqlite'), 100)
    remount(folder, 'ro')
    const files = readdirSync(folder)
    expect(open(folder).state).toEqual({ kind: 'memory-only', why: 'read-only' })
    expect(readdirSync(folder)).toEqual(files)
  })

  it('keeps the old content of a small file whole', () => {
    const folder = smallDisk()
    const path = join(folder, 'small')
    writeDurably(path, 'old content')
    fill(folder)
    expect(() => writeDurably(path, 'y'.repeat(100_000))).toThrow('ENOSPC')
    expect(readFileSync(path, 'utf8')).toBe('old content')
    expect(readdirSync(folder).sort()).toEqual(['filler', 'small'])
  })

  it('full when the weak box makes its key: told so', () => {
    const folder = smallDisk()
    fill(folder)
    expect(() => createWeakBox(folder).encrypt('secret')).toThrow('disk-full')
    expect(readdirSync(folder)).toEqual(['filler'])
  })
})

function repeat(work: () => void, times: number): void {
  for (let count = 0; count < times; count += 1) work()
}

function rowCount(folder: string, sql: string): unknown {
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  try {
    return database.prepare(sql).get()?.['n']
  } finally {
    database.close()
  }
}
