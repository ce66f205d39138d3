import { describe, expect, it } from 'vitest'
import { createWire } from '../../../../electron/xai/wire.ts'
import type { WirePorts } from '../../../../electron/xai/wire-ports.ts'
import { type Answering, reply, startFaultServer } from '../../../support/fault-server.ts'
import {
  abortOnceSeen,
  CANARY,
  closedAfterwards,
  failureFrom,
  portsFor,
  quickest,
  serve,
  targetOf,
} from './wire-under-test.ts'

const GET = { path: '/v1/models', method: 'GET' } as const

const headersOnly: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.flushHeaders()
}
const halfABody: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"models":[')
}
const halfARefusal: Answering = (response) => {
  response.writeHead(403, { 'content-type': 'application/json' })
  response.write('{"error":"AP')
}

describe('stopping', () => {
  it.each<[string, Answering]>([
    ['before the headers', () => {}],
    ['between headers and body', headersOnly],
    ['within the body', halfABody],
    ['within a refusal', halfARefusal],
  ])('%s takes less than 50 ms and closes the connection', async (_, answer) => {
    const server = await serve(answer)
    const took = await quickest(async () => {
      const { signal, since } = abortOnceSeen(server, 60)
      const failure = await failureFrom(createWire(portsFor()).json(targetOf(server), { ...GET, signal }))
      const elapsed = since()
      expect(failure.code).toBe('stopped')
      return elapsed
    })
    expect(took).toBeLessThan(50)
    await server.hangUp
  })

  it('before sending sends nothing', async () => {
    const server = await serve((response) => reply(response, 200, {}))
    const signal = AbortSignal.abort()
    expect((await failureFrom(createWire(portsFor()).json(targetOf(server), { ...GET, signal }))).code).toBe(
      'stopped',
    )
    expect(server.seen).toEqual([])
  })

  it('does not wait for a network stack that ignores it', async () => {
    const deaf = portsFor({ fetch: () => new Promise(() => {}) })
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 20)
    const target = targetOf({ origin: 'http://127.0.0.1:1' })
    expect((await failureFrom(createWire(deaf).json(target, { ...GET, signal: abort.signal }))).code).toBe(
      'stopped',
    )
  })

  it('leaves nothing behind on the caller’s signal', async () => {
    const server = await serve((response) => reply(response, 200, {}))
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    Object.assign(signal, {
      addEventListener: (...own: Parameters<typeof add>) => {
        listeners += 1
        add(...own)
      },
      removeEventListener: (...own: Parameters<typeof remove>) => {
        listeners -= 1
        remove(...own)
      },
    })
    await createWire(portsFor()).json(targetOf(server), { ...GET, signal })
    expect(listeners).toBeLessThanOrEqual(0)
  })
})

describe('time limits', () => {
  it.each<[string, Answering, Partial<NonNullable<WirePorts['limits']>>, string]>([
    ['headers', () => {}, { getHeadersMs: 1_000 }, 'headers'],
    ['silence', headersOnly, { idleMs: 500 }, 'idle'],
    ['the whole', halfABody, { totalMs: 1_000 }, 'total'],
  ])('end waiting for %s', async (_, answer, limits, phase) => {
    const server = await serve(answer)
    const failure = await failureFrom(createWire(portsFor({ limits })).json(targetOf(server), GET))
    expect(failure).toMatchObject({ code: 'timed-out', phase })
    await server.hangUp
  })

  it('give a POST longer to begin than a GET: a model may be thinking', async () => {
    const server = await serve((response) => setTimeout(reply, 150, response, 200, {}))
    const wire = createWire(portsFor({ limits: { getHeadersMs: 50, headersMs: 20_000 } }))
    expect(await failureFrom(wire.json(targetOf(server), GET))).toMatchObject({ phase: 'headers' })
    const posted = await wire.json(targetOf(server), { ...GET, method: 'POST', body: {} })
    expect(posted.status).toBe(200)
  })

  it('let a slow body through as long as it moves', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const pieces = ['[', '1', ',', '2', ',', '3', ']']
      const timer = setInterval(() => {
        const piece = pieces.shift()
        if (piece !== undefined) response.write(piece)
        else {
          clearInterval(timer)
          response.end()
        }
      }, 300)
    })
    const { body } = await createWire(portsFor({ limits: { idleMs: 1_800 } })).json(targetOf(server), GET)
    expect(body).toEqual([1, 2, 3])
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    '%i to another origin is refused and the key stays here',
    async (status) => {
      const other = closedAfterwards(
        await startFaultServer((response) => reply(response, 200, { stolen: true })),
      )
      const server = await serve((response) =>
        reply(response, status, '', { location: `${other.origin}/v1/models` }),
      )
      for (const method of ['GET', 'POST'] as const) {
        const failure = await failureFrom(
          createWire(portsFor()).json(targetOf(server), {
            path: '/v1/models',
            method,
            ...(method === 'POST' ? { body: {} } : {}),
          }),
        )
        expect(failure.code).toBe('redirected')
      }
      expect(other.seen).toEqual([])
      expect(server.seen).toHaveLength(2)
    },
  )

  it.each<[string, (url: string, init: RequestInit) => Promise<Response>]>([
    ['hands the 307 over', (url, init) => fetch(url, { ...init, redirect: 'manual' })],
    ['follows it', (url, init) => fetch(url, { ...init, redirect: 'follow' })],
    [
      'throws as Chromium does',
      () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'")),
    ],
    ['cancels as Chromium does', () => Promise.reject(new Error('Redirect was cancelled'))],
  ])('is refused by a network stack that %s, too', async (_, send) => {
    const server = await serve((response, attempt) =>
      attempt === 1 ? reply(response, 307, '', { location: '/v1/other' }) : reply(response, 200, {}),
    )
    const failure = await failureFrom(createWire(portsFor({ fetch: send })).json(targetOf(server), GET))
    expect(failure.code).toBe('redirected')
  })

  it('never brings the key to another origin, even by a network stack that follows', async () => {
    const other = closedAfterwards(await startFaultServer((response) => reply(response, 200, {})))
    const server = await serve((response) =>
      reply(response, 307, '', { location: `${other.origin}/v1/models` }),
    )
    const ports = portsFor({ fetch: (url, init) => fetch(url, { ...init, redirect: 'follow' }) })
    expect((await failureFrom(createWire(ports).json(targetOf(server), GET))).code).toBe('redirected')
    expect(JSON.stringify(other.seen)).not.toContain(CANARY)
  })
})
