import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { afterEach, expect, it } from 'vitest'
import { type DemoOptions, startDemoApi } from '../../electron/demo/demo-api.ts'
import { createStreamChat } from '../../electron/xai/stream-chat.ts'
import { createWire } from '../../electron/xai/wire.ts'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { Message } from '../../shared/contract/message.ts'
import { screenAfter } from '../support/ports/chat-bench.ts'
import { pagePress } from '../support/ports/page-press.ts'
import { type PageClient, pageOf, routerBench } from '../support/ports/router-bench.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A page in front of the real services, the real wire and the demo API over HTTP. Only the disk is memory. */
async function app(options: DemoOptions = {}) {
  const demo = await startDemoApi({ pacing: 'none', ...options })
  const clock = { now: () => Date.now(), monotonic: () => performance.now() }
  const network = { fetch: (url: string, init: RequestInit) => fetch(url, init), clock, random: () => 0 }
  const made = routerBench(
    {},
    {
      demo: async () => demo,
      wire: createWire(network),
      streamChat: createStreamChat(network),
      clock,
    },
  )
  const page = pageOf(made)
  closing.push(demo.close, page.close, () => made.chat.shutdown())
  return { ...made, ...page, ...pagePress(page.client), demo }
}

/** Listens until the newest message satisfies `until`, and returns it with all events seen. */
async function listen(client: PageClient, until: (message: Message) => boolean) {
  const events = await pagePress(client).events()
  const seen: ChatEvent[] = []
  for await (const event of events) {
    seen.push(event)
    const last = screenAfter(seen)?.messages.at(-1)
    if (last && until(last)) return { last, seen }
  }
  throw new Error('the events ended')
}

const isOver = ({ attempt }: Message) =>
  attempt !== null && attempt.state.kind !== 'pending' && attempt.state.kind !== 'streaming'

it('a question to each model is answered, and what we compute equals what is billed', async () => {
  const { client, bugs, send } = await app()
  const { models } = await client.catalog.refresh()
  expect(models.length).toBeGreaterThan(2)
  for (const { id } of models) {
    await send(id, 'How much is a million tokens?')
    const { last } = await listen(client, isOver)
    expect(last.attempt).toMatchObject({ state: { kind: 'complete' }, servedModel: id, demo: true })
    expect(last.attempt?.computed?.total).toBe(last.attempt?.usage?.billed)
    expect(last.attempt?.computed?.complete).toBe(true)
  }
  expect(bugs).toEqual([])
})

it('a stream that is stopped keeps its text, and the next question knows it', async () => {
  const { client, demo, send, stop, conversation } = await app({ pacing: 'believable' })
  await send('grok-4.3', 'Tell me a long story.')
  const { seen } = await listen(client, ({ text }) => text.length > 20)
  expect(seen.length).toBeGreaterThan(1)
  expect(await stop()).toEqual({ stopped: true })
  const kept = (await conversation()).messages.at(-1)
  expect(kept).toMatchObject({ attempt: { state: { kind: 'stopped' } } })
  demo.setPacing('none')
  await send('grok-4.3', 'Go on.')
  const { last } = await listen(client, isOver)
  expect(last.attempt?.state.kind).toBe('complete')
  expect((await conversation()).messages[1]).toEqual(kept)
})

it('a key that is refused is a typed failure in the words of the contract', async () => {
  const { client, demo } = await app()
  await client.connection.setBaseUrl({ baseUrl: demo.baseUrl })
  await client.connection.saveKey({ key: 'xai-not-the-right-key', keep: 'session' })
  const { error } = await safe(client.connection.inspectKey())
  expect(error instanceof ORPCError && isDefinedError(error) && error.data).toMatchObject({
    code: 'wrong-key',
    status: 400,
  })
  expect(await client.catalog.refresh()).toMatchObject({ demo: false, failure: { code: 'wrong-key' } })
  await client.connection.saveKey({ key: demo.key, keep: 'session' })
  expect(await client.connection.inspectKey()).toMatchObject({ demo: false, acls: expect.any(Array) })
})

it('a model that does not exist fails before any text, and asking again with another works', async () => {
  const { client, send, again } = await app()
  await send('grok-of-nowhere', 'hello')
  const { last } = await listen(client, isOver)
  expect(last).toMatchObject({
    text: '',
    attempt: { state: { kind: 'failed', failure: { code: 'model-not-found' } } },
  })
  await again('grok-4.3')
  const { last: second } = await listen(client, isOver)
  expect(second).toMatchObject({ attempt: { state: { kind: 'complete' } } })
})
