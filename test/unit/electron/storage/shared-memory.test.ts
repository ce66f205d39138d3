import { copyFileSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Engine, loadEngine } from '../../../../electron/storage/engine.ts'
import { sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { noSmallDisk, remount, smallDisk } from './small-disk.ts'
import { addToEnd, shownMessages, startConversation } from './written-chats.ts'

const NAME = 'tokenbook.sqlite'

const onDisk = `on a read-only disk${noSmallDisk === null ? '' : ` (skipped: ${noSmallDisk})`}`
const spoilers: { how: string; spoil(shm: string): void }[] = [
  { how: 'as it was', spoil: () => {} },
  { how: 'gone', spoil: (shm) => rmSync(shm) },
  { how: 'empty', spoil: (shm) => writeFileSync(shm, '') },
  { how: 'cut', spoil: (shm) => writeFileSync(shm, Buffer.alloc(100)) },
  { how: 'all zeros', spoil: (shm) => writeFileSync(shm, Buffer.alloc(32_768)) },
  { how: 'junk', spoil: (shm) => writeFileSync(shm, Buffer.alloc(32_768, 'junk')) },
]

/** The files of an app that was killed: its last 30 messages are in the log alone, with the index of it beside it. */
function killed(folder: string, engine: Engine): string {
  const living = scratchFolder()
  open(living, { engine }).close()
  const storage = open(living, { engine })
  startConversation(storage.chats, 'c', 1)
  addToEnd(
    storage.chats,
    'c',
    Array.from({ length: 30 }, (_, at) => sampleMessage(`m${at}`)),
  )
  for (const end of ['', '-wal', '-shm']) copyFileSync(join(living, NAME + end), join(folder, NAME + end))
  storage.close()
  expect(statSync(join(folder, `${NAME}-wal`)).size).toBeGreaterThan(30_000)
  return folder
}

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('an index of the log on %s', (name) => {
  const engine = loadEngine(name)

  it.each(spoilers)('that is $how: all that the log holds is there, and life goes on', ({ spoil }) => {
    const folder = killed(scratchFolder(), engine)
    spoil(join(folder, `${NAME}-shm`))
    const storage = open(folder, { engine })
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(shownMessages(storage.chats)).toHaveLength(30)
    addToEnd(storage.chats, 'c', [sampleMessage('life goes on')])
    storage.close()
    const next = open(folder, { engine })
    expect(next.state).toEqual({ kind: 'ok' })
    expect(shownMessages(next.chats)).toHaveLength(31)
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([])
  })

  describe.skipIf(noSmallDisk !== null)(onDisk, () => {
    it.each(['there', 'gone'])('that is %s: all is read there, and nothing written', (how) => {
      const folder = killed(smallDisk(), engine)
      if (how === 'gone') rmSync(join(folder, `${NAME}-shm`))
      remount(folder, 'ro')
      const files = readdirSync(folder)
      const storage = open(folder, { engine })
      expect(storage.state).toEqual({ kind: 'memory-only', why: 'read-only' })
      expect(shownMessages(storage.chats)).toHaveLength(30)
      storage.close()
      expect(readdirSync(folder)).toEqual(files)
      remount(folder, 'rw')
      const next = open(folder, { engine })
      expect(next.state).toEqual({ kind: 'ok' })
      expect(shownMessages(next.chats)).toHaveLength(30)
      expect(existsSync(join(folder, `${NAME}-wal`))).toBe(true)
    })
  })
})
