import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { sampleAnswer, sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { addToEnd, shownMessages, startConversation } from './written-chats.ts'

const BACKED_UP_AT = 1_700_000_000_000
const DAMAGED_AT = BACKED_UP_AT + 60_000
const PAGE_BYTES = 4096

const damages: { how: string; damage: (database: string) => void }[] = [
  { how: 'a broken header', damage: (path) => overwrite(path, 0, Buffer.from('this is no database')) },
  { how: 'half of it cut off', damage: (path) => truncateSync(path, statSync(path).size / 2) },
  { how: 'a cut inside the header', damage: (path) => truncateSync(path, 40) },
  { how: 'no bytes left', damage: (path) => truncateSync(path, 0) },
  { how: 'the file gone', damage: (path) => rmSync(path) },
  {
    how: 'a zeroed page in the middle',
    damage: (path) => {
      const middle = Math.floor(statSync(path).size / PAGE_BYTES / 2) * PAGE_BYTES
      overwrite(path, middle, Buffer.alloc(PAGE_BYTES))
    },
  },
  { how: 'the first page zeroed', damage: (path) => overwrite(path, 0, Buffer.alloc(PAGE_BYTES)) },
  { how: 'its tables gone', damage: (path) => recreateEmpty(path) },
]

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('a damaged database on %s', (name) => {
  const engine = loadEngine(name)

  /** A database with 300 messages and its backup; then one message more, which the backup lacks. */
  async function filledFolder(): Promise<string> {
    const folder = scratchFolder()
    const storage = open(folder, { engine, now: () => BACKED_UP_AT })
    startConversation(storage.chats, 'c', 1)
    const many = Array.from({ length: 300 }, (_, index) =>
      sampleMessage(`m${index}`, { text: 'x'.repeat(900) }),
    )
    addToEnd(storage.chats, 'c', many)
    expect(await storage.backUpIfDue()).toEqual({ kind: 'made', at: BACKED_UP_AT })
    addToEnd(storage.chats, 'c', [sampleMessage('after the backup')])
    storage.close()
    return folder
  }

  it.each(damages)('with $how is kept aside and the backup takes its place', async ({ how, damage }) => {
    const folder = await filledFolder()
    const path = join(folder, 'tokenbook.sqlite')
    damage(path)
    const broken = existsSync(path) ? readFileSync(path) : null
    const storage = open(folder, { engine, now: () => DAMAGED_AT })
    const keptAs = how === 'the file gone' ? '' : `tokenbook.sqlite.corrupt-${DAMAGED_AT}`
    expect(storage.state).toEqual({ kind: 'recovered', backupFrom: BACKED_UP_AT, keptAs })
    expect(shownMessages(storage.chats)).toHaveLength(300)
    if (broken) expect(readFileSync(join(folder, keptAs)).equals(broken)).toBe(true)

    addToEnd(storage.chats, 'c', [sampleMessage('life goes on')])
    storage.close()
    const next = open(folder, { engine })
    expect(next.state).toEqual({ kind: 'ok' })
    expect(shownMessages(next.chats)).toHaveLength(301)
  })

  it('takes the newest backup that is itself sound', async () => {
    const folder = await filledFolder()
    const later = open(folder, { engine, now: () => BACKED_UP_AT + 86_400_000 })
    expect((await later.backUpIfDue()).kind).toBe('made')
    later.close()
    const newest = readdirSync(join(folder, 'backups')).sort().at(-1) ?? ''
    overwrite(join(folder, 'backups', newest), 20 * PAGE_BYTES, Buffer.alloc(PAGE_BYTES))
    truncateSync(join(folder, 'tokenbook.sqlite'), 0)
    const storage = open(folder, { engine })
    expect(storage.state).toMatchObject({ kind: 'recovered', backupFrom: BACKED_UP_AT })
    expect(shownMessages(storage.chats)).toHaveLength(300)
  })

  it('starts empty when there is no backup, and says so', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    startConversation(before.chats, 'c', 1)
    before.close()
    truncateSync(join(folder, 'tokenbook.sqlite'), 100)
    const storage = open(folder, { engine, now: () => 7 })
    expect(storage.state).toEqual({
      kind: 'recovered',
      backupFrom: null,
      keptAs: 'tokenbook.sqlite.corrupt-7',
    })
    expect(storage.chats.latest()).toBeNull()
  })

  it('does not replay a log that was left behind into the restored database', async () => {
    const folder = await filledFolder()
    const path = join(folder, 'tokenbook.sqlite')
    const log = walOf(engine, path)
    overwrite(path, 0, Buffer.from('broken'))
    writeFileSync(`${path}-wal`, log)
    const storage = open(folder, { engine, now: () => DAMAGED_AT })
    expect(storage.state.kind).toBe('recovered')
    expect(shownMessages(storage.chats)).toHaveLength(300)
    expect(readFileSync(`${path}.corrupt-${DAMAGED_AT}-wal`).equals(log)).toBe(true)
  })

  it.each(['junk that is no log', ''])('ignores a log of junk: %j', async (junk) => {
    const folder = await filledFolder()
    writeFileSync(join(folder, 'tokenbook.sqlite-wal'), junk.repeat(1000))
    const storage = open(folder, { engine })
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(shownMessages(storage.chats)).toHaveLength(301)
  })

  it('too large to check at every start is checked once a broken page was met', async () => {
    const folder = await filledFolder()
    const path = join(folder, 'tokenbook.sqlite')
    const filling = open(folder, { engine })
    addToEnd(filling.chats, 'c', [sampleAnswer('long', {}, 'x'.repeat(36_000_000))])
    filling.close()
    overwrite(path, 4000 * PAGE_BYTES, Buffer.alloc(PAGE_BYTES))
    const storage = open(folder, { engine })
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(() => shownMessages(storage.chats)).toThrow('storage-failed')
    expect(existsSync(join(folder, 'tokenbook.check-due'))).toBe(true)
    storage.close()
    const next = open(folder, { engine })
    expect(next.state).toMatchObject({ kind: 'recovered', backupFrom: BACKED_UP_AT })
    expect(existsSync(join(folder, 'tokenbook.check-due'))).toBe(false)
  })
})

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, bytes, 0, bytes.length, at)
  } finally {
    closeSync(file)
  }
}

/** A valid database file without our tables that still claims our schema version. */
function recreateEmpty(path: string): void {
  rmSync(path)
  const database = loadEngine().open(path)
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE other (a); PRAGMA user_version = 1')
  database.close()
}

/** The log as it is while one more message is being added. */
function walOf(engine: ReturnType<typeof loadEngine>, path: string): Buffer {
  const database = engine.open(path)
  database.exec(`INSERT INTO setting VALUES ('from', 'the log')`)
  const log = readFileSync(`${path}-wal`)
  database.close()
  return log
}
