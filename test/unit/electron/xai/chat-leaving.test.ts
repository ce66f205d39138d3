import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../../electron/demo/fault.ts'
import type { ChatPart, Target } from '../../../../electron/services/ports.ts'
import { createStreamChat } from '../../../../electron/xai/stream-chat.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import type { WirePorts } from '../../../../electron/xai/wire-ports.ts'
import { demoTarget } from '../../../support/ports/sample-target.ts'
import { demoPerTest } from '../demo/demo-per-test.ts'
import { asking } from './chat-under-test.ts'
import { errorFrom, failureFrom, portsFor } from './wire-under-test.ts'

/**
 * Electron 25's `session.fetch`: to cancel its body does not close the connection (measured), only the signal does. A
 * connection that stays open goes on being answered, and billed.
 */
const closesBySignalOnly: WirePorts['fetch'] = async (url, init) => {
  const answer = await fetch(url, init)
  const reader = answer.body?.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await reader?.read()
      if (next === undefined || next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel() {},
  })
  return new Response(body, { status: answer.status, headers: answer.headers })
}

const start = demoPerTest()
const REQUEST = asking('grok-4.7', 'Write a long essay about rivers')

async function server(...faults: Fault[]) {
  const api = await start({ pacing: 'believable', faults })
  const target = demoTarget({ baseUrl: api.baseUrl, key: api.key })
  return { api, target, outcome: () => api.requests[0]?.outcome }
}

/** Asks for a long answer and hands every part to `at`; `leave` there ends the loop, `stop` the request. */
async function chat(
  target: Target,
  at: (part: ChatPart, stop: () => void) => 'leave' | 'stay',
  limits: WirePorts['limits'] = {},
): Promise<void> {
  const stop = new AbortController()
  const ports = portsFor({ fetch: closesBySignalOnly, limits })
  const request = { ...REQUEST, signal: stop.signal }
  for await (const part of createStreamChat(ports)(target, request)) {
    if (at(part, () => stop.abort()) === 'leave') return
  }
}

describe('on a network stack that closes a connection by its signal alone, the server sees at once', () => {
  it.each(['headers', 'served-model'] as const)(
    'that the reader left the loop at the first part of %s',
    async (kind) => {
      const { target, outcome } = await server()
      await chat(target, (part) => (part.kind === kind ? 'leave' : 'stay'))
      await expect.poll(outcome).toBe('client-left')
    },
  )

  it('a stop in the middle of the answer', async () => {
    const { target, outcome } = await server()
    const leaving = chat(target, (part, stop) => {
      if (part.kind === 'served-model') stop()
      return 'stay'
    })
    expect((await failureFrom(leaving)).code).toBe('stopped')
    await expect.poll(outcome).toBe('client-left')
  })

  it('a stop before the first byte', async () => {
    const { api, target, outcome } = await server({ kind: 'hang' })
    const stop = new AbortController()
    const ports = portsFor({ fetch: closesBySignalOnly })
    const parts = createStreamChat(ports)(target, { ...REQUEST, signal: stop.signal })
    const first = errorFrom(parts[Symbol.asyncIterator]().next())
    await expect.poll(() => api.requests.length).toBe(1)
    stop.abort()
    expect(await first).toMatchObject({ failure: { code: 'stopped' } })
    await expect.poll(outcome).toBe('client-left')
  })

  it.each<[string, Fault, WirePorts['limits'], string]>([
    ['the end of our patience', { kind: 'stall', afterEvents: 2 }, { idleMs: 100 }, 'timed-out'],
    ['an event that ends the answer', { kind: 'malformed-event', afterEvents: 2 }, {}, 'malformed-answer'],
    ['the largest size', { kind: 'pings-only', everyMs: 1 }, { streamBytes: 60 }, 'answer-too-large'],
  ])('%s', async (_, fault, limits, code) => {
    const { target, outcome } = await server(fault)
    expect((await failureFrom(chat(target, () => 'stay', limits))).code).toBe(code)
    await expect.poll(outcome).toBe('client-left')
  })

  it('that a body larger than allowed is not read on', async () => {
    const { target, outcome } = await server({ kind: 'huge-body', bytes: 50_000_000 })
    const wire = createWire(portsFor({ fetch: closesBySignalOnly, limits: { jsonBytes: 10_000 } }))
    const failure = await failureFrom(wire.json(target, { path: '/v1/models', method: 'GET' }))
    expect(failure.code).toBe('answer-too-large')
    await expect.poll(outcome).toBe('client-left')
  })
})
