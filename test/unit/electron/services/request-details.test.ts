import { describe, expect, it } from 'vitest'
import type { ExchangeEvent } from '../../../../shared/chat/exchange.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { chatBench, done, text, usage } from '../../../support/ports/chat-bench.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const at = (sinceMs: number) => ({ at: 1_770_000_000_000 + sinceMs, sinceMs })
const leaves = (tryNumber: number, sinceMs: number): ExchangeEvent => ({
  ...{
    kind: 'leaves',
    ...at(sinceMs),
    tryNumber,
    method: 'POST',
    url: 'https://api.x.ai/v1/chat/completions',
  },
  headers: [
    ['authorization', '[removed]'],
    ['content-type', 'application/json'],
  ],
  body: '{"model":"m"}',
})
const events: ExchangeEvent[] = [
  leaves(1, 0),
  { kind: 'refused', ...at(40), tryNumber: 1, failure: failureOf('unavailable', { status: 503 }) },
  leaves(2, 100),
  {
    kind: 'answered',
    ...at(300),
    tryNumber: 2,
    status: 200,
    headers: [['content-type', 'text/event-stream']],
  },
  { kind: 'event', ...at(310), name: null, data: '{"choices":[]}', cut: false },
]

describe('request details', () => {
  it('are there while the answer comes, after it, and as HAR', async () => {
    const { services, send, stream } = chatBench()
    await send('hi')
    for (const event of events) stream.last().asked.watch?.(event)
    const one = { attemptId: 'press-1' }
    expect(services.requestDetails.read(one)).toEqual({ ...one, events, usage: null })
    await stream.last().send(text('a'), usage(10, 1, 5), done())
    await stream.last().finish()
    const { usage: told } = services.requestDetails.read(one)
    expect(JSON.parse(told ?? '')).toMatchObject({ prompt_tokens: 10, cost_in_usd_ticks: 5 })
    const { log } = JSON.parse(services.requestDetails.har(one).text)
    expect(log.version).toBe('1.2')
    expect(log.entries).toMatchObject([
      { time: 40, response: { status: 503 }, _events: [] },
      {
        ...{ time: 210, timings: { send: 0, wait: 200, receive: 10 } },
        request: { method: 'POST', postData: { text: '{"model":"m"}' } },
        response: { status: 200, content: { mimeType: 'text/event-stream' } },
        _events: [{ sinceMs: 310, data: '{"choices":[]}' }],
      },
    ])
  })

  it('of thousands of events are written down in turns, as many as had come by then', async () => {
    const { services, store } = chatBench()
    const event = (at: number) => ({
      ...{ kind: 'event' as const, at, sinceMs: at },
      name: null,
      data: `"${at}"`,
      cut: false,
    })
    const many = Array.from({ length: 1_001 }, (_, at) => event(at))
    let turns = 0
    let counting = setImmediate(function next() {
      turns += 1
      counting = setImmediate(next)
    })
    const saving = store.stores.details.save({ attemptId: 'long', events: many, usage: '{"$int":1}' })
    many.push(event(1_001))
    await saving
    clearImmediate(counting)
    expect(turns).toBeGreaterThanOrEqual(4)
    const read = services.requestDetails.read({ attemptId: 'long' })
    expect(read).toEqual({
      attemptId: 'long',
      events: many.slice(0, read.events.length),
      usage: '{"$int":1}',
    })
    expect(read.events.length).toBeGreaterThanOrEqual(1_001)
  })

  it('are kept for the newest two hundred answers', async () => {
    const { services, store } = chatBench()
    for (let number = 0; number < 205; number += 1) {
      await store.stores.details.save({ attemptId: `a${number}`, events, usage: null })
    }
    expect((await failureFrom(() => services.requestDetails.read({ attemptId: 'a4' }))).code).toBe(
      'not-found',
    )
    expect(services.requestDetails.read({ attemptId: 'a5' }).events).toEqual(events)
  })
})

describe('a parameter that a server refuses', () => {
  it('is remembered for that model until it is taken back', async () => {
    const { services, send, stream } = chatBench()
    await send('hi', 'grok-4.20')
    const words = 'Argument not supported on this model: reasoningEffort'
    const { ServiceFailure } = await import('../../../../electron/services/ports.ts')
    await stream
      .last()
      .fail(new ServiceFailure(failureOf('invalid-request', { status: 400, serverWords: words })))
    const one = { model: 'grok-4.20', parameter: 'reasoningEffort' as const }
    expect(await services.unsupported.list()).toMatchObject([{ ...one, words }])
    expect(await services.unsupported.forget(one)).toEqual([])
  })
})
