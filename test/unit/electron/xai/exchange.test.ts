import { describe, expect, it } from 'vitest'
import type { AnswerRequest } from '../../../../electron/services/ports.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { ExchangeEvent } from '../../../../shared/chat/exchange.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { reply } from '../../../support/fault-server.ts'
import { asking, chatWith, SSE } from './chat-under-test.ts'
import { choice, chunk, done } from './recorded-streams.ts'
import { CANARY, failureIn, hurriedRetries, serve } from './wire-under-test.ts'

const hello = chunk({ model: 'm', ...choice({ content: 'Hello' }) })
const finish = chunk(choice({}, { finish_reason: 'stop' }))

/** Asks and keeps everything that was told of the wire, checked as the contract would. */
async function watched(
  server: Awaited<ReturnType<typeof serve>>,
  own: Parameters<typeof chatWith>[1] = {},
  at: (event: ExchangeEvent) => void = () => {},
) {
  const events: ExchangeEvent[] = []
  const watch: AnswerRequest['watch'] = (event) => {
    events.push(ExchangeEvent.parse(event))
    at(event)
  }
  const outcome = await chatWith(server, { ...own, request: { ...own.request, watch } })
  return { events, outcome, kinds: events.map(({ kind }) => kind) }
}

describe('what is told of the wire', () => {
  it('is each try before it leaves, each refusal, the answer and every event, with times that never go back', async () => {
    const server = await serve((response, attempt) => {
      if (attempt < 3) reply(response, 503, { error: 'Busy' })
      else reply(response, 200, hello + finish + done, { ...SSE, 'x-request-id': 'req-1' })
    })
    const { events, kinds, outcome } = await watched(server, hurriedRetries)
    expect(outcome.error).toBeNull()
    expect(kinds).toEqual([
      ...['leaves', 'refused', 'leaves', 'refused', 'leaves', 'answered'],
      ...['event', 'event'],
    ])
    expect(events.flatMap((event) => ('tryNumber' in event ? [event.tryNumber] : []))).toEqual([
      1, 1, 2, 2, 3, 3,
    ])
    expect(events[1]).toMatchObject({ failure: { code: 'unavailable', serverWords: 'Busy' } })
    expect(events[5]).toMatchObject({
      status: 200,
      headers: expect.arrayContaining([['x-request-id', 'req-1']]),
    })
    expect(events[6]).toMatchObject({ name: null, data: hello.slice(6, -2), cut: false })
    const times = events.map(({ sinceMs }) => sinceMs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('is told before the server sees anything', async () => {
    const server = await serve((response) => reply(response, 200, hello + finish + done, SSE))
    const seen: number[] = []
    await watched(server, {}, ({ kind }) => {
      if (kind === 'leaves') seen.push(server.seen.length)
    })
    expect(seen).toEqual([0])
  })

  it('keeps a try from leaving when it cannot be put on record', async () => {
    const server = await serve((response) => reply(response, 200, hello + finish + done, SSE))
    const { outcome, kinds } = await watched(server, {}, () => {
      throw new ServiceFailure(failureOf('disk-full'))
    })
    expect([failureIn(outcome.error).code, kinds, server.seen]).toEqual(['disk-full', ['leaves'], []])
    const broken = await watched(server, {}, () => {
      throw new Error('a defect of the observer')
    })
    expect([failureIn(broken.outcome.error).code, server.seen]).toEqual(['storage-failed', []])
  })

  it('says nothing of a request that may not be sent', async () => {
    const { kinds, outcome } = await watched({ ...(await serve(() => {})), origin: 'ftp://nowhere' })
    expect([failureIn(outcome.error).code, kinds]).toEqual(['invalid-base-url', []])
  })

  it('never holds the key, wherever the server echoes it, and names images by their length', async () => {
    const echo = chunk(choice({ content: `key ${CANARY} ${Buffer.from(CANARY).toString('base64')}` }))
    const server = await serve((response) =>
      reply(response, 200, echo + finish + done, {
        ...SSE,
        'x-echo': `Bearer ${CANARY}`,
        'set-cookie': 'a=b',
      }),
    )
    const image = { kind: 'image', type: 'image/png', base64: 'A'.repeat(5_000), detail: null } as const
    const { turns } = asking('m', `My key is ${CANARY}`)
    const { events } = await watched(server, {
      request: { turns: [...turns, { role: 'user', parts: [image] }] },
    })
    const told = JSON.stringify(events)
    expect(told).not.toContain(CANARY)
    expect(told).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 40))
    expect(events[0]).toMatchObject({
      headers: expect.arrayContaining([['authorization', '[removed]']]),
      body: expect.stringContaining('base64,AAAAAAAAAAAAAAAAAAAAAAAA…[5000 characters]'),
    })
    expect(told).not.toContain('a=b')
  })

  it('stays small however much the server sends', async () => {
    const long = chunk(choice({ content: 'x'.repeat(40_000) }))
    const server = await serve((response) => reply(response, 200, long.repeat(400) + finish + done, SSE))
    const { events, kinds, outcome } = await watched(server)
    expect(outcome.error).toBeNull()
    const shown = events.flatMap((event) => (event.kind === 'event' ? [event.data.length] : []))
    expect(Math.max(...shown)).toBe(16_384)
    expect(shown.length).toBeLessThan(110)
    expect(kinds.filter((kind) => kind === 'events-left-off')).toHaveLength(1)
  })
})
