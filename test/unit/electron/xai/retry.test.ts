import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitBeforeRetry } from '../../../../electron/xai/retry.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { type Answering, reply, reset, startFaultServer } from '../../../support/fault-server.ts'
import {
  abortOnceSeen,
  failureFrom,
  hurriedRetries,
  portsFor,
  quickest,
  serve,
  targetOf,
} from './wire-under-test.ts'

const GET = { path: '/v1/models', method: 'GET' } as const
const POST = { path: '/v1/chat/completions', method: 'POST', body: { model: 'm' } } as const

/** Sends once through the wire and tells what the server saw. */
async function attempts(answer: Answering, request: typeof GET | typeof POST = GET) {
  const server = await serve(answer)
  const ports = portsFor(hurriedRetries)
  const result = await createWire(ports)
    .json(targetOf(server), request)
    .then(
      () => 'ok',
      (error) => error.message,
    )
  return { result, count: server.seen.length, retries: ports.retries }
}

describe('retries', () => {
  it.each([408, 409, 425, 429, 503, 529])('of %i end with the first success', async (status) => {
    for (const request of [GET, POST]) {
      const { result, count } = await attempts(
        (response, attempt) => reply(response, attempt < 3 ? status : 200, { a: 1 }),
        request,
      )
      expect([result, count]).toEqual(['ok', 3])
    }
  })

  it.each([500, 502, 504, 520, 524])(
    'of %i are for a GET alone: a POST may have been worked on',
    async (status) => {
      const once: Answering = (response, attempt) => reply(response, attempt < 2 ? status : 200, { a: 1 })
      expect(await attempts(once, GET)).toMatchObject({ result: 'ok', count: 2 })
      expect(await attempts(once, POST)).toMatchObject({ count: 1, retries: [] })
    },
  )

  it('follow the words "at capacity" under 429, for a POST too', async () => {
    const error = 'The service is temporarily at capacity. Please retry your request shortly.'
    const busy: Answering = (response, attempt) => reply(response, attempt < 2 ? 429 : 200, { error })
    expect((await attempts(busy, POST)).count).toBe(2)
  })

  it('are two at most, and each is told with the wait before it', async () => {
    const { result, count, retries } = await attempts((response) =>
      reply(response, 500, { error: 'Internal error' }),
    )
    expect([result, count]).toEqual(['server-error', 3])
    expect(retries.map(({ waitMs, maxTries }) => [waitMs, maxTries])).toEqual([
      [500, 3],
      [1_000, 3],
    ])
    const since = retries.map(({ failedAt }) => Date.now() - failedAt)
    expect(since.every((ms) => ms >= 0 && ms < 60_000)).toBe(true)
    expect(retries[0]?.failure).toMatchObject({
      code: 'server-error',
      status: 500,
      serverWords: 'Internal error',
    })
  })

  it.each([400, 401, 403, 404, 405, 406, 410, 415, 422])('never follow %i', async (status) => {
    expect((await attempts((response) => reply(response, status, { error: 'No' }))).count).toBe(1)
  })

  it('never follow used-up credits, whatever the status', async () => {
    const error = 'Your team has either used all available credits or reached its monthly spending limit.'
    expect(await attempts((response) => reply(response, 429, { error }))).toMatchObject({
      result: 'credits-used-up',
      count: 1,
    })
  })

  it('never follow an error under HTTP 200: the answer had begun', async () => {
    const body = { code: 'The service is currently unavailable', error: 'Timed out waiting for first token' }
    expect(await attempts((response) => reply(response, 200, body), POST)).toMatchObject({ count: 1 })
  })

  it('follow a connection lost before the headers for GET, and never for a POST that may be billed', async () => {
    expect(await attempts(reset, GET)).toMatchObject({ result: 'connection-lost', count: 3 })
    expect(await attempts(reset, POST)).toMatchObject({ result: 'connection-lost', count: 1 })
  })

  it('never follow a connection lost after the headers', async () => {
    const cut: Answering = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"data":[', () => setTimeout(() => reset(response), 20))
    }
    expect(await attempts(cut, GET)).toMatchObject({ result: 'cut-off', count: 1 })
    expect(await attempts(cut, POST)).toMatchObject({ result: 'cut-off', count: 1 })
  })

  it('of a connection that was refused repeat a POST too: nothing was sent', async () => {
    const ports = portsFor(hurriedRetries)
    const gone = await startFaultServer(() => {})
    await gone.close()
    const failure = await failureFrom(createWire(ports).json(targetOf(gone), POST))
    expect(failure.code).toBe('connection-refused')
    expect(ports.retries).toHaveLength(2)
  })

  it('wait as long as the server asks, measured at the server', async () => {
    const server = await serve((response, attempt) =>
      attempt === 1 ? reply(response, 429, {}, { 'retry-after-ms': '150' }) : reply(response, 200, {}),
    )
    await createWire(portsFor()).json(targetOf(server), GET)
    const [first, second] = server.seen
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(145)
  })

  it('report a longer wait and do not sleep it', async () => {
    const server = await serve((response) =>
      reply(response, 429, { error: 'Slow down' }, { 'retry-after': '3600' }),
    )
    const startedAt = performance.now()
    const failure = await failureFrom(createWire(portsFor()).json(targetOf(server), GET))
    expect(failure).toMatchObject({ code: 'rate-limited', retryAfterMs: 3_600_000 })
    expect(performance.now() - startedAt).toBeLessThan(30_000)
    expect(server.seen).toHaveLength(1)
  })

  it('stop within 50 ms while they wait', async () => {
    const server = await serve((response) => reply(response, 503, {}, { 'retry-after': '30' }))
    let runs = 0
    const took = await quickest(async () => {
      runs += 1
      const { signal, since } = abortOnceSeen(server, 60)
      const failure = await failureFrom(createWire(portsFor()).json(targetOf(server), { ...GET, signal }))
      const elapsed = since()
      expect(failure.code).toBe('stopped')
      return elapsed
    })
    expect(took).toBeLessThan(50)
    expect(server.seen).toHaveLength(runs)
  })
})

describe('waitBeforeRetry', () => {
  it('stays within the backoff less a quarter, whatever the random number', () => {
    const failure = failureOf('unavailable', { status: 503 })
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.constantFrom(1, 2),
        (random, attempt) => {
          const wait = waitBeforeRetry(failure, { attempt, method: 'GET', random: () => random })
          const backoff = 500 * 2 ** (attempt - 1)
          expect(wait).toBeLessThanOrEqual(backoff)
          expect(wait).toBeGreaterThanOrEqual(backoff * 0.75)
        },
      ),
    )
    // It is the random number that spreads those who were refused at once.
    const spread = [0, 0.4, 0.8].map((random) =>
      waitBeforeRetry(failure, { attempt: 2, method: 'POST', random: () => random }),
    )
    expect(spread).toEqual([1_000, 900, 800])
  })

  it.each([
    [0, 0],
    [2_000, 2_000],
    [60_000, 60_000],
    [60_001, null],
  ])('obeys a Retry-After of %i ms with %s', (retryAfterMs, expected) => {
    const failure = failureOf('rate-limited', { status: 429, retryAfterMs })
    expect(waitBeforeRetry(failure, { attempt: 1, method: 'POST', random: () => 0 })).toBe(expected)
  })

  it.each([
    'offline',
    'certificate-invalid',
    'proxy-refused',
    'redirected',
    'stopped',
    'not-the-api',
  ] as const)('does not repeat %s', (code) => {
    expect(waitBeforeRetry(failureOf(code), { attempt: 1, method: 'GET', random: () => 0 })).toBeNull()
  })

  it('repeats a connection that timed out, but not headers that did', () => {
    const wait = (phase: 'connect' | 'headers') =>
      waitBeforeRetry(failureOf('timed-out', { phase }), { attempt: 1, method: 'POST', random: () => 0 })
    expect(wait('connect')).toBe(500)
    expect(wait('headers')).toBeNull()
  })
})
