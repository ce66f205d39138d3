import { describe, expect, it } from 'vitest'
import { done, text, usage } from '../../../support/ports/chat-bench.ts'
import { answered, written } from './playground-bench.ts'

async function stopped() {
  const bench = await answered()
  bench.services.options.change({ drainOnStop: true })
  await bench.send('hi')
  await bench.stream.last().send(text('half'))
  expect(bench.services.chat.stop(bench.open)).toEqual({ stopped: true })
  return bench
}

describe('a stop that reads on', () => {
  it('answers at once, keeps the text as it was, and learns the bill', async () => {
    const { answer, stream, chat, store } = await stopped()
    expect(answer()).toMatchObject({ text: 'half', attempt: { state: { kind: 'stopped' }, usage: null } })
    expect(stream.last().signal.aborted).toBe(false)
    expect(chat.conversation()).toMatchObject({ underWay: false, draining: [answer().id] })
    await stream.last().send(text(' and the rest'), done(), usage(10, 4, 50_000))
    await stream.last().finish()
    expect(answer()).toMatchObject({
      text: 'half',
      attempt: {
        ...{ state: { kind: 'stopped' }, usage: { billed: 50_000n } },
        computed: { total: 50_000n, complete: true },
      },
    })
    expect(chat.conversation().draining).toEqual([])
    expect(store.rows()?.messages.at(-1)?.attempt?.usage?.billed).toBe(50_000n)
  })

  it('lets the next question be asked meanwhile', async () => {
    const { send, stream, said } = await stopped()
    await send('next')
    await stream.calls[0]?.send(text('ignored'), done(), usage(1, 1))
    await stream.calls[0]?.finish()
    await stream.last().send(text('fine'), done())
    await stream.last().finish()
    expect(said()).toEqual(['hi', 'half', 'next', 'fine'])
  })

  it('lets its text be edited meanwhile, and adds the bill to that', async () => {
    const { services, open, answer, stream, store } = await stopped()
    const message = written('my own words', { role: 'assistant' })
    services.messages.edit({ ...open, messageId: answer().id, message })
    expect(answer().text).toBe('my own words')
    await stream.last().send(text(' and the rest'), done(), usage(10, 4, 50_000))
    await stream.last().finish()
    expect(answer()).toMatchObject({ text: 'my own words', attempt: { usage: { billed: 50_000n } } })
    expect(store.rows()?.messages.at(-1)).toEqual(answer())
  })

  it('that never learns the bill stays as it was settled', async () => {
    const { answer, stream } = await stopped()
    const before = answer()
    await stream.last().fail(new Error('gone'))
    expect(answer()).toEqual(before)
  })

  it('ends with the app', async () => {
    const { services, stream, store } = await stopped()
    await services.chat.shutdown()
    expect(stream.last().signal.aborted).toBe(true)
    expect(store.rows()?.messages.at(-1)?.attempt?.state.kind).toBe('stopped')
  })

  it('is off unless it was asked for', async () => {
    const { services, open, send, stream } = await answered()
    expect(services.options.read()).toEqual({ drainOnStop: false })
    await send('hi')
    services.chat.stop(open)
    expect(stream.last().signal.aborted).toBe(true)
  })
})
