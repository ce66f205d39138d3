import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '../../../../electron/services/chat-store.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { howMany } from '../../../support/fault-run.ts'
import { runChild } from './child.ts'
import { finished } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { shownMessages } from './written-chats.ts'

const ROUNDS = howMany('TOKENBOOK_FAULT_KILLS', { short: 20, long: 200 })

describe('SIGKILL while writing', () => {
  it(
    'loses nothing that was acknowledged and leaves nothing half done',
    async () => {
      const folder = scratchFolder()
      const seen = new Set<string>()
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = runChild('writer-child.ts', folder, String(round))
        // A number of lines, not of ms: how much a disk takes in a while is its own affair.
        await child.printed(1 + Math.floor(Math.random() * 12))
        await wait(Math.random() * 20)
        child.process.kill('SIGKILL')
        expect(await child.ended).toBe('SIGKILL')
        for (const line of child.lines) seen.add(line)
        expectAllKept(folder, seen)
      }
      expect(seen.size).toBeGreaterThan(ROUNDS)
    },
    60_000 + ROUNDS * 15_000,
  )
})

function expectAllKept(folder: string, seen: ReadonlySet<string>): void {
  const storage = open(folder)
  expect(storage.state).toEqual({ kind: 'ok' })
  expect(storage.chats.settleUnfinished()).toBeLessThanOrEqual(1)
  const messages = new Map(shownMessages(storage.chats).map((message) => [message.id, message]))
  for (const line of seen) {
    const [what, id] = line.split(' ')
    expect(messages.has(`q-${id}`)).toBe(true)
    expectAnswer(what ?? '', messages.get(`a-${id}`))
  }
  // A question is there exactly when its answer is: they were written in one transaction.
  expect([...messages.values()].filter(({ role }) => role === 'user')).toHaveLength(messages.size / 2)
  storage.close()
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  database.close()
}

function expectAnswer(what: string, answer: StoredMessage | undefined): void {
  const kind = answer?.attempt?.state.kind
  if (what === 'done') {
    expect(answer).toMatchObject({ text: 'word '.repeat(1000), attempt: { computed: finished.computed } })
    expect(kind).toBe('complete')
    return
  }
  expect(['unknown', 'complete']).toContain(kind)
  if (what === 'part') expect(answer?.text.length).toBeGreaterThanOrEqual(1000)
}
