import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../../electron/demo/fault.ts'
import { chat, chunksOf, eventsOf, get, objectOf, parseEvents, post, say } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()
const BODY = {
  model: 'grok-4.20-non-reasoning',
  stream: true,
  stream_options: { include_usage: true },
  messages: say('Hello'),
}

/** What arrives until the stream ends, breaks or stays silent for `ms`. */
async function readFor(
  answer: Response,
  ms: number,
): Promise<{ text: string; end: 'clean' | 'broken' | 'silent' }> {
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const silence = new Promise<'silent'>((resolve) => setTimeout(() => resolve('silent'), ms))
    const read = await Promise.race([reader?.read().catch(() => 'broken' as const), silence])
    if (read === 'silent' || read === 'broken') {
      await reader?.cancel().catch(() => {})
      return { text, end: read }
    }
    if (read === undefined || read.done) return { text, end: 'clean' }
    text += decoder.decode(read.value, { stream: true })
  }
}

describe('faults in the middle of a stream', () => {
  const cases: [Fault, number, 'clean' | 'broken' | 'silent'][] = [
    [{ kind: 'cut', afterEvents: 4 }, 4, 'clean'],
    [{ kind: 'cut', afterEvents: 0 }, 0, 'clean'],
    [{ kind: 'destroy', afterEvents: 2 }, 2, 'broken'],
    [{ kind: 'stall' }, 3, 'silent'],
  ]
  it.each(cases)('%j', async (fault, events, end) => {
    const api = await start({ faults: [fault] })
    const read = await readFor(await chat(api, BODY), 300)
    expect([parseEvents(read.text).length, read.end]).toEqual([events, end])
    expect(read.text).not.toMatch(/finish_reason|DONE/)
  })

  it('can be one event that is no JSON, with the rest after it', async () => {
    const whole = await eventsOf(chat(await start(), BODY))
    const faulty = await eventsOf(chat(await start({ faults: [{ kind: 'malformed-event' }] }), BODY))
    expect(() => JSON.parse(faulty[3]?.data ?? '{}')).toThrow(SyntaxError)
    expect(faulty.toSpliced(3, 1)).toEqual(whole)
  })

  it('can be an error in place of the rest', async () => {
    const api = await start({ era: 'B', faults: [{ kind: 'error-event', afterEvents: 1 }] })
    const events = await eventsOf(chat(api, { ...BODY, model: 'grok-3' }))
    expect(events.map((event) => JSON.parse(event.data))).toEqual([
      expect.objectContaining({ object: 'chat.completion.chunk' }),
      { code: 'The service is currently unavailable', error: 'Timed out waiting for next token' },
    ])
  })

  it('can be nothing but pings', async () => {
    const api = await start({ faults: [{ kind: 'pings-only', everyMs: 10 }] })
    const answer = await chat(api, BODY)
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const reader = answer.body?.getReader()
    let text = ''
    while (text.length < 40) text += Buffer.from((await reader?.read())?.value ?? []).toString()
    await reader?.cancel()
    expect(text).toMatch(/^(: ping\n\n)+$/)
  })
})

describe('faults that change how a stream is written', () => {
  const said = { ...BODY, messages: say('Say “漢字 😀” again') }

  it('leave the events as they are: one byte a write, or CRLF', async () => {
    const whole = await chunksOf(chat(await start(), said))
    const faults: Fault[] = [{ kind: 'byte-by-byte' }, { kind: 'crlf' }]
    for (const fault of faults)
      expect(await chunksOf(chat(await start({ faults: [fault] }), said))).toEqual(whole)
    const text = await (await chat(await start({ faults: [{ kind: 'crlf' }] }), said)).text()
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('leave out the usage, wherever it is', async () => {
    const api = await start({ faults: [{ kind: 'missing-usage' }] })
    expect((await chunksOf(chat(api, BODY))).at(-1)?.choices[0]?.finish_reason).toBe('stop')
    expect(await objectOf(chat(api, { ...BODY, stream: false }))).not.toHaveProperty('usage')
    const responses = await eventsOf(
      post(api, '/v1/responses', { model: 'grok-4.7', input: 'Hi', stream: true }),
    )
    const messages = await eventsOf(post(api, '/v1/messages', { ...BODY, max_tokens: 5 }))
    for (const { data } of [...responses, ...messages]) expect(data).not.toContain('"usage"')
  })
})

describe('a reader who leaves', () => {
  it('ends the work on the answer', async () => {
    const api = await start({ pacing: 'believable' })
    const leaving = new AbortController()
    const answer = await fetch(`${api.baseUrl}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...BODY, messages: say('Write a long essay') }),
      signal: leaving.signal,
    })
    await answer.body?.getReader().read()
    expect(api.requests[0]?.outcome).toBe('open')
    leaving.abort()
    await expect.poll(() => api.requests[0]?.outcome).toBe('client-left')
    const sent = api.requests[0]?.eventsSent ?? Number.NaN
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(api.requests[0]?.eventsSent).toBe(sent)
    expect(sent).toBeLessThan(50)
    expect((await get(api, '/v1/models')).status).toBe(200)
  })

  it('is seen before the first byte too', async () => {
    const api = await start({ pacing: 'believable' })
    const leaving = new AbortController()
    const request = { method: 'POST', body: JSON.stringify(BODY), signal: leaving.signal }
    const headers = { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' }
    const left = expect(
      fetch(`${api.baseUrl}/v1/chat/completions`, { ...request, headers }),
    ).rejects.toThrow()
    await expect.poll(() => api.requests.length, { interval: 1 }).toBe(1)
    leaving.abort()
    await left
    await expect.poll(() => api.requests[0]?.outcome).toBe('client-left')
    expect(api.requests[0]?.eventsSent).toBe(0)
  })
})

describe('believable pacing', () => {
  it('takes 250 to 700 ms to the first event and then 60 to 120 tokens a second', async () => {
    const api = await start({ pacing: 'believable' })
    const started = performance.now()
    const answer = await chat(api, { ...BODY, max_completion_tokens: 40, messages: say('Explain caching') })
    const first = performance.now() - started
    await answer.text()
    const rest = performance.now() - started - first
    expect(first).toBeGreaterThanOrEqual(245)
    // On a computer that does nothing else; a busy one may take seconds longer.
    expect(first).toBeLessThan(15_000)
    expect(rest).toBeGreaterThanOrEqual(320)
  })
})
