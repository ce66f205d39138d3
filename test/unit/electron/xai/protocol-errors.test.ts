import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { reply } from '../../../support/fault-server.ts'
import { asking, chatWith, type Outcome, SSE, summaryOf } from './chat-under-test.ts'
import { failureIn, hurriedRetries, serve } from './wire-under-test.ts'

const event = (type: string, fields: object) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
const textDelta = event('response.output_text.delta', { output_index: 0, content_index: 0, delta: 'Hello' })
const blockDelta = event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'Hello' } })

describe('an error in mid-stream', () => {
  it.each([
    [
      'responses',
      `${textDelta}${event('error', { code: 'rate_limit_exceeded', message: 'Too fast' })}`,
      { code: 'rate-limited', serverWords: 'Too fast' },
    ],
    [
      'responses',
      `${textDelta}${event('response.failed', { response: { error: { code: 'server_error', message: 'Broke' } } })}`,
      { code: 'server-error', serverWords: 'Broke' },
    ],
    ['responses', `${textDelta}${event('response.failed', { response: {} })}`, { code: 'server-error' }],
    [
      'messages',
      `${blockDelta}${event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } })}`,
      { code: 'unavailable', serverWords: 'Overloaded' },
    ],
    ['responses', `${textDelta}data: [DONE]\n\n`, { code: 'cut-off' }],
    ['messages', `${blockDelta}data: [DONE]\n\n`, { code: 'cut-off' }],
    ['messages', `${blockDelta}${event('content_block_stop', { index: 0 })}`, { code: 'cut-off' }],
  ] as const)('of %s keeps what came', async (protocol, sse, failure) => {
    const outcome = await chatWith(await serve((response) => reply(response, 200, sse, SSE)), {
      request: { protocol },
    })
    expect(failureIn(outcome.error)).toMatchObject(failure)
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', ends: 0 })
  })

  it('is no error when it is only a ping, which is no sign of life either', async () => {
    const server = await serve((response) => {
      response.writeHead(200, SSE)
      response.write(blockDelta)
      const timer = setInterval(() => response.write(event('ping', {})), 20)
      response.on('close', () => clearInterval(timer))
    })
    const outcome = await chatWith(server, { request: { protocol: 'messages' }, limits: { idleMs: 1_000 } })
    expect(failureIn(outcome.error)).toMatchObject({ code: 'timed-out', phase: 'idle' })
    expect(summaryOf(outcome).text).toBe('Hello')
  })
})

const completion = {
  ...{ id: 'd-1', object: 'chat.completion', model: 'grok-x' },
  choices: [{ index: 0, message: { role: 'assistant', content: 'Later' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 },
}
const deferred = { request: { protocol: 'deferred' as const } }
const kindsOf = ({ parts }: Outcome) => parts.map(({ kind }) => kind)

describe('a deferred answer', () => {
  it('is asked for once, waited for, and fetched', async () => {
    const server = await serve((response, attempt) => {
      if (attempt === 1) reply(response, 200, { request_id: 'a/b' })
      else if (attempt < 4) reply(response, 202, '')
      else reply(response, 200, completion)
    })
    const outcome = await chatWith(server, { ...hurriedRetries, ...deferred })
    expect(outcome.error).toBeNull()
    expect(kindsOf(outcome)).toEqual([
      ...['headers', 'deferred', 'headers', 'answer-id', 'served-model'],
      ...['text', 'choice-end', 'usage', 'end'],
    ])
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /v1/chat/completions',
      ...Array.from({ length: 3 }, () => 'GET /v1/chat/deferred-completion/a%2Fb'),
    ])
  })

  it('is left at once by a stop while it is waited for', async () => {
    const server = await serve((response, attempt) =>
      attempt === 1 ? reply(response, 200, { request_id: 'x' }) : reply(response, 202, ''),
    )
    const stop = new AbortController()
    let stoppedAt = Number.NaN
    const outcome = await chatWith(server, {
      ...deferred,
      // A wait that nothing but the stop can end in time.
      schedule: (ms, run) => {
        const timer = setTimeout(run, ms * 100)
        return () => clearTimeout(timer)
      },
      signal: stop.signal,
      onPart: ({ kind }) => {
        if (kind !== 'deferred') return
        stoppedAt = performance.now()
        stop.abort()
      },
    })
    expect(performance.now() - stoppedAt).toBeLessThan(10_000)
    expect(failureIn(outcome.error).code).toBe('stopped')
  })

  it('that the server answers at once is taken as it is', async () => {
    const outcome = await chatWith(await serve((response) => reply(response, 200, completion)), deferred)
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toMatchObject({ text: 'Later', finish: 'stop', ends: 1 })
  })

  it.each<{ what: string; spoil: (response: ServerResponse) => unknown }>([
    { what: 'the server has no capacity', spoil: (response) => reply(response, 503, 'busy') },
    { what: 'the network is gone', spoil: (response) => response.destroy() },
  ])('is looked for again when $what for a while: it is paid for', async ({ spoil }) => {
    const server = await serve((response, attempt) => {
      if (attempt === 1) reply(response, 200, { request_id: 'x' })
      else if (attempt < 12) spoil(response)
      else reply(response, 200, completion)
    })
    const outcome = await chatWith(server, { ...hurriedRetries, ...deferred })
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toMatchObject({ text: 'Later', ends: 1 })
    expect(server.seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('is given up when it cannot be looked for at all', async () => {
    const server = await serve((response, attempt) =>
      attempt === 1 ? reply(response, 200, { request_id: 'x' }) : reply(response, 503, 'busy'),
    )
    const outcome = await chatWith(server, { ...hurriedRetries, ...deferred })
    expect(failureIn(outcome.error).code).toBe('unavailable')
    expect(server.seen.filter(({ method }) => method === 'GET').length).toBeGreaterThan(10)
  })

  it('that is gone says so', async () => {
    const server = await serve((response, attempt) =>
      attempt === 1
        ? reply(response, 200, { request_id: 'x' })
        : reply(response, 404, { code: 'not-found', error: 'No deferred completion with id x was found.' }),
    )
    const outcome = await chatWith(server, { ...hurriedRetries, ...deferred })
    expect(failureIn(outcome.error)).toMatchObject({ code: 'route-not-found', status: 404 })
  })
})

describe('Segmind', () => {
  const segmind = { request: { ...asking('grok-2', 'Hi'), protocol: 'segmind' as const } }

  it('is sent messages alone, and its credits are told as they are', async () => {
    const server = await serve((response) =>
      reply(response, 200, completion, { 'x-remaining-credits': '99.997' }),
    )
    const outcome = await chatWith(server, segmind)
    expect(outcome.error).toBeNull()
    expect(server.seen).toMatchObject([
      { method: 'POST', url: '/v1/grok-2', body: '{"messages":[{"role":"user","content":"Hi"}]}' },
    ])
    expect(outcome.parts[0]).toMatchObject({ kind: 'headers', headers: { remainingCredits: '99.997' } })
    expect(summaryOf(outcome)).toMatchObject({ text: 'Later', ends: 1 })
  })

  it.each([
    [406, 'Not enough credits', 'credits-used-up'],
    [401, 'User authentication failed', 'wrong-key'],
    [404, 'The requested URL does not exist', 'route-not-found'],
    [200, { choices: [] }, 'malformed-answer'],
  ] as const)('that answers %i and %j is told as %s', async (status, body, code) => {
    const outcome = await chatWith(
      await serve((response) => reply(response, status, typeof body === 'string' ? { error: body } : body)),
      segmind,
    )
    expect(failureIn(outcome.error).code).toBe(code)
  })
})
