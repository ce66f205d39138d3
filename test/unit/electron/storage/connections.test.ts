import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../../../electron/services/vault.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { createWeakBox } from '../../../../electron/storage/weak-box.ts'
import { aesBox } from '../vault-aes-box.ts'
import { open, scratchFolder } from './scratch.ts'

const XAI = { connection: 'default', origin: 'https://api.x.ai' }
const KEY = 'xai-canary-7Qm4Zt9Wb2'

/** A database as it was before there were several connections, with this row and setting in it. */
function oldFolder(ciphertext: Uint8Array, baseUrl: string | null): string {
  const folder = scratchFolder()
  const before = open(folder, { migrations: migrations.filter(({ version }) => version < 4) })
  if (baseUrl !== null) before.settings.set('base-url', baseUrl)
  before.close()
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  const insert = database.prepare('INSERT INTO key_ciphertext VALUES (?, ?, ?, ?, ?)')
  insert.run('https://api.x.ai', ciphertext, 'kwallet6', '9Wb2', 7)
  insert.run('http://127.0.0.1:9', Buffer.from('another'), 'weak', '', 8)
  database.close()
  return folder
}

describe('a database from before there were several connections', () => {
  it('gives its keys and its base URL to the first one, and the keys open as before', () => {
    const box = aesBox('kwallet6')
    const parts = { box, weakBox: createWeakBox(scratchFolder()), now: () => 1, environmentKey: null }
    const first = open(scratchFolder())
    createVault({ ...parts, store: first.keys }).save(XAI, KEY, 'strongest')
    const folder = oldFolder(
      first.keys.load(XAI)?.ciphertext ?? new Uint8Array(),
      'https://proxy.example:8443',
    )

    const storage = open(folder)
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(storage.connections.list()).toEqual([
      {
        id: 'default',
        name: 'proxy.example:8443',
        service: 'xai',
        baseUrl: 'https://proxy.example:8443',
        createdAt: 0,
      },
    ])
    expect(storage.settings.get('base-url')).toBeNull()
    expect(storage.keys.list()).toMatchObject([
      { connection: 'default', origin: 'http://127.0.0.1:9', backend: 'weak', createdAt: 8 },
      { connection: 'default', origin: 'https://api.x.ai', lastFour: '9Wb2', createdAt: 7 },
    ])
    const vault = createVault({ ...parts, store: storage.keys })
    expect(vault.key(XAI)).toBe(KEY)
  })

  it('without a base URL has no connection of its own yet', () => {
    const storage = open(oldFolder(Buffer.from('x'), null))
    expect(storage.connections.list()).toEqual([])
    expect(storage.keys.list()).toHaveLength(2)
  })

  it('keeps nothing of a key that is forgotten later: not in the file, not in the backup of before', () => {
    const ciphertext = Buffer.from('ciphertext-from-before-the-step')
    const folder = oldFolder(ciphertext, null)
    const storage = open(folder)
    storage.keys.remove({ connection: 'work', origin: XAI.origin })
    storage.keys.remove(XAI)
    storage.close()
    expect(readFileSync(join(folder, 'tokenbook.sqlite')).includes(ciphertext)).toBe(false)
    const backups = readdirSync(join(folder, 'backups'))
    expect(backups).toHaveLength(1)
    for (const name of backups) {
      expect(readFileSync(join(folder, 'backups', name)).includes(ciphertext)).toBe(false)
    }
  })
})

describe('the store of connections', () => {
  it('keeps their order when one is changed, and leaves out a row that is none', () => {
    const folder = scratchFolder()
    const unreadable: unknown[] = []
    const storage = open(folder, { onUnreadableRow: (row) => unreadable.push(row) })
    const row = (id: string) => ({ id, name: id, service: 'xai' as const, baseUrl: null, createdAt: 5 })
    for (const id of ['a', 'b', 'c']) storage.connections.save(row(id))
    storage.connections.save({ ...row('a'), name: 'Ünicode 🗝', baseUrl: 'https://a.example' })
    storage.connections.remove('b')
    storage.close()
    const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
    database.exec(`INSERT INTO connection (id, name, service, created_at) VALUES ('x', 'x', 'other', 1)`)
    database.close()
    const later = open(folder, { onUnreadableRow: (found) => unreadable.push(found) })
    expect(later.connections.list()).toMatchObject([
      { id: 'a', name: 'Ünicode 🗝', baseUrl: 'https://a.example' },
      { id: 'c' },
    ])
    expect(unreadable).toEqual([{ table: 'connection', id: 'x' }])
  })
})

it('keys in memory only are not durable, those on disk are', () => {
  expect(open(scratchFolder()).keys.durable).toBe(true)
})
