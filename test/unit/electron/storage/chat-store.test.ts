import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { UnreadableRow } from '../../../../electron/storage/stores.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import type { Cost } from '../../../../shared/pricing/price-schema.ts'
import { finished, sampleAnswer, sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { addToEnd, shownMessages, startConversation } from './written-chats.ts'

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('chats on %s', (name) => {
  const engine = loadEngine(name)

  it('has none at first, then the newest, in the order of making and not of the clock', () => {
    const { chats } = open(scratchFolder(), { engine })
    expect(chats.latest()).toBeNull()
    startConversation(chats, 'first', 2_000)
    startConversation(chats, 'second', 1_000)
    chats.change('second', { setup: { model: 'grok-4', protocol: 'messages', parameters: { seed: 7 } } })
    addToEnd(chats, 'second', [
      sampleMessage('a', { createdAt: 5_000 }),
      sampleAnswer('b', { startedAt: 5_000 }),
    ])
    addToEnd(chats, 'second', [sampleMessage('c', { createdAt: 10 }), sampleAnswer('d', { startedAt: 10 })])
    expect(chats.latest()).toBe('second')
    expect(chats.row('second')?.setup).toEqual({
      ...{ model: 'grok-4', protocol: 'messages', parameters: { seed: 7 } },
    })
    expect(shownMessages(chats).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps every field of a finished attempt over a restart, ticks beyond 2^53 included', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    startConversation(before.chats, 'c', 1)
    addToEnd(before.chats, 'c', [sampleMessage('q'), sampleAnswer('a')])
    const answer = {
      ...sampleAnswer('a', finished, 'Ünïcode 👍 text'),
      reasoning: 'because',
      sources: ['https://a.example/'],
    }
    before.chats.saveAnswer(answer)
    before.close()
    expect(shownMessages(open(folder, { engine }).chats)).toEqual([sampleMessage('q'), answer])
  })

  it.each([
    { kind: 'streaming' },
    { kind: 'stopped' },
    { kind: 'complete', finishReason: null },
    { kind: 'cut-off', failure: failureOf('cut-off', { requestId: 'r' }) },
    { kind: 'failed', failure: failureOf('rate-limited', { status: 429, retryAfterMs: 2000 }) },
  ] as const)('keeps the state $kind', (state) => {
    const { chats } = open(scratchFolder(), { engine })
    startConversation(chats, 'c', 1)
    addToEnd(chats, 'c', [sampleAnswer('a')])
    chats.saveAnswer(sampleAnswer('a', { state }))
    expect(shownMessages(chats)[0]?.attempt?.state).toEqual(state)
  })

  it('turns what was under way into unknown, once, and keeps its text', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    startConversation(before.chats, 'c', 1)
    addToEnd(before.chats, 'c', [sampleAnswer('a'), sampleAnswer('b'), sampleAnswer('done', finished)])
    before.chats.saveAnswer(sampleAnswer('b', { state: { kind: 'streaming' } }, 'half a sen'))
    before.close()
    const { chats } = open(folder, { engine })
    expect(chats.settleUnfinished()).toBe(2)
    expect(chats.settleUnfinished()).toBe(0)
    const messages = shownMessages(chats)
    expect(messages.map((message) => message.attempt?.state.kind)).toEqual(['unknown', 'unknown', 'complete'])
    expect(messages[1]?.text).toBe('half a sen')
  })

  it('keeps an earlier attempt on record when an answer is made again', () => {
    const folder = scratchFolder()
    const storage = open(folder, { engine })
    startConversation(storage.chats, 'c', 1)
    addToEnd(storage.chats, 'c', [sampleAnswer('a', { state: { kind: 'stopped' } })])
    const again = sampleAnswer('a', finished, 'better')
    const attempt = again.attempt && { ...again.attempt, id: 'second-try' }
    storage.chats.saveAnswer({ ...again, attempt })
    expect(shownMessages(storage.chats)[0]?.attempt?.id).toBe('second-try')
    storage.close()
    const database = engine.open(join(folder, 'tokenbook.sqlite'))
    expect(database.prepare('SELECT id, state FROM attempt ORDER BY sequence').all()).toEqual([
      { id: 'attempt-a', state: 'stopped' },
      { id: 'second-try', state: 'complete' },
    ])
    database.close()
  })

  it('writes a turn whole or not at all', () => {
    const { chats } = open(scratchFolder(), { engine })
    startConversation(chats, 'c', 1)
    addToEnd(chats, 'c', [sampleMessage('a')])
    expect(() => addToEnd(chats, 'c', [sampleMessage('b'), sampleMessage('a')])).toThrow('storage-failed')
    expect(() => addToEnd(chats, 'no such conversation', [sampleMessage('x')])).toThrow('storage-failed')
    expect(() => chats.saveAnswer(sampleAnswer('never added'))).toThrow('not-found')
    expect(shownMessages(chats).map((message) => message.id)).toEqual(['a'])
  })

  it('takes a sum that 64 bits cannot hold as unknown, not as a wrong number', () => {
    const { chats } = open(scratchFolder(), { engine })
    startConversation(chats, 'c', 1)
    const total = 2n ** 63n
    const huge: Cost = { total, complete: true, tier: 'standard', lines: [] }
    addToEnd(chats, 'c', [sampleAnswer('a', { ...finished, computed: huge })])
    expect(shownMessages(chats)[0]?.attempt).toMatchObject({
      computed: null,
      usage: { promptTokens: 1200 },
    })
    const largest = { ...huge, total: total - 1n }
    chats.saveAnswer(sampleAnswer('a', { ...finished, computed: largest }))
    expect(shownMessages(chats)[0]?.attempt?.computed?.total).toBe(total - 1n)
  })

  it('leaves out a row that does not parse, says so, and gives the rest', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    startConversation(before.chats, 'c', 1)
    addToEnd(before.chats, 'c', [
      sampleMessage('good'),
      sampleMessage('odd'),
      sampleAnswer('half', finished, 'kept'),
    ])
    before.close()
    const database = engine.open(join(folder, 'tokenbook.sqlite'))
    database.exec(`UPDATE message SET role = 'robot' WHERE id = 'odd'`)
    database.exec(`UPDATE attempt SET rates = '{"input":' WHERE id = 'attempt-half'`)
    database.close()
    const unreadable: UnreadableRow[] = []
    const { chats } = open(folder, { engine, onUnreadableRow: (row) => unreadable.push(row) })
    const messages = shownMessages(chats)
    expect(messages.map(({ id, attempt }) => [id, attempt])).toEqual([
      ['good', null],
      ['half', null],
    ])
    expect(messages[1]?.text).toBe('kept')
    expect(unreadable).toEqual([
      { table: 'attempt', id: 'attempt-half' },
      { table: 'message', id: 'odd' },
    ])
  })

  it('fails as a value after it was closed', () => {
    const storage = open(scratchFolder(), { engine })
    storage.close()
    storage.close()
    expect(() => startConversation(storage.chats, 'late', 1)).toThrow('storage-failed')
  })
})
