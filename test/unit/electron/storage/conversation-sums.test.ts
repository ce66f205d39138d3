import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { setRemoved } from '../../../../shared/chat/tree-changes.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { finished, sampleAnswer, sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { addToEnd, startConversation } from './written-chats.ts'

const HUGE = 9_007_199_254_740_993n

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('sums of a conversation on %s', (name) => {
  const engine = loadEngine(name)
  const folderWithAnswers = (only = migrations) => {
    const folder = scratchFolder()
    const { chats } = open(folder, { engine, migrations: only })
    startConversation(chats, 'c')
    startConversation(chats, 'other')
    addToEnd(chats, 'c', [sampleMessage('q'), sampleAnswer('a'), sampleMessage('q2'), sampleAnswer('b')])
    addToEnd(chats, 'other', [sampleAnswer('x', finished)])
    return { folder, chats }
  }

  it('follow what is added, billed, failed, removed, put back and deleted for good', () => {
    const { chats } = folderWithAnswers()
    const told = () => {
      const row = chats.row('c')
      return { count: row?.messageCount, ...row?.spent }
    }
    expect(told()).toEqual({ count: 4, ticks: 0n, complete: false })
    chats.saveAnswer(sampleAnswer('a', finished))
    expect(told()).toEqual({ count: 4, ticks: HUGE, complete: false })
    const failed = { kind: 'failed', failure: failureOf('rate-limited') } as const
    chats.saveAnswer(sampleAnswer('b', { state: failed }))
    expect(told()).toEqual({ count: 4, ticks: HUGE, complete: true })
    chats.saveAnswer(sampleAnswer('b', finished))
    chats.saveAnswer(sampleAnswer('b', finished, 'the same bill'))
    expect(told()).toEqual({ count: 4, ticks: 2n * HUGE, complete: true })
    chats.place('c', setRemoved(chats.tree('c'), 'a', true), 5)
    expect(told()).toEqual({ count: 3, ticks: 2n * HUGE, complete: true })
    chats.place('c', setRemoved(chats.tree('c'), 'a', false), 6)
    expect(told().count).toBe(4)
    chats.place('c', setRemoved(chats.tree('c'), 'a', true), 7)
    chats.purge(8)
    expect(told()).toEqual({ count: 3, ticks: HUGE, complete: true })
    expect(chats.row('other')).toMatchObject({ messageCount: 1, spent: { ticks: HUGE, complete: true } })
  })

  it('are made for conversations from before', () => {
    const { folder, chats } = folderWithAnswers()
    chats.saveAnswer(sampleAnswer('a', finished))
    const before = ['c', 'other'].map((id) => chats.row(id))
    const database = engine.open(join(folder, 'tokenbook.sqlite'))
    database.exec(
      'UPDATE conversation SET message_count = 99, spent_billions = 7, spent_rest = 7, spent_unknown = 7',
    )
    // The step alone, on what it finds: its columns and triggers are there already.
    const step = migrations.find(({ version }) => version === 8)
    const columns = database.prepare('PRAGMA table_info(conversation)').all()
    for (const { name: column } of columns) {
      if (!/^(message_count|spent_)/.test(String(column))) continue
      for (const trigger of [
        'message_counted',
        'message_recounted',
        'message_gone',
        'attempt_added',
        'attempt_changed',
      ])
        database.exec(`DROP TRIGGER IF EXISTS ${trigger}`)
      database.exec(
        'DROP INDEX IF EXISTS conversation_without_words; DROP INDEX IF EXISTS conversation_by_use',
      )
      database.exec(`ALTER TABLE conversation DROP COLUMN ${column}`)
    }
    step?.up(database)
    database.close()
    expect(['c', 'other'].map((id) => chats.row(id))).toEqual(before)
  })
})
