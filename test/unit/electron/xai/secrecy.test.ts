import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createWire } from '../../../../electron/xai/wire.ts'
import type { WirePorts } from '../../../../electron/xai/wire-ports.ts'
import { type Answering, reply, reset } from '../../../support/fault-server.ts'
import { chatWith, SSE } from './chat-under-test.ts'
import { CANARY, errorFrom, failureIn, hurriedRetries, portsFor, serve, targetOf } from './wire-under-test.ts'

const forms = (key: string) => [
  key,
  encodeURIComponent(key),
  Buffer.from(key).toString('base64').replace(/=+$/, '').slice(0, -1),
  Buffer.from(key).toString('hex'),
]

/** Everything that a log, a crash report or the page could get to see of an error. */
function everythingIn(error: unknown): string {
  const seen: string[] = []
  for (let at = error, depth = 0; at !== undefined && at !== null && depth < 10; depth += 1) {
    seen.push(
      inspect(at, { showHidden: true, depth: 12, getters: true }),
      JSON.stringify(at) ?? '',
      String(at),
    )
    if (!(at instanceof Error)) break
    seen.push(at.stack ?? '', at.message)
    at = at.cause
  }
  return seen.join('\n')
}

const chunkOf = (fields: object) => `data: ${JSON.stringify(fields)}\n\n`
const echoes = (key: string) => forms(key).join(' / ')

const LEAKS: [string, Answering][] = [
  [
    'in an error',
    (response) => reply(response, 400, { error: `Incorrect API key provided: ${echoes(CANARY)}` }),
  ],
  [
    'in a gateway’s error',
    (response) => reply(response, 403, { error: { message: `no: Bearer ${CANARY}` } }),
  ],
  [
    'in an error object',
    (response) => reply(response, 403, { error: { headers: { authorization: CANARY } } }),
  ],
  ['in plain text', (response) => reply(response, 422, `headers: authorization: Bearer ${CANARY}`)],
  ['in a page’s title', (response) => reply(response, 403, `<html><title>${CANARY}</title>`)],
  ['in the request id', (response) => reply(response, 500, { error: 'x' }, { 'x-request-id': CANARY })],
  ['in an error under 200', (response) => reply(response, 200, { code: CANARY, error: `bad ${CANARY}` })],
  ['over the border of what is shown', (response) => reply(response, 400, 'a'.repeat(4_090) + CANARY)],
  ['over the border of what is read', (response) => reply(response, 400, 'a'.repeat(65_530) + CANARY)],
  ['in a redirect', (response) => reply(response, 302, '', { location: `/v1/x?key=${CANARY}` })],
  ['in a header with a bad name', (response) => response.socket?.end(`HTTP/1.1 200 OK\r\n${CANARY}\r\n\r\n`)],
  [
    'in a body that is no JSON',
    (response) => reply(response, 200, `{${CANARY}`, { 'content-type': 'application/json' }),
  ],
  ['in a text that is no JSON', (response) => reply(response, 200, CANARY)],
  ['never, and hangs up', reset],
]

const STREAM_LEAKS: [string, string][] = [
  ['in an error event', chunkOf({ error: `bad key ${echoes(CANARY)}` })],
  ['in a malformed event', `data: {"choices": ${CANARY}\n\n`],
  ['in an eventless body', JSON.stringify({ error: CANARY })],
  ['in a comment of a cut stream', `: ${CANARY}\n\n`],
]

describe('the key is in no error when the server echoes it', () => {
  it.each(LEAKS)('%s', async (_, answer) => {
    const server = await serve(answer)
    const ports = portsFor(hurriedRetries)
    const errors = [
      await errorFrom(createWire(ports).json(targetOf(server), { path: '/v1/models', method: 'GET' })),
      (await chatWith(server, hurriedRetries)).error,
    ]
    for (const error of errors) {
      failureIn(error)
      for (const form of forms(CANARY)) expect(everythingIn(error)).not.toContain(form)
    }
    for (const form of forms(CANARY)) expect(everythingIn(ports.retries)).not.toContain(form)
    // The server did get it, so the search above looked for the right thing.
    expect(JSON.stringify(server.seen)).toContain(CANARY)
  })

  it.each(STREAM_LEAKS)('%s of a stream', async (_, sse) => {
    const { error } = await chatWith(await serve((response) => reply(response, 200, sse, SSE)))
    failureIn(error)
    for (const form of forms(CANARY)) expect(everythingIn(error)).not.toContain(form)
  })
})

describe('the key is in no error', () => {
  it.each<[string, string]>([
    ['when it has a line break', `${CANARY}\r\nx: y`],
    ['when no header can carry it', `${CANARY}\u{1F511}`],
  ])('%s', async (_, key) => {
    const target = targetOf({ origin: 'http://127.0.0.1:9' }, key)
    const error = await errorFrom(createWire(portsFor()).json(target, { path: '/v1/models', method: 'GET' }))
    expect(failureIn(error).code).toBe('key-unusable')
    expect(everythingIn(error)).not.toContain(CANARY)
  })

  it('when the network stack puts its whole request into the error', async () => {
    const ports: Partial<WirePorts> = {
      fetch: async (_, init) => {
        throw Object.assign(new Error(`failed: ${JSON.stringify(init.headers)}`), { config: init })
      },
    }
    const target = targetOf({ origin: 'http://127.0.0.1:9' })
    const error = await errorFrom(
      createWire(portsFor(ports)).json(target, { path: '/v1/models', method: 'POST' }),
    )
    expect(failureIn(error).code).toBe('connection-lost')
    expect(everythingIn(error)).not.toContain(CANARY)
  })
})
