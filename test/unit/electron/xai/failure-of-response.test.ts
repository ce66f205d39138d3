import { describe, expect, it } from 'vitest'
import { createWire } from '../../../../electron/xai/wire.ts'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import { reply } from '../../../support/fault-server.ts'
import { failureFrom, hurriedRetries, portsFor, serve, targetOf } from './wire-under-test.ts'

const TEAM = '5b1f7c1e-9a40-4a54-8f7f-0c2f7d1c9e11'
const CREDITS =
  `Your team ${TEAM} has either used all available credits or reached its monthly spending limit. ` +
  'To continue making API requests, please purchase more credits or raise your spending limit.'
const NO_CREDITS = "Your newly created team doesn't have any credits or licenses yet."
const OLD = {
  argument: 'Client specified an invalid argument',
  denied: 'The caller does not have permission to execute the specified operation',
  exhausted: 'Some resource has been exhausted',
  missing: 'Some requested entity was not found',
  unavailable: 'The service is currently unavailable',
}

/** Status, body, code: the shapes of reference section 7, both generations of `code`. */
const SHAPES: [number, { code?: string; error: string } | string, FailureCode][] = [
  [
    400,
    { code: OLD.argument, error: 'Incorrect API key provided: ab***yz. You can obtain one.' },
    'wrong-key',
  ],
  [400, { code: 'invalid-argument', error: 'Incorrect API key provided.' }, 'wrong-key'],
  [400, { code: 'invalid-argument', error: 'Model not found: grok-none' }, 'model-not-found'],
  [
    400,
    { code: 'invalid-argument', error: 'Argument not supported on this model: presencePenalty' },
    'invalid-request',
  ],
  [
    400,
    { code: 'invalid-argument', error: 'Model grok-x does not support parameter stop.' },
    'invalid-request',
  ],
  [
    400,
    { error: "This model's maximum prompt length is 131072 but the request contains 131073 tokens." },
    'prompt-too-long',
  ],
  [400, 'Failed to parse the request body as JSON: expected value at line 1 column 1', 'invalid-request'],
  [401, { code: 'unauthenticated:no-credentials', error: 'No credentials presented.' }, 'no-key'],
  [401, { error: 'No credentials presented. [WKE=unauthenticated:no-credentials]' }, 'no-key'],
  [401, '', 'wrong-key'],
  [402, { error: 'Payment required' }, 'credits-used-up'],
  [403, { code: 'permission-denied', error: 'Access to the chat endpoint is denied.' }, 'not-permitted'],
  [403, { code: 'permission-denied', error: 'Access to the model grok-4 is denied.' }, 'not-permitted'],
  [
    403,
    { code: 'permission-denied', error: 'The model grok-4.5 is not available in your region.' },
    'not-permitted',
  ],
  [403, { code: OLD.denied, error: NO_CREDITS }, 'credits-used-up'],
  [403, { code: 'permission-denied', error: CREDITS }, 'credits-used-up'],
  [
    403,
    { code: 'permission-denied', error: 'The API key xai-...KwZn is disabled and cannot be used.' },
    'key-disabled',
  ],
  [
    403,
    { code: OLD.denied, error: 'API key is currently blocked: Blocked due to API key leak' },
    'key-blocked',
  ],
  [
    404,
    { code: OLD.missing, error: `The model grok-beta does not exist or your team ${TEAM} has no access.` },
    'model-not-found',
  ],
  [
    404,
    { code: 'not-found', error: 'The model grok-imagine does not exist or your team does not.' },
    'model-not-found',
  ],
  [
    404,
    { code: OLD.missing, error: 'No handler found on route. Please double check your URL.' },
    'route-not-found',
  ],
  [404, '', 'route-not-found'],
  [405, '', 'route-not-found'],
  [406, { error: 'Not enough credits' }, 'credits-used-up'],
  [410, { error: 'Live search is deprecated. Please switch to the Agent Tools API' }, 'invalid-request'],
  [415, 'Expected request with `Content-Type: application/json`', 'invalid-request'],
  [422, 'Failed to deserialize the JSON body into the target type: missing field `text`', 'invalid-request'],
  [422, { error: 'data did not match any variant of untagged enum ModelInput' }, 'invalid-request'],
  [
    429,
    { code: 'resource-exhausted', error: "Too many requests. Your team's rate limit is 2/2." },
    'rate-limited',
  ],
  [429, { code: OLD.exhausted, error: 'Rate limit exceeded' }, 'rate-limited'],
  [429, { code: OLD.exhausted, error: CREDITS }, 'credits-used-up'],
  [
    429,
    { code: OLD.exhausted, error: 'The service is temporarily at capacity. Please retry.' },
    'unavailable',
  ],
  [451, 'Unavailable for legal reasons', 'not-permitted'],
  [500, { code: 'Internal error', error: 'Internal error' }, 'server-error'],
  [502, 'Bad gateway', 'unavailable'],
  [503, { code: OLD.unavailable, error: 'Service temporarily unavailable.' }, 'unavailable'],
  [529, { error: 'Overloaded' }, 'unavailable'],
  // Error bodies under HTTP 200: `code` tells which status was meant.
  [200, { code: OLD.unavailable, error: 'Timed out waiting for first token' }, 'unavailable'],
  [200, { code: OLD.exhausted, error: CREDITS }, 'credits-used-up'],
  [200, { code: 'resource-exhausted', error: 'Rate limit exceeded' }, 'rate-limited'],
  [200, { code: 'invalid-argument', error: 'Incorrect API key provided.' }, 'wrong-key'],
  [200, { code: 'never seen before', error: 'Something' }, 'server-error'],
]

async function failureFor(status: number, body: string | object, headers: Record<string, string> = {}) {
  const server = await serve((response) =>
    reply(response, status, body, { 'x-request-id': 'req-7', ...headers }),
  )
  const wire = createWire(portsFor(hurriedRetries))
  return failureFrom(wire.json(targetOf(server), { path: '/v1/language-models', method: 'GET' }))
}

describe('a refusal', () => {
  it.each(SHAPES)('%i %j is %s', async (status, body, code) => {
    const failure = await failureFor(status, body)
    const words = typeof body === 'string' ? body : body.error
    expect(failure).toEqual({
      code,
      status,
      requestId: 'req-7',
      serverWords: words === '' ? null : words,
      retryAfterMs: null,
      phase: null,
    })
  })

  it('is read out of a gateway’s envelope', async () => {
    const body = {
      error: { message: 'Invalid value: temperature', type: 'invalid_request_error', code: 'bad' },
    }
    expect(await failureFor(400, body)).toMatchObject({
      code: 'invalid-request',
      serverWords: 'Invalid value: temperature',
    })
    const under200 = { error: { message: 'Provider returned error', code: 429 } }
    expect(await failureFor(200, under200)).toMatchObject({ code: 'rate-limited', status: 200 })
  })

  it('that is a page is not the API’s, except when the front door says that all is down', async () => {
    const page = '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>'
    const html = { 'content-type': 'text/html; charset=UTF-8' }
    expect(await failureFor(403, page, html)).toMatchObject({
      code: 'not-the-api',
      serverWords: 'Just a moment...',
    })
    expect(await failureFor(200, page, html)).toMatchObject({ code: 'not-the-api', status: 200 })
    expect(await failureFor(404, page)).toMatchObject({ code: 'not-the-api' })
    expect(await failureFor(511, page, html)).toMatchObject({ code: 'not-the-api' })
    expect(await failureFor(502, page, html)).toMatchObject({ code: 'unavailable' })
  })

  it('of the proxy, with status 407, is the proxy’s', async () => {
    // Node's fetch hides a 407 in an error without a code; Chromium's hands it over.
    const wire = createWire(portsFor({ fetch: async () => new Response('Who are you?', { status: 407 }) }))
    const target = targetOf({ origin: 'http://127.0.0.1:9' })
    expect(await failureFrom(wire.json(target, { path: '/v1/models', method: 'GET' }))).toMatchObject({
      code: 'proxy-refused',
      status: 407,
    })
  })

  it('says how long to wait, from the words alone', async () => {
    const error = 'Too many requests. Requests per Minute (actual/limit): 101/60. Resets in: 3m 4s'
    expect(await failureFor(429, { error })).toMatchObject({ code: 'rate-limited', retryAfterMs: 184_000 })
  })

  it('of any size is shown up to 4,096 characters, and read up to 64 kB', async () => {
    let sent = 0
    const server = await serve((response) => {
      response.writeHead(400, { 'content-type': 'text/plain' })
      const more = () => {
        sent += 65_536
        if (sent > 50_000_000) response.end()
        else response.write('\u{1F600}'.repeat(16_384), () => setImmediate(more))
      }
      more()
    })
    const wire = createWire(portsFor())
    const failure = await failureFrom(wire.json(targetOf(server), { path: '/v1/models', method: 'GET' }))
    expect(failure.code).toBe('invalid-request')
    expect(failure.serverWords).toBe('\u{1F600}'.repeat(2_048))
    await server.hangUp
    expect(sent).toBeLessThan(20_000_000)
  })

  it('loses control characters and never ends in half a character', async () => {
    const failure = await failureFor(400, { error: `a\u0000\u001b[31mb\nc${'x'.repeat(4_087)}\u{1F600}` })
    expect(failure.serverWords?.slice(0, 9)).toBe('a[31mb\ncx')
    expect(failure.serverWords?.slice(-2)).toBe('xx')
    expect(failure.serverWords).toHaveLength(4_095)
  })

  it('whose words never end is still reported', async () => {
    const server = await serve((response) => {
      response.writeHead(403, { 'content-type': 'text/plain' })
      response.write('API key is currently blocked')
    })
    const wire = createWire(portsFor({ limits: { refusalMs: 1_000 } }))
    const failure = await failureFrom(wire.json(targetOf(server), { path: '/v1/models', method: 'GET' }))
    expect(failure).toMatchObject({
      code: 'key-blocked',
      status: 403,
      serverWords: 'API key is currently blocked',
    })
  })
})
