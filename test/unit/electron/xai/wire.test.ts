import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseJson, toJson } from '../../../../electron/xai/parse-json.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { type Answering, reply } from '../../../support/fault-server.ts'
import { CANARY, failureFrom, portsFor, serve, targetOf } from './wire-under-test.ts'

const GET = { path: '/v1/language-models', method: 'GET' } as const

async function get(answer: Answering) {
  return createWire(portsFor()).json(targetOf(await serve(answer)), GET)
}

describe('a JSON request', () => {
  it('sends the key to Segmind in its own header, and nothing as a bearer token', async () => {
    const server = await serve((response) => reply(response, 200, {}))
    const segmind = { ...targetOf(server), kind: 'segmind' as const }
    await createWire(portsFor()).json(segmind, { ...GET, path: '/v1/grok-2' })
    expect(server.seen[0]?.headers['x-api-key']).toBe(CANARY)
    expect(server.seen[0]?.headers['authorization']).toBeUndefined()
  })

  it('tells the headers of every answer, a refusal too', async () => {
    const told: unknown[] = []
    const left = { 'x-remaining-credits': '0', 'x-ratelimit-remaining-tokens': '7' }
    const server = await serve((response) => reply(response, 406, { error: 'Not enough credits' }, left))
    const target = targetOf(server)
    const ports = { ...portsFor(), onAnswer: (...seen: unknown[]) => void told.push(seen) }
    const failure = await failureFrom(createWire(ports).json(target, GET))
    expect(failure).toMatchObject({ code: 'credits-used-up', status: 406 })
    expect(told).toMatchObject([[target, { remainingCredits: '0', remainingTokens: 7 }]])
  })

  it('sends the key and little else, and hands over status, body and headers', async () => {
    const server = await serve((response) =>
      reply(
        response,
        200,
        { models: [] },
        { 'x-request-id': 'req-1', 'x-ratelimit-remaining-requests': '479' },
      ),
    )
    const answer = await createWire(portsFor()).json(targetOf(server), GET)
    expect(answer).toMatchObject({
      status: 200,
      body: { models: [] },
      headers: { requestId: 'req-1', remainingRequests: 479, limitTokens: null },
    })
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'GET', url: '/v1/language-models', body: '' })
    expect(seen?.headers).toMatchObject({
      authorization: `Bearer ${CANARY}`,
      accept: 'application/json',
      'user-agent': 'Tokenbook',
    })
    for (const name of ['cookie', 'referer', 'origin', 'content-type'])
      expect(seen?.headers[name]).toBeUndefined()
  })

  it('posts a body as JSON', async () => {
    const server = await serve((response) => reply(response, 200, { token_ids: [] }))
    const body = { model: 'grok-4', text: 'Grüße 👋' }
    await createWire(portsFor()).json(targetOf(server), { path: '/v1/tokenize-text', method: 'POST', body })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(body)
    expect(server.seen[0]?.headers['content-type']).toBe('application/json')
  })

  it('keeps no cookie', async () => {
    const server = await serve((response) => reply(response, 200, {}, { 'set-cookie': 'id=7; Path=/' }))
    const wire = createWire(portsFor())
    await wire.json(targetOf(server), GET)
    await wire.json(targetOf(server), GET)
    expect(server.seen[1]?.headers['cookie']).toBeUndefined()
  })

  it.each<[string, Answering, string]>([
    [
      'nothing',
      (response) => reply(response, 200, '', { 'content-type': 'application/json' }),
      'empty-answer',
    ],
    [
      'blanks',
      (response) => reply(response, 200, ' \n', { 'content-type': 'application/json' }),
      'empty-answer',
    ],
    ['204', (response) => response.writeHead(204).end(), 'empty-answer'],
    [
      'a page',
      (response) => reply(response, 200, '<html></html>', { 'content-type': 'text/html' }),
      'not-the-api',
    ],
    ['JSON as text', (response) => reply(response, 200, '{"models":[]}'), 'not-the-api'],
    [
      'a page as JSON',
      (response) => reply(response, 200, '<html>', { 'content-type': 'application/json' }),
      'malformed-answer',
    ],
    [
      'no JSON',
      (response) => reply(response, 200, '{"a":nope}', { 'content-type': 'application/json' }),
      'malformed-answer',
    ],
    [
      'half of the JSON',
      (response) => reply(response, 200, '{"models":[{"id":"gr', { 'content-type': 'application/json' }),
      'cut-off',
    ],
    [
      'half of the announced bytes',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
        response.write('{"models":[', () => response.socket?.end())
      },
      'cut-off',
    ],
    [
      'broken gzip',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        response.end('this is not gzip at all')
      },
      'malformed-answer',
    ],
  ])('that gets %s fails as what it is', async (_, answer, code) => {
    expect((await failureFrom(get(answer))).code).toBe(code)
  })

  it('accepts a JSON content type with parameters or a suffix', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/problem+json']) {
      expect((await get((response) => reply(response, 200, '[1]', { 'content-type': type }))).body).toEqual([
        1,
      ])
    }
  })

  it('does not take `error: null` for an error', async () => {
    const answer = await get((response) => reply(response, 200, { id: 'r', error: null }))
    expect(answer.body).toEqual({ id: 'r', error: null })
  })

  it('loses keys that could replace a prototype', async () => {
    const text =
      '{"a":{"__proto__":{"admin":true}},"\\u005f_proto__":{"b":1},"constructor":{"prototype":{"c":1}}}'
    const { body } = await get((response) =>
      reply(response, 200, text, { 'content-type': 'application/json' }),
    )
    expect(toJson(body)).toBe('{"a":{}}')
    expect(Object.getPrototypeOf(Object.assign({}, body))).toBe(Object.prototype)
  })

  it('is not sent to another origin, however the path is spelled', async () => {
    const server = await serve((response) => reply(response, 200, {}))
    const wire = createWire(portsFor())
    for (const path of [
      '@evil.example/v1/models',
      '//evil.example/v1/models',
      '/other',
      '/v1/../admin',
      '\\evil',
      ':1/v1/x',
    ]) {
      expect((await failureFrom(wire.json(targetOf(server), { path, method: 'GET' }))).code).toBe(
        'invalid-base-url',
      )
    }
    const plain = { ...targetOf(server), baseUrl: 'http://api.x.ai' }
    expect((await failureFrom(wire.json(plain, GET))).code).toBe('invalid-base-url')
    expect(server.seen).toEqual([])
  })

  it('is not sent without a key, or with one that no header can carry', async () => {
    const server = await serve((response) => reply(response, 200, {}))
    const wire = createWire(portsFor())
    expect((await failureFrom(wire.json(targetOf(server, ''), GET))).code).toBe('no-key')
    for (const key of [`${CANARY}\n`, `${CANARY}é`, `${CANARY} x`]) {
      expect((await failureFrom(wire.json(targetOf(server, key), GET))).code).toBe('key-unusable')
    }
    expect(server.seen).toEqual([])
  })
})

describe('size limits', () => {
  it('stop 400 MB that were compressed to 400 kB, in less than 50 MB of memory', async () => {
    // Gzip allows one member after another, so the test itself needs no 400 MB.
    const bomb = Buffer.concat(Array(400).fill(gzipSync(Buffer.alloc(1024 * 1024, ' '))))
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      response.end(bomb)
    })
    const wire = createWire(portsFor({ limits: { jsonBytes: 2 * 1024 * 1024 } }))
    const before = process.memoryUsage().rss
    const failure = await failureFrom(wire.json(targetOf(server), GET))
    expect(failure).toMatchObject({ code: 'answer-too-large', status: 200 })
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })

  it('stop an endless body and close the connection', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => response.destroyed || response.write(' '.repeat(65_536), () => setImmediate(more))
      more()
    })
    const wire = createWire(portsFor({ limits: { jsonBytes: 1_000_000 } }))
    expect((await failureFrom(wire.json(targetOf(server), GET))).code).toBe('answer-too-large')
    await server.hangUp
  })

  it('refuse an announced size without reading', async () => {
    const failure = await failureFrom(
      get((response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99999999' })
        response.flushHeaders()
      }),
    )
    expect(failure.code).toBe('answer-too-large')
  })

  it('let a body of 15 MB through unchanged', async () => {
    const text = JSON.stringify({ text: 'ab\u{1F600}'.repeat(2_500_000) })
    const { body } = await get((response) =>
      reply(response, 200, text, { 'content-type': 'application/json' }),
    )
    const hash = (value: string) => createHash('sha256').update(value).digest('hex')
    expect(hash(JSON.stringify(body))).toBe(hash(text))
  })
})

describe('parseJson', () => {
  it.each([
    ['{"a":"}"', 'cut'],
    ['[1,2', 'cut'],
    ['{"a":"\\', 'cut'],
    ['"abc', 'cut'],
    ['{"a":1}}', 'malformed'],
    ['nope', 'malformed'],
    ['', 'malformed'],
  ])('calls %j %s', (text, kind) => {
    expect(parseJson(text).kind).toBe(kind)
  })

  it('survives nesting of any depth', () => {
    expect(() => parseJson('['.repeat(200_000))).not.toThrow()
    const deep = parseJson('['.repeat(200_000) + ']'.repeat(200_000))
    expect(() => (deep.kind === 'value' ? toJson(deep.value) : null)).not.toThrow()
  })
})
