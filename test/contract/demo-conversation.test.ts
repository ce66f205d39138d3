import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { afterEach, expect, it } from 'vitest'
import { type DemoOptions, startDemoApi } from '../../electron/demo/demo-api.ts'
import { createStreamChat } from '../../electron/xai/chat-completions.ts'
import { createWire } from '../../electron/xai/wire.ts'
import type { ChatEvent, Message } from '../../shared/contract/chat.ts'
import { screenAfter } from '../support/ports/chat-bench.ts'
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
  return { ...made, ...page, demo }
}

const requestId = () => crypto.randomUUID()

/** Listens until the newest message satisfies `until`, and returns it with all events seen. */
async function listen(client: PageClient, until: (message: Message) => boolean) {
  const events = await client.chat.events()
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
  const { client, bugs } = await app()
  const { models } = await client.catalog.refresh()
  expect(models.length).toBeGreaterThan(2)
  for (const { id } of models) {
    await client.chat.send({ requestId: requestId(), model: id, text: 'How much is a million tokens?' })
    const { last } = await listen(client, isOver)
    expect(last.attempt).toMatchObject({ state: { kind: 'complete' }, servedModel: id, demo: true })
    expect(last.attempt?.computed?.total).toBe(last.attempt?.usage?.billed)
    expect(last.attempt?.computed?.complete).toBe(true)
  }
  expect(bugs).toEqual([])
})

it('a stream that is stopped keeps its text, and the next question knows it', async () => {
  const { client, demo } = await app({ pacing: 'believable' })
  await client.chat.send({ requestId: requestId(), model: 'grok-4.3', text: 'Tell me a long story.' })
  const { seen } = await listen(client, ({ text }) => text.length > 20)
  expect(seen.length).toBeGreaterThan(1)
  expect(await client.chat.stop()).toEqual({ stopped: true })
  const kept = (await client.chat.conversation()).messages.at(-1)
  expect(kept).toMatchObject({ attempt: { state: { kind: 'stopped' } } })
  demo.setPacing('none')
  await client.chat.send({ requestId: requestId(), model: 'grok-4.3', text: 'Go on.' })
  const { last } = await listen(client, isOver)
  expect(last.attempt?.state.kind).toBe('complete')
  expect((await client.chat.conversation()).messages[1]).toEqual(kept)
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
  const { client } = await app()
  await client.chat.send({ requestId: requestId(), model: 'grok-of-nowhere', text: 'hello' })
  const { last } = await listen(client, isOver)
  expect(last).toMatchObject({
    text: '',
    attempt: { state: { kind: 'failed', failure: { code: 'model-not-found' } } },
  })
  await client.chat.retry({ requestId: requestId(), model: 'grok-4.3' })
  const { last: again } = await listen(client, isOver)
  expect(again).toMatchObject({ attempt: { state: { kind: 'complete' } } })
})
