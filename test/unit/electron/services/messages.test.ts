import { describe, expect, it } from 'vitest'
import { done, text } from '../../../support/ports/chat-bench.ts'
import { pngBytes } from '../../../support/sample-images.ts'
import { failureFrom } from '../../../support/service-failure.ts'
import { answered, setupFor, written } from './playground-bench.ts'

describe('a message', () => {
  it('is added anywhere in any role, and goes to the model so', async () => {
    const { services, open, said, idOf, send, stream } = await answered('one')
    const { messages } = services
    messages.add({ ...open, place: { kind: 'start' }, message: written('be brief', { role: 'system' }) })
    messages.add({
      ...{ ...open, place: { kind: 'after', messageId: idOf('one') } },
      message: written('two in a row'),
    })
    expect(said()).toEqual(['be brief', 'one', 'two in a row', 'answer to one'])
    await send('go')
    expect(stream.last().asked.turns.map(({ role }) => role)).toEqual([
      ...['system', 'user', 'user', 'assistant', 'user'],
    ])
  })

  it('is edited in place, and the attempt that made it stays', async () => {
    const { services, open, chat, idOf } = await answered('one')
    const messageId = idOf('answer to one')
    services.messages.edit({ ...open, messageId, message: written('better', { role: 'assistant' }) })
    const [, answer] = chat.conversation().messages
    expect(answer).toMatchObject({ id: messageId, text: 'better', attempt: { state: { kind: 'complete' } } })
    expect(answer?.editedAt).not.toBeNull()
  })

  it('is edited as a branch, both are kept, and either can be shown', async () => {
    const { services, open, chat, said, idOf } = await answered('one', 'two')
    const messageId = idOf('two')
    services.messages.branch({ ...open, messageId, message: written('other two') })
    expect(said()).toEqual(['one', 'answer to one', 'other two'])
    const { branch } = chat.conversation().messages[2] ?? {}
    expect(branch).toMatchObject({ position: 2, count: 2, previous: messageId })
    services.messages.choose({ ...open, messageId })
    expect(said()).toEqual(['one', 'answer to one', 'two', 'answer to two'])
  })

  it('is moved, removed and put back', async () => {
    const { services, open, said, idOf } = await answered('one', 'two')
    const messageId = idOf('two')
    services.messages.move({ ...open, messageId, place: { kind: 'start' } })
    expect(said()).toEqual(['two', 'one', 'answer to one', 'answer to two'])
    services.messages.remove({ ...open, messageId })
    expect(said()).toEqual(['one', 'answer to one', 'answer to two'])
    services.messages.restore({ ...open, messageId })
    expect(said()).toEqual(['two', 'one', 'answer to one', 'answer to two'])
  })

  it('removed keeps its place: what is put in or moved there loses nothing that follows', async () => {
    const { services, open, said, idOf } = await answered('one', 'two')
    const place = { kind: 'after', messageId: idOf('one') } as const
    services.messages.remove({ ...open, messageId: idOf('answer to one') })
    services.messages.add({ ...open, place, message: written('instead') })
    expect(said()).toEqual(['one', 'instead', 'two', 'answer to two'])
    services.messages.move({ ...open, messageId: idOf('instead'), place: { kind: 'end' } })
    expect(said()).toEqual(['one', 'two', 'answer to two', 'instead'])
  })

  it('being written is nobody else’s to change, and the others are', async () => {
    const { services, open, send, idOf, said } = await answered('one')
    const { messageId } = await send('two')
    const one = { ...open, messageId }
    expect((await failureFrom(() => services.messages.remove(one))).code).toBe('busy')
    expect((await failureFrom(() => services.messages.edit({ ...one, message: written('x') }))).code).toBe(
      'busy',
    )
    services.messages.remove({ ...open, messageId: idOf('one') })
    expect(said()).toEqual(['answer to one', 'two', ''])
  })

  it('that the disk did not take yet is written before it is edited, not over that', async () => {
    const { services, open, send, stream, answer, store, time } = await answered()
    await send('hi')
    await stream.last().send(text('the answer'), done())
    store.full = true
    await stream.last().finish()
    store.full = false
    const messageId = answer().id
    services.messages.edit({ ...open, messageId, message: written('better', { role: 'assistant' }) })
    time.pass(60_000)
    expect(answer()).toMatchObject({ text: 'better', attempt: { state: { kind: 'complete' } } })
    expect(store.rows()?.messages.at(-1)).toEqual(answer())
  })

  it('that is not there, or in another conversation, is not found', async () => {
    const { services, open, idOf } = await answered('one')
    const messageId = idOf('one')
    const elsewhere = services.conversations.create({ setup: null })
    for (const one of [
      { ...open, messageId: 'none' },
      { ...elsewhere, messageId },
      { conversationId: 'none', messageId },
    ]) {
      expect((await failureFrom(() => services.messages.remove(one))).code).toBe('not-found')
      expect((await failureFrom(() => services.messages.choose(one))).code).toBe('not-found')
    }
  })
})

describe('an answer', () => {
  it('is made again beside itself with other parameters, and every one is kept', async () => {
    const { services, open, idOf, said, stream, chat } = await answered('one')
    const instead = idOf('answer to one')
    const setup = { ...setupFor('grok-4.20'), parameters: { temperature: 0.2 } }
    await services.chat.ask({ requestId: 'again', ...open, setup, instead })
    expect(stream.last().asked).toMatchObject({ model: 'grok-4.20', parameters: { temperature: 0.2 } })
    await stream.last().send(text('second'), done())
    await stream.last().finish()
    expect(said()).toEqual(['one', 'second'])
    expect(chat.conversation()).toMatchObject({ setup, messageCount: 3 })
  })

  it('of several choices keeps all of them as branches', async () => {
    const { chat, send, retry, stream, services, open } = await answered()
    await send('pick')
    const other = { kind: 'text', choice: 1, text: 'second ' } as const
    await stream.last().send(text('first'), other, { ...other, text: 'choice' }, done())
    await stream.last().finish()
    const answer = chat.conversation().messages.at(-1)
    expect(answer).toMatchObject({ text: 'first', branch: { position: 1, count: 2 } })
    expect(answer?.choice).toEqual({ position: 1, count: 2 })
    services.messages.choose({ ...open, messageId: answer?.branch.next ?? '' })
    expect(chat.conversation().messages.at(-1)).toMatchObject({
      ...{ text: 'second choice', copied: false, choice: { position: 2, count: 2 } },
      attempt: { id: answer?.attempt?.id },
    })
    expect(services.conversations.costs(open)).toHaveLength(1)
    await retry()
    await stream.last().send(text('again'), done())
    await stream.last().finish()
    expect(chat.conversation().messages.at(-1)).toMatchObject({ branch: { count: 3 }, choice: null })
  })

  it('that calls a tool waits for its result, which is written by hand and sent back', async () => {
    const { services, open, chat, send, stream } = await answered()
    await send('weather?')
    const call = { kind: 'tool-call', choice: 0, index: 0 } as const
    await stream.last().send({ ...call, id: 'call_1', name: 'weather', arguments: '{"city":' })
    await stream.last().send({ ...call, id: null, name: null, arguments: '"Rome"}' }, done('tool_calls'))
    await stream.last().finish()
    const toolCalls = [{ id: 'call_1', name: 'weather', arguments: '{"city":"Rome"}' }]
    expect(chat.conversation().messages.at(-1)).toMatchObject({ toolCalls })
    const message = written('sunny', { role: 'tool', toolCallId: 'call_1' })
    services.messages.add({ ...open, place: { kind: 'end' }, message })
    await services.chat.ask({ requestId: 'next', ...open, setup: setupFor('m'), instead: null })
    expect(stream.last().asked.turns.slice(1)).toEqual([
      { role: 'assistant', parts: [{ kind: 'tool-call', ...toolCalls[0] }] },
      { role: 'tool', parts: [{ kind: 'tool-result', callId: 'call_1', text: 'sunny' }] },
    ])
  })

  it.each([written('x', { role: 'tool' }), written('x', { toolCallId: 'call_1' })])(
    'has no result without a call, nor a call without its role',
    async (message) => {
      const { services, open } = await answered()
      const place = { kind: 'end' } as const
      expect((await failureFrom(() => services.messages.add({ ...open, place, message }))).code).toBe(
        'invalid-request',
      )
    },
  )
})

describe('a draft', () => {
  it('is erased by what is sent from it, and by nothing else', async () => {
    const { services, open, stream } = await answered('one')
    const place = { kind: 'conversation', ...open } as const
    const base64 = Buffer.from(pngBytes(8, 8)).toString('base64')
    const stored = services.images.add({ base64 })
    const hash = stored.outcome === 'stored' ? stored.image.hash : ''
    services.drafts.save({ place, draft: { text: 'two', images: [hash, 'f'.repeat(64)] } })
    // An image that is not there any more is left out.
    expect(services.drafts.read({ place })).toMatchObject({ text: 'two', images: [{ hash, width: 8 }] })
    await services.chat.ask({ requestId: 'again', ...open, setup: setupFor('m'), instead: null })
    await stream.last().send(text('x'), done())
    await stream.last().finish()
    expect(services.drafts.read({ place })?.text).toBe('two')
    await services.chat.send({ requestId: 's', ...open, setup: setupFor('m'), text: 'two', images: [] })
    expect(services.drafts.read({ place })).toBeNull()
  })
})

describe('an image', () => {
  it('is stored once, stands in the text where it was put, and is sent as it was', async () => {
    const { services, open, stream } = await answered()
    const base64 = Buffer.from(pngBytes(64, 32)).toString('base64')
    const stored = services.images.add({ base64 })
    expect(services.images.add({ base64 })).toEqual(stored)
    if (stored.outcome !== 'stored') throw new Error('refused')
    const { hash } = stored.image
    expect(services.images.read({ hash })).toEqual({ type: 'image/png', base64 })
    const images = [{ hash, at: 4, detail: 'high' as const }]
    await services.chat.send({ requestId: 'r', ...open, setup: setupFor('m'), text: 'see this', images })
    expect(stream.last().asked.turns[0]?.parts).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'image', type: 'image/png', base64, detail: 'high' },
      { kind: 'text', text: 'this' },
    ])
    expect(services.chat.stop(open)).toEqual({ stopped: true })
    const prompt = { ...open, setup: setupFor('m'), text: '', images: [] }
    expect(await services.prompt.read(prompt)).toMatchObject({ images: [{ hash, width: 64 }] })
  })

  it.each([
    { why: 'type', content: Buffer.from('GIF89a') },
    { why: 'broken', content: Buffer.from(pngBytes(0, 0)) },
    { why: 'size', content: Buffer.concat([pngBytes(1, 1), Buffer.alloc(20 * 1024 * 1024)]) },
  ])('is refused for its $why', async ({ why, content }) => {
    const { services } = await answered()
    expect(services.images.add({ base64: content.toString('base64') })).toEqual({ outcome: 'refused', why })
  })

  it('is not sent to a model that is known to take text only, and nothing is written', async () => {
    const { chat, services, open, stream } = await answered()
    const stored = services.images.add({ base64: Buffer.from(pngBytes(64, 32)).toString('base64') })
    if (stored.outcome !== 'stored') throw new Error('refused')
    const images = [{ hash: stored.image.hash, at: 0, detail: null }]
    const sendTo = (model: string) =>
      services.chat.send({ requestId: model, ...open, setup: setupFor(model), text: 'see', images })
    expect((await failureFrom(() => sendTo('grok-3-mini'))).code).toBe('no-images')
    const columns = [setupFor('grok-4.20'), setupFor('grok-3-mini')]
    const compared = { requestId: 'c', system: '', text: 'see', images, columns, cap: null }
    expect((await failureFrom(() => services.comparisons.start(compared))).code).toBe('no-images')
    expect(stream.calls).toEqual([])
    expect(chat.conversation().messages).toEqual([])
    expect(services.comparisons.list({ cursor: null, limit: 9 }).rows).toEqual([])
    await sendTo('grok-4.20')
    expect(stream.calls).toHaveLength(1)
    // The image is part of the conversation now: asking on with a model without eyes would send it too.
    services.chat.stop(open)
    const ask = { requestId: 'on', ...open, setup: setupFor('grok-3-mini'), instead: null }
    expect((await failureFrom(() => services.chat.ask(ask))).code).toBe('no-images')
  })

  it('that is not stored cannot be sent', async () => {
    const { services, open, stream } = await answered()
    const images = [{ hash: 'a'.repeat(64), at: 0, detail: null }]
    const send = () => services.chat.send({ requestId: 'r', ...open, setup: setupFor('m'), text: '', images })
    expect((await failureFrom(send)).code).toBe('not-found')
    expect(stream.calls).toEqual([])
  })
})
