import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { open, scratchFolder } from './scratch.ts'

const DAY = 86_400_000
const START = 1_700_000_000_000

describe('backups', () => {
  it('are made once a day and three are kept', async () => {
    const folder = scratchFolder()
    let at = START
    const storage = open(folder, { now: () => at })
    expect(await storage.backUpIfDue()).toEqual({ kind: 'made', at: START })
    at = START + DAY - 1
    expect(await storage.backUpIfDue()).toEqual({ kind: 'not-due' })
    for (let day = 1; day <= 4; day += 1) {
      at = START + day * DAY
      expect(await storage.backUpIfDue()).toEqual({ kind: 'made', at })
    }
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([
      `tokenbook-000003-${START + 2 * DAY}.sqlite`,
      `tokenbook-000004-${START + 3 * DAY}.sqlite`,
      `tokenbook-000005-${START + 4 * DAY}.sqlite`,
    ])
  })

  it('go on when the clock was once years ahead, and the last made stays the newest', async () => {
    const folder = scratchFolder()
    let at = START + 3650 * DAY
    const storage = open(folder, { now: () => at })
    storage.settings.set('made', 'in the future')
    await storage.backUpIfDue()
    at = START
    storage.settings.set('made', 'now')
    expect(await storage.backUpIfDue()).toEqual({ kind: 'made', at: START })
    storage.close()
    rmSync(join(folder, 'tokenbook.sqlite'))
    const restored = open(folder)
    expect(restored.state).toMatchObject({ kind: 'recovered', backupFrom: START })
    expect(restored.settings.get('made')).toBe('now')
  })

  it('clear away what a killed one left', async () => {
    const folder = scratchFolder()
    const storage = open(folder)
    await storage.backUpIfDue()
    const left = join(folder, 'backups', 'tokenbook-000002-5.sqlite.part')
    writeFileSync(left, 'half')
    storage.close()
    const next = open(folder, { now: () => START + 2 * DAY })
    expect((await next.backUpIfDue()).kind).toBe('made')
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2)
  })

  it('are never replaced by a copy of a damaged database', async () => {
    const folder = scratchFolder()
    const storage = open(folder, { now: () => START })
    // 40 MB: more than the page cache of 32 MB (connect.ts), which would otherwise answer instead of the file.
    for (let index = 0; index < 200; index += 1) storage.settings.set(`name ${index}`, 'x'.repeat(200_000))
    await storage.backUpIfDue()
    storage.close()
    const later = open(folder, { now: () => START + 2 * DAY })
    const path = join(folder, 'tokenbook.sqlite')
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0, 6 * 4096))
    expect(await later.backUpIfDue()).toMatchObject({ kind: 'failed', failure: { code: 'storage-failed' } })
    expect(readdirSync(join(folder, 'backups'))).toEqual([`tokenbook-000001-${START}.sqlite`])
  })

  it('do not keep a key that was forgotten, nor does the database', async () => {
    const folder = scratchFolder()
    const storage = open(folder)
    const ciphertext = Buffer.from('ciphertext-that-must-go-away')
    const slot = { connection: 'work', origin: 'https://api.x.ai' }
    storage.keys.save({ ...slot, ciphertext, backend: 'kwallet6', lastFour: '', createdAt: 1 })
    storage.settings.set('other', 'stays')
    await storage.backUpIfDue()
    expect(filesWith(folder, ciphertext).length).toBeGreaterThan(1)
    storage.keys.remove(slot)
    expect(filesWith(folder, ciphertext)).toEqual([])
    storage.close()
    rmSync(join(folder, 'tokenbook.sqlite'))
    const restored = open(folder)
    expect(restored.settings.get('other')).toBe('stays')
    expect(restored.keys.list()).toEqual([])
  })

  it('do not keep a key that was replaced, nor does the database', async () => {
    const folder = scratchFolder()
    const storage = open(folder)
    const row = {
      connection: 'default',
      origin: 'https://api.x.ai',
      backend: 'weak',
      lastFour: '',
      createdAt: 1,
    }
    const ciphertext = Buffer.from('ciphertext-that-was-replaced')
    storage.keys.save({ ...row, ciphertext })
    await storage.backUpIfDue()
    expect(filesWith(folder, ciphertext).length).toBeGreaterThan(1)
    storage.keys.save({ ...row, ciphertext: Buffer.from('the-next'), backend: 'kwallet6' })
    expect(filesWith(folder, ciphertext)).toEqual([])
    expect(storage.keys.list()).toMatchObject([{ backend: 'kwallet6' }])
  })

  it('can be read by the other engine', async () => {
    const folder = scratchFolder()
    const storage = open(folder, { engine: loadEngine('@photostructure/sqlite') })
    storage.settings.set('a', 'b')
    await storage.backUpIfDue()
    storage.close()
    rmSync(join(folder, 'tokenbook.sqlite'))
    expect(open(folder, { engine: loadEngine('node:sqlite') }).settings.get('a')).toBe('b')
  })
})

function filesWith(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(bytes))
}
