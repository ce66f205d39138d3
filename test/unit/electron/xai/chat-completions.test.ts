import { describe, expect, it, vi } from 'vitest'
import { createStreamChat } from '../../../../electron/xai/stream-chat.ts'
import { type Answering, reply, reset } from '../../../support/fault-server.ts'
import { chatWith, REQUEST, SSE, summaryOf } from './chat-under-test.ts'
import { choice, chunk, done, RECORDED_STREAMS, usageOf } from './recorded-streams.ts'
import { CANARY, failureIn, hurriedRetries, portsFor, serve, targetOf } from './wire-under-test.ts'

const hello = chunk({ model: 'grok-3-mini', ...choice({ content: 'Hello' }) })
const finish = chunk({ model: 'grok-3-mini', ...choice({}, { finish_reason: 'stop' }) })

/** Sends `sse` and ends in good order. */
const streaming =
  (...sse: string[]): Answering =>
  (response) =>
    reply(response, 200, sse.join(''), SSE)

/** Sends `sse`, then does something else with the connection that is still open. */
const thenDo =
  (sse: string, act: (response: Parameters<Answering>[0]) => void): Answering =>
  (response) => {
    response.writeHead(200, SSE)
    response.write(sse, () => setTimeout(act, 20, response))
  }

describe('a chat request', () => {
  it('asks for a stream with usage, with our key and no trace of the SDK', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-from-the-environment')
    vi.stubEnv('OPENAI_ORG_ID', 'org-1')
    vi.stubEnv('OPENAI_BASE_URL', 'https://evil.example/v1')
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-custom: 1')
    const server = await serve(streaming(hello, finish, done))
    const outcome = await chatWith(server)
    vi.unstubAllEnvs()
    expect(outcome.error).toBeNull()
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', url: '/v1/chat/completions' })
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      model: REQUEST.model,
      messages: [{ role: 'user', content: 'Hi' }],
      stream: true,
      stream_options: { include_usage: true },
    })
    expect(seen?.headers).toMatchObject({
      authorization: `Bearer ${CANARY}`,
      accept: 'text/event-stream',
      'user-agent': 'Tokenbook',
    })
    expect(Object.keys(seen?.headers ?? {}).filter((name) => /stainless|openai|custom/.test(name))).toEqual(
      [],
    )
  })

  it('hands over headers, model, reasoning, tier, text, usage and end in this order', async () => {
    const recorded = RECORDED_STREAMS['C, reasoning, usage and bill last']
    const headers = { ...SSE, 'x-request-id': 'req-9', 'x-ratelimit-remaining-tokens': '77' }
    const { parts } = await chatWith(
      await serve((response) => reply(response, 200, recorded?.sse ?? '', headers)),
    )
    const kinds = parts.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])
    expect(kinds).toEqual([
      ...['headers', 'answer-id', 'served-model', 'reasoning', 'service-tier', 'text'],
      ...['choice-end', 'usage', 'end'],
    ])
    expect(parts[0]).toMatchObject({
      headers: { requestId: 'req-9', remainingTokens: 77, limitTokens: null },
    })
  })

  it('is repeated after 503, and the answer counted once', async () => {
    const server = await serve((response, attempt) =>
      attempt < 3
        ? reply(response, 503, { error: 'at capacity' })
        : streaming(hello, finish, done)(response, attempt, request),
    )
    const request = { method: '', url: '', headers: {}, body: '', at: 0 }
    const outcome = await chatWith(server, hurriedRetries)
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome).text).toBe('Hello')
    expect(server.seen).toHaveLength(3)
  })
})

describe('tries of a chat request', () => {
  const late: Answering = (response, attempt) => {
    if (attempt < 3) reply(response, 503, { error: 'Busy' }, { 'x-request-id': `req-${attempt}` })
    else reply(response, 200, hello + finish + done, SSE)
  }

  it('are told one by one, before anything of the answer', async () => {
    const { parts, error } = await chatWith(await serve(late), hurriedRetries)
    expect(error).toBeNull()
    expect(parts.map(({ kind }) => kind).slice(0, 3)).toEqual(['retry', 'retry', 'headers'])
    expect(parts.slice(0, 2)).toMatchObject(
      [500, 1_000].map((waitMs, at) => ({
        retry: {
          waitMs,
          maxTries: 3,
          failure: { code: 'unavailable', status: 503, requestId: `req-${at + 1}`, serverWords: 'Busy' },
        },
      })),
    )
  })

  it('are told while the wait for the next still lasts, and a stop ends that wait', async () => {
    const server = await serve((response) => reply(response, 429, {}, { 'retry-after': '30' }))
    const stop = new AbortController()
    let stoppedAt = Number.NaN
    const { parts, error } = await chatWith(server, {
      signal: stop.signal,
      onPart: () => {
        stoppedAt = performance.now()
        stop.abort()
      },
    })
    expect(performance.now() - stoppedAt).toBeLessThan(10_000)
    expect(parts).toMatchObject([{ kind: 'retry', retry: { waitMs: 30_000 } }])
    expect(failureIn(error).code).toBe('stopped')
    expect(server.seen).toHaveLength(1)
  })

  it('stop when the reader leaves during the wait', async () => {
    const server = await serve((response) => reply(response, 429, {}, { 'retry-after-ms': '100' }))
    const { signal } = new AbortController()
    for await (const part of createStreamChat(portsFor())(targetOf(server), { ...REQUEST, signal })) {
      expect(part.kind).toBe('retry')
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(server.seen).toHaveLength(1)
  })

  it('that all fail end with the last failure', async () => {
    const { parts, error } = await chatWith(
      await serve((response, attempt) => reply(response, attempt < 3 ? 503 : 429, {})),
      hurriedRetries,
    )
    expect(parts).toHaveLength(2)
    expect(failureIn(error)).toMatchObject({ code: 'rate-limited', status: 429 })
  })
})

describe('an answer is complete', () => {
  it.each<[string, string[], string | null]>([
    ['with a finish reason and [DONE]', [hello, finish, done], 'stop'],
    ['with a finish reason alone', [hello, finish], 'stop'],
    ['with [DONE] alone', [hello, done], null],
    [
      'with an empty finish reason and [DONE]',
      [hello, chunk(choice({ tool_calls: [] }, { finish_reason: '' })), done],
      null,
    ],
  ])('%s', async (_, sse, finishReason) => {
    const outcome = await chatWith(await serve(streaming(...sse)))
    expect(outcome.error).toBeNull()
    expect(outcome.parts.at(-1)).toEqual({ kind: 'end', finishReason })
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', ends: 1 })
  })

  it('when the connection is lost after the finish reason: only usage is missing', async () => {
    const outcome = await chatWith(await serve(thenDo(hello + finish, reset)))
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', usage: null, ends: 1 })
  })

  it('when nothing more comes after the finish reason', async () => {
    const server = await serve(thenDo(hello + finish, () => {}))
    const outcome = await chatWith(server, { limits: { afterFinishMs: 60 } })
    expect(outcome.parts.at(-1)).toEqual({ kind: 'end', finishReason: 'stop' })
    await server.hangUp
  })

  it('at [DONE], whatever follows, and closes the connection', async () => {
    const server = await serve(thenDo(hello + finish + done + hello, (response) => response.write(hello)))
    const outcome = await chatWith(server)
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', ends: 1 })
    await server.hangUp
  })
})

describe('an answer is cut off', () => {
  it.each<[string, Answering]>([
    ['without a finish reason or [DONE]', streaming(hello)],
    ['with an empty finish reason alone', streaming(hello, chunk(choice({}, { finish_reason: '' })))],
    ['within an event', streaming(hello, finish.slice(0, -20))],
    ['before the blank line of the last event', streaming(hello, finish.slice(0, -1))],
    ['by a reset between events', thenDo(hello, reset)],
    ['by a reset within an event', thenDo(hello + finish.slice(0, 30), reset)],
  ])('%s, and what came is kept', async (_, answer) => {
    const outcome = await chatWith(await serve(answer))
    expect(failureIn(outcome.error)).toMatchObject({ code: 'cut-off', status: 200 })
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', ends: 0 })
  })
})

describe('an answer that is none', () => {
  const unavailable = {
    code: 'The service is currently unavailable',
    error: 'Timed out waiting for first token',
  }
  const page = '<!doctype html><title>Sign in to the hotel</title>'
  it.each<[string, Answering, string]>([
    ['an error under 200', (response) => reply(response, 200, unavailable), 'unavailable'],
    [
      'an error in an event-stream’s clothes',
      (response) => reply(response, 200, JSON.stringify(unavailable), SSE),
      'unavailable',
    ],
    [
      'a page under 200',
      (response) => reply(response, 200, page, { 'content-type': 'text/html' }),
      'not-the-api',
    ],
    ['a page in an event-stream’s clothes', (response) => reply(response, 200, page, SSE), 'not-the-api'],
    ['nothing under 200', (response) => reply(response, 200, '', SSE), 'empty-answer'],
    ['nothing, and no content type', (response) => response.writeHead(200).end(), 'empty-answer'],
    ['[DONE] alone', streaming(done), 'empty-answer'],
    ['comments alone', streaming(': ping\n\n: ping\n\n'), 'cut-off'],
    ['JSON that is no error', (response) => reply(response, 200, { choices: [] }), 'malformed-answer'],
    [
      'a wrong key',
      (response) => reply(response, 400, { error: 'Incorrect API key provided.' }),
      'wrong-key',
    ],
    [
      'no permission',
      (response) => reply(response, 403, { error: 'Access to the chat endpoint is denied.' }),
      'not-permitted',
    ],
    ['plain text', (response) => reply(response, 422, 'missing field `messages`'), 'invalid-request'],
    [
      'a redirect',
      (response) => reply(response, 307, '', { location: 'http://127.0.0.1:9/v1/x' }),
      'redirected',
    ],
  ])('because it is %s', async (_, answer, code) => {
    const { parts, error } = await chatWith(await serve(answer))
    expect(failureIn(error).code).toBe(code)
    expect(parts.filter(({ kind }) => kind !== 'headers')).toEqual([])
  })
})

describe('a fault in mid-stream', () => {
  it.each<[string, string, object]>([
    [
      'an error object',
      'data: {"code":"The service is currently unavailable","error":"Timed out waiting for next token"}\n\n',
      { code: 'unavailable', status: 200, serverWords: 'Timed out waiting for next token' },
    ],
    [
      'a gateway’s error object beside choices',
      'data: {"error":{"message":"Overloaded","code":502},"choices":[]}\n\n',
      { code: 'unavailable', serverWords: 'Overloaded' },
    ],
    [
      'malformed JSON',
      'data: {"choices":[{]\n\n',
      { code: 'malformed-answer', serverWords: '{"choices":[{]', event: 2 },
    ],
    ['a number', 'data: 7\n\n', { code: 'malformed-answer', serverWords: '7', event: 2 }],
    ['a list', 'data: []\n\n', { code: 'malformed-answer' }],
    [
      'nesting without end',
      `data: ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}\n\n`,
      { code: 'malformed-answer', event: 2 },
    ],
  ])('by %s keeps what came and closes the connection', async (_, event, failure) => {
    const server = await serve(thenDo(hello + event + hello, () => {}))
    const outcome = await chatWith(server)
    expect(failureIn(outcome.error)).toMatchObject(failure)
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', ends: 0 })
    await server.hangUp
  })

  it('that is only an odd shape changes nothing', async () => {
    const odd = [
      '{}',
      '{"choices":null}',
      '{"choices":[null,7,{"index":0}]}',
      '{"choices":[{"index":0,"delta":null}],"usage":null,"error":false}',
      '{"choices":[{"index":0,"delta":{"content":["x"],"reasoning_content":5}}],"usage":"much","model":3}',
      '{"__proto__":{"model":"evil"},"choices":[]}',
    ].map((data) => `data: ${data}\n\n`)
    const outcome = await chatWith(await serve(streaming(hello, ...odd, finish, done)))
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toMatchObject({ text: 'Hello', usage: null, ends: 1 })
    expect(outcome.parts.filter(({ kind }) => kind === 'served-model')).toHaveLength(1)
  })
})

describe('quirks', () => {
  it('counts usage that comes many times by the last one', async () => {
    const many = [1, 2, 3].map((count) => chunk({ choices: [], ...usageOf(10, count) }))
    const outcome = await chatWith(await serve(streaming(hello, ...many, finish, done)))
    expect(summaryOf(outcome).usage).toEqual(usageOf(10, 3).usage)
  })

  it('drops the repeated placeholder of reasoning and nothing else', async () => {
    const thinking = (text: string) => chunk(choice({ reasoning_content: text }))
    const sse = ['Thinking... ', 'Thinking... ', 'Thinking... ', 'ha', 'ha', 'Thinking... '].map(thinking)
    const outcome = await chatWith(await serve(streaming(...sse, hello, finish, done)))
    expect(summaryOf(outcome).reasoning).toBe('Thinking... hahaThinking... ')
  })

  it('keeps choices apart, and waits for the end of each', async () => {
    const other = chunk({ choices: [{ index: 1, delta: { content: 'OTHER' }, finish_reason: 'length' }] })
    const cut = await chatWith(await serve(streaming(hello, other)))
    expect([summaryOf(cut).text, summaryOf(cut, 1).text]).toEqual(['Hello', 'OTHER'])
    expect(failureIn(cut.error).code).toBe('cut-off')
    const whole = await chatWith(await serve(streaming(hello, other, finish)))
    expect(whole.error).toBeNull()
    expect(summaryOf(whole)).toMatchObject({ text: 'Hello', finish: 'stop', ends: 1 })
  })

  it('tells the service tier once, although every chunk has it, and again when it changes', async () => {
    const tier = (service_tier: unknown) => chunk({ service_tier, ...choice({ content: 'a' }) })
    const sse = [tier(null), tier('default'), tier('default'), tier(''), tier('priority'), finish, done]
    const { parts } = await chatWith(await serve(streaming(...sse)))
    expect(parts.flatMap((part) => (part.kind === 'service-tier' ? [part.tier] : []))).toEqual([
      'default',
      'priority',
    ])
  })

  it('tells when the server changes the model', async () => {
    const sse = ['a', 'a', 'b'].map((model) => chunk({ model, ...choice({ content: '.' }) }))
    const { parts } = await chatWith(await serve(streaming(...sse, finish, done)))
    const models = parts.flatMap((part) => (part.kind === 'served-model' ? [part.model] : []))
    expect(models).toEqual(['a', 'b', 'grok-3-mini'])
  })
})
