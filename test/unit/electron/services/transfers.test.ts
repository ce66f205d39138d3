import { describe, expect, it } from 'vitest'
import { done, text, usage } from '../../../support/ports/chat-bench.ts'
import { pngBytes } from '../../../support/sample-images.ts'
import { answered, setupFor, written } from './playground-bench.ts'

/** Branches, a removed message, an image, a tool, a bill, hostile words. */
async function rich() {
  const bench = await answered('one', 'two')
  const { services, open, idOf, stream } = bench
  const stored = services.images.add({ base64: Buffer.from(pngBytes(8, 8)).toString('base64') })
  const hash = stored.outcome === 'stored' ? stored.image.hash : ''
  const images = [{ hash, at: 1, detail: null }]
  services.messages.branch({ ...open, messageId: idOf('two'), message: written('<b>zwei</b>', { images }) })
  const setup = { ...setupFor('grok-4.20'), parameters: { seed: 9 } }
  await services.chat.ask({ requestId: 'q', ...open, setup, instead: null })
  await stream
    .last()
    .send(
      { kind: 'reasoning', choice: 0, text: 'hm' },
      text('done'),
      usage(10, 1, 35_000),
      { kind: 'sources', urls: ['https://a.example/'] },
      done(),
    )
  await stream.last().finish()
  services.messages.add({ ...open, place: { kind: 'start' }, message: written('gone') })
  services.messages.remove({ ...open, messageId: idOf('gone') })
  services.conversations.rename({ ...open, title: 'Rich | [x](y)' })
  return bench
}

describe('a conversation whose answer is under way', () => {
  it.each(['a copy', 'a file'])('as %s does not wait for the end of it', async (how) => {
    const { services, open, files, send, stream, chat } = await answered()
    await send('hi')
    await stream.last().send(text('half an'))
    const copied = async () => {
      if (how === 'a copy') return services.conversations.duplicate(open)
      await services.conversations.export({ ...open, kind: 'json' })
      const outcome = await services.conversations.importText({ text: files.saved[0]?.content ?? '' })
      return { conversationId: outcome.outcome === 'imported' ? (outcome.conversationIds[0] ?? '') : '' }
    }
    const copy = await copied()
    await stream.last().send(text(' answer'), done())
    await stream.last().finish()
    expect(chat.conversation().messages.at(-1)?.text).toBe('half an answer')
    open.conversationId = copy.conversationId
    expect(chat.conversation().messages.at(-1)).toMatchObject({
      ...{ text: 'half an', copied: true, attempt: { state: { kind: 'unknown' } } },
    })
  })
})

describe('a conversation in a file', () => {
  it('comes back the same: branches, images and costs, to the byte', async () => {
    const { services, open, files, said, chat } = await rich()
    await services.conversations.export({ ...open, kind: 'json' })
    const file = files.saved[0]?.content ?? ''
    files.chosen = { text: file }
    const outcome = await services.conversations.import()
    if (outcome.outcome !== 'imported') throw new Error('not imported')
    const [conversationId = ''] = outcome.conversationIds
    await services.conversations.export({ conversationId, kind: 'json' })
    expect(files.saved[1]?.content).toBe(file)
    const before = { said: said(), shown: chat.conversation() }
    open.conversationId = conversationId
    expect(said()).toEqual(before.said)
    const now = chat.conversation()
    expect(now.messages.map(({ attempt }) => attempt)).toEqual(
      before.shown.messages.map(({ attempt }) => attempt),
    )
    expect(now.messages.at(-1)).toMatchObject({ copied: true })
    // Nothing was paid for the copy.
    expect(now.spent).toEqual({ ticks: 0n, complete: true })
    expect(services.conversations.costs(open)).toEqual([])
  })

  it('is not taken when it is something else', async () => {
    const { services, files } = await answered()
    for (const [chosen, outcome] of [
      [null, { outcome: 'declined' }],
      ['too-large', { outcome: 'refused', why: 'too-large' }],
      [{ text: '{' }, { outcome: 'refused', why: 'not-a-conversation' }],
      [{ text: '{"format":"tokenbook-conversation","version":9}' }, { outcome: 'refused', why: 'newer' }],
    ] as const) {
      files.chosen = chosen
      expect(await services.conversations.import()).toEqual(outcome)
    }
  })

  it('is the same to a page that was given its text', async () => {
    const { services, open, files } = await rich()
    await services.conversations.export({ ...open, kind: 'json' })
    const outcome = await services.conversations.importText({ text: String(files.saved[0]?.content) })
    expect(outcome).toMatchObject({ outcome: 'imported', conversationIds: [expect.any(String)] })
    const refused = { outcome: 'refused', why: 'not-a-conversation' }
    expect(await services.conversations.importText({ text: '{"a":1' })).toEqual(refused)
  })

  it('is not taken when an image is not what it says', async () => {
    const { services, open, files } = await rich()
    await services.conversations.export({ ...open, kind: 'json' })
    const other = Buffer.from(pngBytes(8, 8, 1)).toString('base64')
    files.chosen = {
      text: String(files.saved[0]?.content).replace(/"base64":"[^"]*"/, `"base64":"${other}"`),
    }
    expect(await services.conversations.import()).toEqual({ outcome: 'refused', why: 'not-a-conversation' })
  })

  it('goes out as Markdown, titles escaped', async () => {
    const { services, open, files } = await rich()
    await services.conversations.export({ ...open, kind: 'markdown' })
    const written = files.saved[0]?.content
    expect(written).toContain('# Rich \\| \\[x\\]\\(y\\)')
    expect(written).toContain('## assistant \\(grok\\-4\\.20\\)')
    expect(written).not.toContain('gone')
  })
})

describe('a duplicate', () => {
  it('has everything and can be changed alone', async () => {
    const { services, open, said, idOf } = await rich()
    const original = open.conversationId
    const before = said()
    open.conversationId = (await services.conversations.duplicate(open)).conversationId
    expect(said()).toEqual(before)
    services.messages.edit({ ...open, messageId: idOf('one'), message: written('changed') })
    open.conversationId = original
    expect(said()).toEqual(before)
  })
})

describe('a long conversation', () => {
  /** How often others had their turn until it was done. */
  async function turnsDuring(work: Promise<unknown>): Promise<number> {
    let [turns, over] = [0, false]
    const done = work.finally(() => {
      over = true
    })
    while (!over) {
      await new Promise((resolve) => setImmediate(resolve))
      turns += 1
    }
    await done
    return turns
  }

  it('is copied and written in slices, and nobody sees half a copy', async () => {
    const { services, open, files, said } = await answered()
    for (let number = 0; number < 450; number += 1)
      services.messages.add({ ...open, place: { kind: 'end' }, message: written(`message ${number}`) })
    const list = () => services.conversations.list({ cursor: null, limit: 9 }).rows.length
    const copying = services.conversations.duplicate(open)
    await new Promise((resolve) => setImmediate(resolve))
    expect(list()).toBe(1)
    expect(await turnsDuring(copying)).toBeGreaterThanOrEqual(8)
    expect(list()).toBe(2)
    const before = said()
    const original = open.conversationId
    open.conversationId = (await copying).conversationId
    expect(said()).toEqual(before)
    expect(await turnsDuring(services.conversations.export({ ...open, kind: 'json' }))).toBeGreaterThan(8)
    await services.conversations.export({ conversationId: original, kind: 'json' })
    const [copy, first] = files.saved.map(({ content }) => JSON.parse(String(content)))
    expect(copy.messages).toEqual(first.messages)
  })
})
