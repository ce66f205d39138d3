import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { open, scratchFolder } from './scratch.ts'
import { startConversation } from './written-chats.ts'

describe('a database', () => {
  it('held by another program is left alone, and told of', () => {
    const folder = scratchFolder()
    const path = join(folder, 'tokenbook.sqlite')
    const before = open(folder)
    startConversation(before.chats, 'c', 1)
    before.close()
    const bytes = readFileSync(path)
    const other = loadEngine().open(path)
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    const held = open(folder)
    expect(held.state).toMatchObject({ kind: 'memory-only' })
    held.close()
    other.exec('ROLLBACK')
    other.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const next = open(folder)
    expect(next.state).toEqual({ kind: 'ok' })
    expect(next.chats.latest()).toBe('c')
  })
})
