import { EventEmitter } from 'node:events'
import { createORPCClient, isDefinedError, ORPCError, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { serveRouter } from '../../electron/rpc/serve.ts'
import { ServiceFailure } from '../../electron/services/ports.ts'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { faultSeed, howMany } from '../support/fault-run.ts'
import { done, screenAfter, text } from '../support/ports/chat-bench.ts'
import { pagePress } from '../support/ports/page-press.ts'
import { type PageClient, pageOf, routerBench } from '../support/ports/router-bench.ts'
import { settle } from '../support/ports/scripted-stream.ts'

const MESSAGES = howMany('TOKENBOOK_FAULT_MESSAGES', { short: 500, long: 20_000 })

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function bench(...parts: Parameters<typeof routerBench>) {
  const made = routerBench(...parts)
  const page = pageOf(made)
  closing.push(page.close)
  return { ...made, ...page, ...pagePress(page.client) }
}

/** Messages need several turns of the loop to cross the port. */
async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2_000 && !condition(); turns += 1) await settle()
  expect(condition()).toBe(true)
}

describe('over a port', () => {
  it('ticks cross as exact whole numbers', async () => {
    const { client, wire } = bench()
    const price = Number.MAX_SAFE_INTEGER
    const entry = { id: 'm', aliases: [], prompt_text_token_price: price }
    wire.answers.set('/v1/language-models', { body: { models: [entry] } })
    const { models } = await client.catalog.refresh()
    expect(models[0]?.prices).toMatchObject({ promptText: BigInt(price), cachedPromptText: null })
    expect(models[0]?.raw).toEqual(entry)
  })

  it('an expected failure is the typed error', async () => {
    const failure = failureOf('wrong-key', { status: 400, serverWords: 'Incorrect API key' })
    const { client } = bench({ keyFacts: { inspectKey: () => Promise.reject(new ServiceFailure(failure)) } })
    const { error } = await safe(client.connection.inspectKey())
    expect(error instanceof ORPCError && isDefinedError(error) && error.data).toEqual(failure)
  })

  it('a bug says nothing', async () => {
    const { client, port, bugs } = bench({
      keyFacts: { inspectKey: () => Promise.reject(new Error('secret')) },
    })
    const raw: unknown[] = []
    port.on('message', (data) => raw.push(data))
    const { error } = await safe(client.connection.inspectKey())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(bugs).toHaveLength(1)
    expect(raw).toHaveLength(1)
    expect(JSON.stringify(raw)).not.toContain('secret')
  })

  it('refuses input that the contract does not allow', async () => {
    const { send, stream } = bench()
    const { error } = await safe(send('grok-3-mini', 'hi', 'none'))
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(stream.calls).toEqual([])
  })

  it('a prompt of four million characters passes', async () => {
    const { send, stream } = bench()
    await send('grok-3-mini', '\u0001'.repeat(4_000_000))
    expect(stream.last().turns[0]?.text).toHaveLength(4_000_000)
  })

  it.each([
    'chat/nothing',
    'chat',
    'constructor',
    '__proto__',
    'chat/send/call',
    'toString',
    'connection/target',
  ])('the unknown procedure %s is not found', async (path) => {
    const { port } = bench()
    const answer = new Promise<unknown>((resolve) => port.on('message', resolve))
    port.postMessage(JSON.stringify({ i: '1', p: { u: `/${path}`, b: { json: null } } }))
    expect(JSON.parse(String(await answer))).toMatchObject({ i: '1', p: { s: 404 } })
  })

  it('works on a port whose messages come in events, as in Electron', async () => {
    const { router, reportBug } = routerBench()
    const [main, renderer] = emitterPorts()
    serveRouter(router, main, reportBug)
    const client: PageClient = createORPCClient(new RPCLink({ port: renderer }))
    expect(await client.about.read()).toMatchObject({ version: '0.1.0' })
  })
})

describe('a stream over a port', () => {
  it('shows the answer grow and ends level with it', async () => {
    const { stream, time, send, events, conversation } = bench()
    const seen: ChatEvent[] = []
    const abort = new AbortController()
    const listening = collect(await events({ signal: abort.signal }), seen)
    await send('grok-3-mini', 'hi')
    await stream.last().send(text('one '))
    await stream.last().send(text('two '))
    time.pass(16)
    await stream.last().send(text('three'), done())
    await stream.last().finish()
    await until(() => screenAfter(seen)?.messages.at(-1)?.attempt?.state.kind === 'complete')
    expect(seen.map(({ kind }) => kind)).toContain('append')
    expect(screenAfter(seen)?.messages).toEqual((await conversation()).messages)
    abort.abort()
    await listening
  })

  it.each(['abort', 'return', 'close'] as const)('is let go by %s, and the answer goes on', async (how) => {
    const { chat, conversations, stream } = routerBench()
    const watched = watchListeners(chat)
    const page = bench({ chat: watched.chat, conversations })
    await page.send('grok-3-mini', 'hi')
    const abort = new AbortController()
    const events = await page.events({ signal: abort.signal })
    await events.next()
    expect(watched.open()).toBe(1)
    const pending = events.next().catch(() => null)
    if (how === 'abort') abort.abort()
    else if (how === 'return') await events.return()
    else page.port.close()
    await until(() => watched.open() === 0)
    await pending
    await stream.last().send(text('still'), done())
    await stream.last().finish()
    expect(
      conversations.read({ ...conversations.latest(), before: null, limit: 10 }).messages.at(-1),
    ).toMatchObject({ text: 'still' })
  })
})

describe('what our own page never sends', () => {
  it('is dropped, reported once, and the next call works', async () => {
    const { client, port, bugs } = bench()
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    const odd: unknown[] = [
      ...[
        null,
        undefined,
        7,
        7n,
        new Map([['i', '1']]),
        circle,
        [],
        new Uint8Array([255, 1, 2]),
        'not json',
        '',
      ],
      { i: '1', p: { u: '/about/read' } },
      '{"i":"1"}',
      '{"i":1,"p":{"u":"/about/read"}}',
      '{"i":"1","p":{"u":"https://evil.example/about/read"}}',
      '{"i":"1","p":{"u":"//evil.example"},"t":3}',
      '{"i":"1","t":9}',
      JSON.stringify({ i: 'x'.repeat(33), p: { u: '/about/read' } }),
    ]
    for (const message of odd) port.postMessage(message)
    expect(await client.about.read()).toMatchObject({ version: '0.1.0' })
    expect(bugs).toMatchObject([{ where: 'rpc' }])
  })

  it('cannot make main build files or forms of it', async () => {
    const { client, port, bugs } = bench()
    const p = { u: '/about/read', h: { 'content-disposition': 'attachment; filename="x"' }, b: {} }
    port.postMessage(JSON.stringify({ i: 'z', p }))
    port.postMessage(JSON.stringify({ i: 'y', p: { ...p, h: { 'content-type': 'text/event-stream' } } }))
    expect(await client.about.read()).toMatchObject({ version: '0.1.0' })
    expect(bugs).toEqual([])
  })

  it.each([
    '{"json":{"__proto__":{"polluted":"yes"},"theme":"dark"}}',
    '{"json":{"constructor":{"prototype":{"polluted":"yes"}}}}',
    '{"json":{"theme":"dark"},"meta":[[0,"__proto__","polluted"]]}',
    '{"json":{"theme":"1"},"meta":[[0,"constructor","prototype","polluted"]]}',
    '{"json":{},"meta":[[1,"__proto__"]],"__proto__":{"polluted":"yes"}}',
  ])('changes no prototype: %s', async (body) => {
    const { client, port } = bench()
    const answer = new Promise<unknown>((resolve) => port.on('message', resolve))
    port.postMessage(`{"i":"z","p":{"u":"/preferences/change","b":${body}}}`)
    await answer
    expect({}).not.toHaveProperty('polluted')
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(await client.preferences.read()).not.toHaveProperty('polluted')
  })

  it('does no harm, whatever it is', async () => {
    const { client, port } = bench()
    const loose: unknown[] = []
    const listen = (reason: unknown) => loose.push(reason)
    process.on('unhandledRejection', listen)
    const Path = fc.constantFrom('/about/read', '/preferences/change', '/chat/send', '/chat/events', '/x')
    // Ids of its own: an answer under the id of the client's next call would be taken for the answer to that.
    const Id = fc.string({ minLength: 1, maxLength: 31 }).map((id) => `~${id}`)
    const Message = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({ i: Id, t: fc.nat({ max: 5 }) }).map((m) => JSON.stringify(m)),
      fc
        .record({ i: Id, p: fc.record({ u: Path, b: fc.jsonValue() }) })
        .map((message) => JSON.stringify(message)),
      fc
        .tuple(Path, fc.jsonValue(), fc.array(fc.array(fc.jsonValue(), { maxLength: 4 }), { maxLength: 3 }))
        .map(([u, json, meta]) => JSON.stringify({ i: 'm', p: { u, b: { json, meta } } })),
    )
    for (const message of fc.sample(Message, { numRuns: MESSAGES, seed: faultSeed }))
      port.postMessage(message)
    expect(await client.about.read()).toMatchObject({ version: '0.1.0' })
    await settle()
    process.off('unhandledRejection', listen)
    expect(loose).toEqual([])
  })
})

async function collect(events: AsyncIterable<ChatEvent>, seen: ChatEvent[]): Promise<void> {
  try {
    for await (const event of events) seen.push(event)
  } catch {
    // An aborted stream ends with the abort's reason; what was seen is what counts.
  }
}

type Listened<Request> = { events(request: Request, signal?: AbortSignal): AsyncIterableIterator<ChatEvent> }

/** The chat with a count of the event streams that are open in main. */
function watchListeners<Request, C extends Listened<Request>>(chat: C & Listened<Request>) {
  let open = 0
  const watched = {
    ...chat,
    events(request: Request, signal?: AbortSignal) {
      open += 1
      signal?.addEventListener('abort', () => {
        open -= 1
      })
      return chat.events(request, signal)
    },
  }
  return { chat: watched, open: () => open }
}

/** Two ends of a channel that deliver `{ data }`, as Electron's `MessagePortMain` does. */
function emitterPorts() {
  const [one, two] = [new EventEmitter(), new EventEmitter()]
  const end = (mine: EventEmitter, other: EventEmitter) => ({
    on: (event: string, listener: (event: { data: unknown }) => void) => mine.on(event, listener),
    postMessage: (data: unknown) => queueMicrotask(() => other.emit('message', { data })),
  })
  return [end(one, two), end(two, one)] as const
}
