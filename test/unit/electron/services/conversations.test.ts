import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { done, reader, text, usage } from '../../../support/ports/chat-bench.ts'
import { settle } from '../../../support/ports/scripted-stream.ts'
import { failureFrom } from '../../../support/service-failure.ts'
import { answered, setupFor, written } from './playground-bench.ts'

const whole = { cursor: null, limit: 50 }

describe('the list', () => {
  it('has pinned ones first, then the one used last, in pages', async () => {
    const { services, time } = await answered('one')
    const { conversations, messages } = services
    const ids = [conversations.latest().conversationId]
    for (let at = 0; at < 4; at += 1) {
      time.jump(-86_400_000)
      const { conversationId } = conversations.create({ setup: setupFor('m') })
      messages.add({ conversationId, place: { kind: 'end' }, message: written(`hello ${at}`) })
      ids.push(conversationId)
    }
    conversations.pin({ conversationId: ids[1] ?? '', pinned: true })
    const first = conversations.list({ cursor: null, limit: 3 })
    const second = conversations.list({ cursor: first.next, limit: 3 })
    const shown = [...first.rows, ...second.rows]
    expect(shown.map(({ id }) => id)).toEqual([ids[1], ids[4], ids[3], ids[2], ids[0]])
    expect(second.next).toBeNull()
    expect(shown[1]).toMatchObject({ opening: 'hello 3', messageCount: 1, underWay: false })
  })

  it('says what was spent on all branches, and at least when some is unknown', async () => {
    const { services, open, send, stream } = await answered()
    await send('one')
    await stream.last().send(text('a'), usage(10, 1, 35_000), done())
    await stream.last().finish()
    const messageId = services.conversations.read({ ...open, before: null, limit: 1 }).messages[0]?.id ?? ''
    await services.chat.ask({
      requestId: 'again',
      ...open,
      setup: setupFor('grok-3-mini'),
      instead: messageId,
    })
    await stream.last().send(text('b'), usage(10, 2), done())
    await stream.last().finish()
    expect(services.conversations.list(whole).rows[0]?.spent).toEqual({ ticks: 75_000n, complete: true })
    expect(services.conversations.costs(open).map(({ onBranch }) => onBranch)).toEqual([false, true])
    await send('stopped')
    services.chat.stop(open)
    expect(services.conversations.list(whole).rows[0]?.spent).toEqual({ ticks: 75_000n, complete: false })
  })

  it('tells the cost of what may have cost something, and of nothing that was refused', async () => {
    const { services, open, send, stream } = await answered()
    for (const code of ['rate-limited', 'connection-lost'] as const) {
      await send(code)
      await stream.last().fail(new ServiceFailure(failureOf(code)))
    }
    expect(services.conversations.costs(open)).toMatchObject([{ usage: null, computed: null }])
  })

  it('tells its changes to who listens', async () => {
    const { services, open } = await answered('one')
    const events = services.conversations.events()
    const next = events.next()
    services.conversations.rename({ ...open, title: ' A name ' })
    expect((await next).value).toMatchObject({ kind: 'changed', row: { title: 'A name' } })
    services.conversations.remove(open)
    expect((await events.next()).value).toEqual({ kind: 'removed', ...open })
    await events.return?.()
  })

  it('does not leave an empty conversation for another', async () => {
    const { services } = await answered('one')
    const { conversations } = services
    const first = conversations.create({ setup: null })
    expect(conversations.create({ setup: setupFor('m') })).toEqual(first)
    expect(conversations.list(whole).rows).toHaveLength(2)
  })

  it('lets go of what was removed, and takes it back', async () => {
    const { services, open, said } = await answered('one')
    services.conversations.remove(open)
    expect(services.conversations.list(whole).rows).toEqual([])
    const read = () => services.conversations.read({ ...open, before: null, limit: 1 })
    expect((await failureFrom(read)).code).toBe('not-found')
    services.conversations.restore(open)
    expect(said()).toEqual(['one', 'answer to one'])
  })

  it('forgets after a week what was removed, but not what it cost', async () => {
    const { services, open, store, time } = await answered('one')
    services.conversations.remove(open)
    time.jump(8 * 86_400_000)
    const other = services.conversations.create({ setup: null })
    services.conversations.remove(other)
    store.setRemoved(open.conversationId, null)
    expect(store.row(open.conversationId)).toBeNull()
    expect(store.answerOf('press-1')).toBeNull()
  })

  it('gives a window on a long conversation', async () => {
    const { services, open } = await answered('one', 'two', 'three')
    const { messages, from, total } = services.conversations.read({ ...open, before: 4, limit: 2 })
    expect({ from, total, texts: messages.map((message) => message.text) }).toEqual({
      ...{ from: 2, total: 6, texts: ['two', 'answer to two'] },
    })
  })

  it('finds a message on another branch and shows that branch', async () => {
    const { services, open, idOf, said } = await answered('one')
    const messageId = idOf('answer to one')
    services.messages.branch({ ...open, messageId: idOf('one'), message: written('uno') })
    expect(services.conversations.find({ ...open, messageId })).toEqual({ index: 1 })
    expect(said()).toEqual(['one', 'answer to one'])
    expect((await failureFrom(() => services.conversations.find({ ...open, messageId: 'x' }))).code).toBe(
      'not-found',
    )
  })
})

describe('several conversations', () => {
  it('are answered at once, each with its own stop', async () => {
    const { services, open, send, stream, chat } = await answered()
    await send('first')
    const other = services.conversations.create({ setup: null })
    await services.chat.send({ requestId: 'two', ...other, setup: setupFor('m'), text: 'second', images: [] })
    expect(services.chat.underWay()).toBe(2)
    const [one, two] = stream.calls
    await one?.send(text('to the first'))
    await two?.send(text('to the second'))
    expect(services.chat.stop(other)).toEqual({ stopped: true })
    expect(services.chat.underWay()).toBe(1)
    await one?.send(done())
    await one?.finish()
    expect(chat.conversation().messages.at(-1)).toMatchObject({ text: 'to the first' })
    const window = { before: null, limit: 1 }
    expect(services.conversations.read({ ...other, ...window }).messages[0]).toMatchObject({
      ...{ text: 'to the second', attempt: { state: { kind: 'stopped' } } },
    })
    expect(services.conversations.list(whole).rows.every(({ underWay }) => !underWay)).toBe(true)
    expect(open).not.toEqual(other)
  })
})

describe('progress', () => {
  it('is exact when the server counts as it writes, and estimated else', async () => {
    const { chat, send, stream, time } = await answered()
    const page = reader(chat.events())
    await page.drain()
    const progress = async () => (await page.drain()).filter(({ kind }) => kind === 'progress').at(-1)
    await send('hi')
    await stream.last().send(text('some words here'))
    time.pass(500)
    await settle()
    await stream.last().send(text(' and more'))
    time.pass(500)
    expect(await progress()).toMatchObject({
      progress: { tokens: { exact: false }, cost: { exact: false }, firstTokenMs: 0 },
    })
    // As servers tell it: behind the text that it counts.
    await stream.last().send(text('!'), usage(10, 5))
    time.pass(500)
    expect(await progress()).toMatchObject({
      progress: { tokens: { count: 5, exact: true }, cost: { ticks: 55_000n, exact: true } },
    })
  })
})
