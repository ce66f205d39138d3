import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import type { Migration } from '../../../../electron/storage/migrations/migration.ts'
import { runChild } from './child.ts'
import { nextMigrations, released } from './next-migration.ts'
import { finished, sampleAnswer, sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { addToEnd, shownMessages, startConversation } from './written-chats.ts'

describe('migrations', () => {
  it('are numbered 1, 2, 3 without a gap', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('carry data over, after a backup of how it was', () => {
    const folder = filledFolder()
    const storage = open(folder, { migrations: nextMigrations(), now: () => 5 })
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(shownMessages(storage.chats).map((message) => message.text)).toEqual(['moved', 'moved'])
    storage.close()
    expect(rowsOf(join(folder, 'tokenbook.sqlite'), 'SELECT message_id, text, pinned FROM note')).toEqual([
      { message_id: 'q', text: 'text of q', pinned: null },
      { message_id: 'a', text: 'answer', pinned: null },
    ])
    const backup = join(folder, 'backups', 'tokenbook-000001-5.sqlite')
    expect(rowsOf(backup, 'PRAGMA user_version')).toEqual([{ user_version: released }])
    expect(rowsOf(backup, 'SELECT text FROM message')).toEqual([{ text: 'text of q' }, { text: 'answer' }])
  })

  it('brought by this release keep what the first one wrote', () => {
    const folder = scratchFolder()
    const first = open(folder, { migrations: migrations.slice(0, 1) })
    first.settings.set('other', 'stays')
    first.close()
    write(folder, "INSERT INTO conversation (id, created_at) VALUES ('c', 1)")
    const storage = open(folder)
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(storage.settings.get('other')).toBe('stays')
    expect(storage.chats.latest()).toBe('c')
    expect(storage.snapshots.list('demo')).toEqual([])
    expect(storage.usedModels.names({ host: 'api.x.ai', demo: false })).toEqual([])
  })

  it('make no backup of a database that is new', () => {
    const folder = scratchFolder()
    open(folder, { migrations: nextMigrations() })
    expect(readdirSync(folder)).not.toContain('backups')
  })

  it('killed inside a step leave the step before, and go on at the next start', async () => {
    const folder = filledFolder()
    const child = runChild('migrating-child.ts', folder)
    expect(await child.ended).toBe('SIGKILL')
    const path = join(folder, 'tokenbook.sqlite')
    expect(rowsOf(path, 'PRAGMA user_version')).toEqual([{ user_version: released + 1 }])
    expect(rowsOf(path, 'SELECT count(*) AS notes FROM note')).toEqual([{ notes: 0 }])
    expect(rowsOf(path, 'SELECT text FROM message')).toEqual([{ text: 'text of q' }, { text: 'answer' }])

    const storage = open(folder, { migrations: nextMigrations() })
    expect(storage.state).toEqual({ kind: 'ok' })
    storage.close()
    expect(rowsOf(path, 'SELECT count(*) AS notes FROM note')).toEqual([{ notes: 2 }])
  })

  it('that fail change nothing: the old data is there for the version that can read it', () => {
    const folder = filledFolder()
    const broken: Migration = {
      version: released + 1,
      tables: [],
      up: (database) => database.exec('INSERT INTO setting SELECT id, NULL FROM message'),
    }
    const storage = open(folder, { migrations: [...migrations, broken] })
    expect(storage.state).toEqual({ kind: 'memory-only', why: 'unreadable' })
    storage.close()
    const before = open(folder)
    expect(before.state).toEqual({ kind: 'ok' })
    expect(shownMessages(before.chats)).toHaveLength(2)
  })

  it('bring an older backup up to date when it has to be restored', async () => {
    const folder = filledFolder()
    const storage = open(folder, { now: () => 9 })
    await storage.backUpIfDue()
    storage.close()
    const migrated = open(folder, { migrations: nextMigrations() })
    migrated.close()
    for (const name of readdirSync(join(folder, 'backups'))) {
      expect(rowsOf(join(folder, 'backups', name), 'PRAGMA user_version')).toEqual([
        { user_version: released },
      ])
    }
    const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
    database.exec('DROP TABLE note')
    database.close()
    const restored = open(folder, { migrations: nextMigrations() })
    expect(restored.state).toMatchObject({ kind: 'recovered' })
    expect(shownMessages(restored.chats)).toHaveLength(2)
  })
})

function filledFolder(): string {
  const folder = scratchFolder()
  const storage = open(folder)
  startConversation(storage.chats, 'c', 1)
  addToEnd(storage.chats, 'c', [sampleMessage('q'), sampleAnswer('a', finished, 'answer')])
  storage.close()
  return folder
}

function write(folder: string, sql: string): void {
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  database.exec(sql)
  database.close()
}

function rowsOf(path: string, sql: string): unknown[] {
  const database = loadEngine().open(path)
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}
