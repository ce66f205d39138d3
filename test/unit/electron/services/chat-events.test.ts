import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatBench, done, reader, screenAfter, text } from '../../../support/ports/chat-bench.ts'

describe('events', () => {
  it('begin with a snapshot that holds what came so far, and go on from there', async () => {
    const { chat, send, stream, time } = chatBench()
    await send('hi')
    await stream.last().send(text('once '))
    await stream.last().send(text('upon '))
    const page = reader(chat.events())
    const [snapshot, ...rest] = await page.drain()
    expect(snapshot).toMatchObject({
      kind: 'snapshot',
      conversation: { messages: [{}, { text: 'once upon ' }] },
    })
    expect(rest).toEqual([])
    await stream.last().send(text('a time'))
    time.pass(16)
    expect(await page.drain()).toEqual([
      { kind: 'append', messageId: chat.conversation().messages[1]?.id, text: 'a time', reasoning: '' },
    ])
  })

  it('come at most once a frame, and sooner only for four kilobytes', async () => {
    const { chat, send, stream, time } = chatBench()
    const idle = time.waiting()
    const page = reader(chat.events())
    await send('hi')
    await stream.last().send(text('a'))
    await page.drain()
    await stream.last().send(text('b'), text('c'), { kind: 'reasoning', choice: 0, text: 'hm' }, text('d'))
    time.pass(15)
    expect(await page.drain()).toEqual([])
    time.pass(1)
    expect(await page.drain()).toMatchObject([{ text: 'bcd', reasoning: 'hm' }])
    await stream.last().send(text('x'.repeat(4096)))
    expect(await page.drain()).toHaveLength(1)
    expect(time.waiting()).toBe(idle)
  })

  it('tell every listener the same', async () => {
    const { chat, send, stream, time } = chatBench()
    const pages = [reader(chat.events()), reader(chat.events())]
    const seen = [await pages[0]?.drain(), await pages[1]?.drain()]
    await send('hi')
    await stream.last().send(text('a'))
    time.pass(16)
    await stream.last().send(text('b'), done())
    await stream.last().finish()
    for (const [at, page] of pages.entries()) seen[at]?.push(...(await page.drain()))
    for (const events of seen) {
      expect(screenAfter(events ?? [])?.messages).toEqual(chat.conversation().messages)
    }
  })

  it('start over with a snapshot when another branch is shown', async () => {
    const { chat, services, open, send, stream } = chatBench()
    const page = reader(chat.events())
    const { messageId } = await send('hi')
    await stream.last().finish()
    await page.drain()
    services.messages.remove({ ...open, messageId })
    expect(await page.drain()).toMatchObject([
      { kind: 'snapshot', conversation: { total: 1 } },
      { kind: 'facts', row: { messageCount: 1 } },
    ])
  })

  it('never miss or repeat text, whenever and however slowly a page listens', async () => {
    const Step = fc.oneof(
      { weight: 8, arbitrary: fc.record({ say: fc.string({ maxLength: 20 }) }) },
      { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 700 }) }) },
      { weight: 2, arbitrary: fc.record({ read: fc.nat({ max: 2 }) }) },
      { weight: 1, arbitrary: fc.constant('flood' as const) },
      { weight: 2, arbitrary: fc.constant('join' as const) },
      { weight: 2, arbitrary: fc.constant('send' as const) },
      { weight: 1, arbitrary: fc.constant('stop' as const) },
      { weight: 1, arbitrary: fc.constant('finish' as const) },
      { weight: 1, arbitrary: fc.constant('remove' as const) },
    )
    const run = async (steps: (typeof Step extends fc.Arbitrary<infer S> ? S : never)[]) => {
      const { chat, services, open, send, stream, time } = chatBench()
      const pages: { page: ReturnType<typeof reader>; seen: Parameters<typeof screenAfter>[0][number][] }[] =
        []
      const read = async (at: number) => pages[at]?.seen.push(...(await pages[at].page.drain()))
      for (const step of steps) {
        if (typeof step === 'object') {
          if ('say' in step) await stream.calls.at(-1)?.send(text(step.say))
          else if ('wait' in step) time.pass(step.wait)
          else await read(step.read)
        } else if (step === 'join') pages.push({ page: reader(chat.events()), seen: [] })
        else if (step === 'send') await send('q').catch(() => null)
        else if (step === 'stop') chat.stop()
        else if (step === 'flood') await stream.calls.at(-1)?.send(text('f'.repeat(600_000)))
        else if (step === 'finish') await stream.calls.at(-1)?.finish()
        else {
          const last = chat.conversation().messages.at(-1)
          if (last && !chat.stop().stopped) services.messages.remove({ ...open, messageId: last.id })
        }
      }
      time.pass(16)
      for (const at of pages.keys()) await read(at)
      for (const { seen } of pages) expect(screenAfter(seen)).toEqual(chat.conversation())
    }
    await fc.assert(fc.asyncProperty(fc.array(Step, { maxLength: 40, size: 'max' }), run), { numRuns: 200 })
    // A few seconds of work: room for a computer that is busy with other tests.
  }, 240_000)
})

describe('a page that does not keep up', () => {
  it('is handed few events, and all of the text', async () => {
    const { chat, send, stream, time } = chatBench()
    const page = reader(chat.events())
    const seen = await page.drain()
    await send('hi')
    for (let at = 0; at < 500; at += 1) {
      await stream.last().send(text(`${at} `))
      time.pass(16)
    }
    const late = await page.drain()
    expect(late.map(({ kind }) => kind)).toEqual([
      'facts',
      'message',
      'facts',
      'message',
      'append',
      'progress',
    ])
    expect(screenAfter([...seen, ...late])?.messages).toEqual(chat.conversation().messages)
  })

  it('is not kept megabytes for: it gets one snapshot instead', async () => {
    const { chat, send, stream } = chatBench()
    const listener = chat.events()
    await listener.next()
    await send('hi')
    for (let at = 0; at < 5; at += 1) await stream.last().send(text('x'.repeat(500_000)))
    const { value } = await listener.next()
    expect(value).toMatchObject({ kind: 'snapshot' })
    expect(screenAfter(value ? [value] : [])?.messages).toEqual(chat.conversation().messages)
  })
})

describe('leaving', () => {
  it('ends the events at once and not the answer', async () => {
    const { chat, send, stream, answer } = chatBench()
    await send('hi')
    const abort = new AbortController()
    const page = reader(chat.events(abort.signal))
    await page.drain()
    abort.abort()
    expect(await page.ended()).toBe(true)
    await stream.last().send(text('still here'), done())
    await stream.last().finish()
    expect(answer()).toMatchObject({ text: 'still here', attempt: { state: { kind: 'complete' } } })
  })

  it('ends a `next` that waits, without waiting for an event', async () => {
    const { chat } = chatBench()
    const events = chat.events()
    await events.next()
    const open = events.next()
    await events.return?.()
    expect(await open).toEqual({ done: true, value: undefined })
    expect(await events.next()).toEqual({ done: true, value: undefined })
  })

  it('with a signal that was already aborted never begins', async () => {
    const { chat } = chatBench()
    expect(await chat.events(AbortSignal.abort()).next()).toEqual({ done: true, value: undefined })
  })

  it('is what the end of the app does for all', async () => {
    const { chat } = chatBench()
    const page = reader(chat.events())
    await page.drain()
    await chat.shutdown()
    expect(await page.ended()).toBe(true)
    expect(await chat.events().next()).toEqual({ done: true, value: undefined })
  })
})
