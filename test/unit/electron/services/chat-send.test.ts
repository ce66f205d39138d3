import { describe, expect, it } from 'vitest'
import { Conversation } from '../../../../shared/contract/conversation.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { chatBench, done, reader, served, text, usage } from '../../../support/ports/chat-bench.ts'
import { quietHeaders } from '../../../support/ports/scripted-wire.ts'
import { sampleCatalog, sampleModel } from '../../../support/sample-catalog.ts'
import { failureFrom } from '../../../support/service-failure.ts'

describe('one question', () => {
  it('is answered, priced by the tick, and kept', async () => {
    const { chat, send, stream, time, answer, store } = chatBench()
    const { messageId } = await send('What is a tick?', 'grok-3-mini-latest')
    expect(answer()).toMatchObject({ id: messageId, text: '', attempt: { state: { kind: 'pending' } } })
    time.pass(700)
    await stream.last().send({ kind: 'headers', headers: { ...quietHeaders, requestId: 'req-1' } })
    await stream.last().send(served('grok-3-mini'), text('A tenth of a '))
    time.pass(300)
    await stream.last().send(text('billionth of a dollar.'), done(), usage(12, 229, 1_181_000))
    await stream.last().finish()
    expect(answer()).toMatchObject({
      role: 'assistant',
      text: 'A tenth of a billionth of a dollar.',
      attempt: {
        id: 'press-1',
        state: { kind: 'complete', finishReason: 'stop' },
        askedModel: 'grok-3-mini-latest',
        servedModel: 'grok-3-mini',
        host: 'api.x.ai',
        demo: false,
        firstTokenMs: 700,
        durationMs: 1000,
        requestId: 'req-1',
        usage: { promptTokens: 12, answerTokens: 229, billed: 1_181_000n },
        // 12 × 3,000 + 229 × 5,000 (reference 5.2)
        computed: { total: 1_181_000n, complete: true, tier: 'standard' },
      },
    })
    expect(Conversation.parse(chat.conversation())).toEqual(chat.conversation())
    expect(store.rows()).toEqual(chat.conversation())
  })

  it('is on disk before the request leaves', async () => {
    const { send, stream, store } = chatBench()
    await send('hello')
    expect(store.writes).toEqual(['create', 'change', 'addMessages', 'touch'])
    expect(stream.calls).toHaveLength(1)
    expect(store.rows()?.messages).toMatchObject([
      { role: 'user', text: 'hello', attempt: null },
      { role: 'assistant', text: '', attempt: { state: { kind: 'pending' } } },
    ])
  })

  it('is not sent when the disk cannot take it', async () => {
    const { chat, send, stream, store } = chatBench()
    store.full = true
    expect((await failureFrom(() => send('hello'))).code).toBe('disk-full')
    expect(stream.calls).toEqual([])
    expect(chat.conversation().messages).toEqual([])
    store.full = false
    await send('hello')
    expect(stream.calls).toHaveLength(1)
  })

  it('goes to the model with the turns before it', async () => {
    const { send, stream } = chatBench()
    await send('one')
    await stream.last().send(text('first answer'), done())
    await stream.last().finish()
    await send('two')
    expect(stream.last()).toMatchObject({ model: 'grok-3-mini', target: { key: 'xai-k' } })
    expect(stream.last().turns).toEqual([
      { role: 'user', text: 'one' },
      { role: 'assistant', text: 'first answer' },
      { role: 'user', text: 'two' },
    ])
  })

  it('is asked once for one press, however often the press arrives', async () => {
    const { chat, stream } = chatBench()
    const press = { requestId: 'same', model: 'm', text: 'hello' }
    const [one, two] = await Promise.all([chat.send(press), chat.send(press)])
    await stream.last().finish()
    expect(await chat.send(press)).toEqual(one)
    expect(two).toEqual(one)
    expect(stream.calls).toHaveLength(1)
  })

  it('is known again after a restart', async () => {
    const first = chatBench()
    const press = { requestId: 'same', model: 'm', text: 'hello' }
    const sent = await first.chat.send(press)
    const again = chatBench({ store: first.store })
    expect(await again.chat.send(press)).toEqual(sent)
    expect(again.stream.calls).toEqual([])
  })

  it('waits for the one before', async () => {
    const { send, stream } = chatBench()
    await send('one')
    expect((await failureFrom(() => send('two'))).code).toBe('busy')
    await stream.last().finish()
    await send('two')
    expect(stream.calls).toHaveLength(2)
  })
})

describe('the cost', () => {
  it('is that of the model that answered', async () => {
    const { send, stream, answer } = chatBench()
    await send('hi', 'grok-3-mini')
    await stream.last().send(served('grok-4.20-0309-reasoning'), text('a'), done(), usage(10, 1))
    await stream.last().finish()
    expect(answer().attempt.computed?.total).toBe(10n * 12_500n + 25_000n)
  })

  it.each([
    { asked: 'grok-3-mini', name: 'grok-3-mini', ratesFor: 'served', total: 35_000n },
    { asked: 'grok-3-mini-latest', name: 'grok-3-mini', ratesFor: 'served', total: 35_000n },
    { asked: 'grok-3-mini', name: 'grok-4.20-latest', ratesFor: 'served', total: 150_000n },
    { asked: 'grok-nobody-knows', name: 'grok-3-mini', ratesFor: 'served', total: 35_000n },
    // Reference 5.1: grok-3-mini with an effort once called itself so.
    { asked: 'grok-3-mini', name: 'grok-3-mini-high', ratesFor: 'served', total: 35_000n },
    { asked: 'grok-3-mini-latest', name: 'grok-3-mini-high', ratesFor: 'served', total: 35_000n },
    // A model that was not asked for is not taken for one of another name.
    { asked: 'grok-4.20', name: 'grok-3-mini-high', ratesFor: 'instead', total: 150_000n },
    { asked: 'grok-3-mini', name: 'grok-9', ratesFor: 'instead', total: 35_000n },
    { asked: 'grok-3-mini', name: 'grok-3-mini-fast', ratesFor: 'instead', total: 35_000n },
  ])('of $asked served as $name is by the rates $ratesFor', async ({ asked, name, ratesFor, total }) => {
    const { send, stream, answer } = chatBench()
    await send('hi', asked)
    expect(answer().attempt.ratesFor).toBe('asked')
    await stream.last().send(served(name), text('a'), done(), usage(10, 1))
    await stream.last().finish()
    expect(answer().attempt).toMatchObject({
      servedModel: name,
      ratesFor,
      computed: { total, complete: ratesFor === 'served' },
    })
  })

  it('is unknown when the model that answered has no known price, whatever the one asked for costs', async () => {
    const { send, stream, answer } = chatBench()
    await send('hi', 'grok-3-mini')
    await stream.last().send(served('grok-unpriced'), text('a'), done(), usage(10, 1))
    await stream.last().finish()
    expect(answer().attempt).toMatchObject({ ratesFor: 'served', computed: { total: 0n, complete: false } })
  })

  it.each([
    { tier: 'default', total: 35_000n },
    { tier: 'priority', total: 70_000n },
  ])('at the service tier $tier, which the server tells, is $total ticks', async ({ tier, total }) => {
    const { send, stream, answer } = chatBench()
    await send('hi')
    expect(answer().attempt.serviceTier).toBeNull()
    await stream.last().send({ kind: 'service-tier', tier }, text('a'), done(), usage(10, 1))
    await stream.last().finish()
    expect(answer().attempt).toMatchObject({ serviceTier: tier, computed: { total, complete: true } })
  })

  it('stays by the prices in force when it was sent', async () => {
    const { send, stream, answer, server } = chatBench()
    await send('hi')
    server.catalog = sampleCatalog({
      host: 'api.x.ai',
      models: [sampleModel('grok-3-mini', { prices: { promptText: 9n, completionText: 9n } })],
    })
    await stream.last().send(served('grok-3-mini'), text('a'), done(), usage(10, 1))
    await stream.last().finish()
    expect(answer().attempt.computed?.total).toBe(35_000n)
  })

  it.each([
    { what: 'model', model: 'grok-nobody-knows', host: 'api.x.ai' },
    { what: 'list, which is of another server', model: 'grok-3-mini', host: 'other.example' },
  ])('is unknown, not zero, for an unknown $what', async ({ model, host }) => {
    const { send, stream, answer, server } = chatBench()
    server.catalog = sampleCatalog({ host })
    await send('hi', model)
    await stream.last().send(text('a'), done(), usage(10, 1, 777))
    await stream.last().finish()
    expect(answer().attempt).toMatchObject({ rates: null, computed: null, usage: { billed: 777n } })
  })

  it('is unknown without usage', async () => {
    const { send, stream, answer } = chatBench()
    await send('hi')
    await stream.last().send(text('a'), done())
    await stream.last().finish()
    expect(answer().attempt).toMatchObject({ usage: null, computed: null, state: { kind: 'complete' } })
  })

  it('counts usage that comes on every chunk once: the last holds', async () => {
    const { send, stream, answer } = chatBench()
    await send('hi')
    await stream.last().send(usage(10, 1), text('a'), usage(10, 2), text('b'), done(), usage(10, 2))
    await stream.last().send({ kind: 'usage', raw: 'garbage' })
    await stream.last().finish()
    expect(answer().attempt.computed?.total).toBe(10n * 3000n + 2n * 5000n)
  })

  it('of an answer that was stopped is at least what was counted, and never a bill', async () => {
    const { chat, send, stream, answer } = chatBench()
    await send('hi')
    await stream.last().send(text('a'), usage(10, 1, 35_000))
    chat.stop()
    expect(answer().attempt).toMatchObject({
      state: { kind: 'stopped' },
      usage: { promptTokens: 10, billed: null },
      computed: { total: 35_000n, complete: false },
    })
  })
})

describe('time', () => {
  it.each([-86_400_000, 86_400_000])('is measured right while the clock jumps by %i ms', async (jump) => {
    const { send, stream, time, answer } = chatBench()
    await send('hi')
    time.pass(40)
    time.jump(jump)
    await stream.last().send(text('a'), done())
    time.pass(60)
    await stream.last().finish()
    expect(answer().attempt).toMatchObject({ firstTokenMs: 40, durationMs: 100 })
  })

  it('begins when the first try leaves, not with what the app does before', async () => {
    const { send, stream, time, answer } = chatBench()
    await send('hi')
    const call = stream.last()
    const left = (tryNumber: number) =>
      call.asked.watch?.({
        ...{ kind: 'leaves', at: 0, sinceMs: 0, tryNumber, method: 'POST', url: 'https://api.x.ai/' },
        ...{ headers: [], body: null },
      })
    time.pass(25)
    left(1)
    time.pass(30)
    left(2)
    time.pass(40)
    await call.send(text('a'), done())
    await call.finish()
    expect(answer().attempt).toMatchObject({ firstTokenMs: 70, durationMs: 70 })
  })

  it('to the first text does not end with an empty part or with thinking', async () => {
    const { send, stream, time, answer } = chatBench()
    await send('hi')
    time.pass(10)
    await stream.last().send(text(''), { kind: 'reasoning', choice: 0, text: 'hm' })
    time.pass(10)
    await stream.last().send(text('a'))
    expect(answer()).toMatchObject({ reasoning: 'hm', attempt: { firstTokenMs: 20 } })
  })
})

describe('tries that were refused', () => {
  const retry = {
    failedAt: 1_790_000_000_000,
    waitMs: 12_000,
    maxTries: 3,
    failure: failureOf('rate-limited', { status: 429, requestId: 'req-1', retryAfterMs: 12_000 }),
  }

  it('are shown and on disk while the next is waited for, and kept with the answer', async () => {
    const { chat, send, stream, answer, store } = chatBench()
    const page = reader(chat.events())
    await send('hi')
    await page.drain()
    await stream.last().send({ kind: 'retry', retry })
    const waiting = { state: { kind: 'pending' }, retries: [retry] }
    expect(answer().attempt).toMatchObject(waiting)
    expect(store.rows()?.messages.at(-1)?.attempt).toMatchObject(waiting)
    expect(await page.drain()).toMatchObject([{ kind: 'message', message: { attempt: waiting } }])
    await stream.last().send({ kind: 'retry', retry: { ...retry, waitMs: 1 } }, text('at last'), done())
    await stream.last().finish()
    expect(answer()).toMatchObject({
      text: 'at last',
      attempt: { state: { kind: 'complete' }, retries: [retry, { waitMs: 1 }] },
    })
    expect(Conversation.parse(store.rows())).toEqual(chat.conversation())
  })

  it('can be stopped between two of them at once, and what was tried stays on record', async () => {
    const { chat, send, stream, answer } = chatBench()
    await send('hi')
    await stream.last().send({ kind: 'retry', retry })
    expect(chat.stop()).toEqual({ stopped: true })
    expect(stream.last().signal.aborted).toBe(true)
    expect(answer().attempt).toMatchObject({ state: { kind: 'stopped' }, retries: [retry] })
  })
})

describe('a request that cannot be made', () => {
  it('leaves nothing behind', async () => {
    const { chat, send, server, stream } = chatBench()
    server.ready = Promise.reject(new Error('no demo'))
    await expect(send('hi')).rejects.toThrow('no demo')
    server.ready = Promise.resolve()
    await send('hi')
    expect(chat.conversation().messages).toHaveLength(2)
    expect(stream.calls).toHaveLength(1)
  })

  it('can be made again by the same press', async () => {
    const { chat, store, stream } = chatBench()
    const press = { requestId: 'same', model: 'm', text: 'hello' }
    store.full = true
    expect(await failureFrom(() => chat.send(press))).toEqual(failureOf('disk-full'))
    store.full = false
    await chat.send(press)
    expect(stream.calls).toHaveLength(1)
  })
})
