import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { createRouterClient, implement } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { aboutRoutes } from '../../electron/rpc/about-routes.ts'
import { implementer } from '../../electron/rpc/implementer.ts'
import { ServiceFailure } from '../../electron/services/ports.ts'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { contract } from '../../shared/contract/index.ts'
import { pagePress, setupOf } from '../support/ports/page-press.ts'
import { routerBench } from '../support/ports/router-bench.ts'

const SECRET = 'sk-in-the-message'
const requestId = '6f1b6d5e-3f0a-4a2e-9c39-0f5d1f0a7c11'
const press = { requestId, conversationId: 'c', setup: setupOf('m'), text: 't', images: [] }

function bench(...parts: Parameters<typeof routerBench>) {
  const made = routerBench(...parts)
  const client = createRouterClient(made.router)
  return { ...made, client, ...pagePress(client) }
}

async function errorFrom(call: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(call)
  return error
}

describe('the router', () => {
  it('answers a call of each area', async () => {
    const { client, bugs, conversation, stop } = bench()
    expect(await client.about.read()).toMatchObject({ version: '0.1.0' })
    expect(await client.about.openLink({ url: 'file:///etc' })).toEqual({ outcome: 'refused' })
    expect(await client.connection.status()).toMatchObject({ kind: 'demo' })
    expect(await client.connection.inspectKey()).toMatchObject({ name: 'a key', demo: true })
    expect(await client.catalog.read()).toMatchObject({ from: 'none' })
    expect((await client.catalog.refresh()).models[0]?.prices.promptText).toBe(3000n)
    expect(await conversation()).toMatchObject({ messages: [], total: 0 })
    expect(await stop()).toEqual({ stopped: false })
    expect(await client.images.add({ base64: 'AA==' })).toEqual({ outcome: 'refused', why: 'type' })
    expect(await client.preferences.change({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
    expect(await client.preferences.read()).toMatchObject({ theme: 'dark', lastView: '/models' })
    expect(bugs).toEqual([])
  })

  it('logs a fault of the page once, where bugs are logged', async () => {
    const { client, bugs } = bench()
    await client.about.reportFault({ where: 'models', stack: 'TypeError: planted' })
    expect(bugs).toHaveLength(1)
    expect(String(JSON.stringify(bugs))).toContain('page: models')
  })

  it('does not compile without an answer to every call', () => {
    const os = implementer(() => {})
    const areas = { about: aboutRoutes(os, { read: () => never(), openLink: () => never() }, () => {}) }
    // @ts-expect-error: all other areas of the contract have no answer
    const incomplete = os.router(areas)
    const plain = implement(contract)
    // @ts-expect-error: `openLink` and `reportFault` have no answer
    const oneCallShort = plain.about.router({ read: plain.about.read.handler(() => never()) })
    expect([incomplete, oneCallShort]).toHaveLength(2)
  })
})

describe('an expected failure', () => {
  it('reaches the page as the typed error, with all it says', async () => {
    const failure = failureOf('rate-limited', { status: 429, retryAfterMs: 2000, requestId: 'r' })
    const { client, bugs } = bench({
      keyFacts: { inspectKey: () => Promise.reject(new ServiceFailure(failure)) },
    })
    const { error, isDefined } = await safe(client.connection.inspectKey())
    expect(isDefined && error.code).toBe('FAILED')
    expect(isDefined && error.data).toEqual(failure)
    expect(bugs).toEqual([])
  })

  it('that was thrown at once is no different', async () => {
    const { client } = bench()
    const one = { conversationId: 'none' }
    const { error, isDefined } = await safe(client.conversations.pin({ ...one, pinned: true }))
    expect(isDefined && error.data.code).toBe('not-found')
  })

  it('in the middle of a stream reaches the page too', async () => {
    const { events: listen } = bench({
      chat: chatWith(() => failing(new ServiceFailure(failureOf('stopped')))),
    })
    const events = await listen()
    await events.next()
    const error = await errorFrom(events.next())
    expect(error instanceof ORPCError && isDefinedError(error) && error.data).toEqual(failureOf('stopped'))
  })
})

describe('a bug', () => {
  it('is reported once, and the page learns nothing of it', async () => {
    const bug = new TypeError(SECRET, { cause: SECRET })
    const { client, bugs } = bench({ keyFacts: { inspectKey: () => Promise.reject(bug) } })
    const error = await errorFrom(client.connection.inspectKey())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', defined: false, data: undefined })
    expect(bugs).toEqual([{ where: 'connection.inspectKey', error: bug }])
    expect(everyWordOf(error)).not.toContain(SECRET)
  })

  it('in a stream is reported once too', async () => {
    const bug = new TypeError(SECRET)
    const { events: listen, bugs } = bench({ chat: chatWith(() => failing(bug)) })
    const events = await listen()
    await events.next()
    const error = await errorFrom(events.next())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(everyWordOf(error)).not.toContain(SECRET)
    expect(bugs).toEqual([{ where: 'chat.events', error: bug }])
  })

  it.each([
    { what: 'an answer', stray: { stopped: SECRET } },
    { what: 'an answer with more than it should say', stray: { stopped: true, key: SECRET } },
  ])('$what that breaks the contract never leaves', async ({ stray }) => {
    const chat = { ...chatWith(() => failing(new Error())), stop: () => JSON.parse(JSON.stringify(stray)) }
    const { stop, bugs } = bench({ chat })
    const error = await errorFrom(stop())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(bugs).toHaveLength(1)
    expect(everyWordOf([error, bugs])).not.toContain(SECRET)
  })

  it('of an event that breaks the contract never leaves', async () => {
    const { events, bugs } = bench({
      chat: chatWith(() => asEvents([JSON.parse(`{"kind":"append","messageId":1,"text":"${SECRET}"}`)])),
    })
    const error = await errorFrom((await events()).next())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(bugs).toMatchObject([{ where: 'chat.events' }])
    expect(everyWordOf([error, bugs])).not.toContain(SECRET)
  })
})

describe('input that the contract does not allow', () => {
  it.each([
    ['no input', undefined],
    ['a missing entry', { ...press, text: undefined }],
    ['an id that is none', { ...press, requestId: '1' }],
    ['no model', { ...press, setup: { ...press.setup, model: '' } }],
    ['a prompt beyond all bounds', { ...press, text: 'x'.repeat(4_000_001) }],
    ['an entry too many', { ...press, url: 'https://evil.example' }],
    ['a list', [requestId, press]],
  ])('is refused before any service sees it: %s', async (_what, input) => {
    const { client, stream, bugs } = bench()
    const error = await errorFrom(client.chat.send(JSON.parse(JSON.stringify(input ?? null))))
    expect(error).toMatchObject({ code: 'BAD_REQUEST', data: undefined })
    expect(stream.calls).toEqual([])
    expect(bugs).toMatchObject([{ where: 'chat.send' }])
  })

  it('is reported without its content', async () => {
    const { client, bugs } = bench()
    const error = await errorFrom(
      client.connection.saveKey(JSON.parse(`{"key":"${SECRET}","keep":"${SECRET}"}`)),
    )
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(bugs).toHaveLength(1)
    expect(everyWordOf([error, bugs])).not.toContain(SECRET)
    expect(everyWordOf(bugs)).toContain('keep')
  })
})

function never(): never {
  throw new Error('never called')
}

function chatWith(events: () => AsyncIterableIterator<ChatEvent>) {
  return { ...routerBench().chat, events }
}

async function* asEvents(events: readonly ChatEvent[]): AsyncGenerator<ChatEvent, undefined> {
  yield* events
  return undefined
}

async function* failing(error: unknown): AsyncGenerator<ChatEvent, undefined> {
  yield { kind: 'append', messageId: 'm', text: '', reasoning: '' }
  throw error
}

/** Everything a page or a log could print of a value: messages, stacks and causes. */
function everyWordOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof ORPCError
      ? part.toJSON()
      : part instanceof Error
        ? { message: part.message, stack: part.stack, cause: part.cause }
        : part,
  )
}
