import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { chatBench, done, reader, screenAfter, text, usage } from '../../../support/ports/chat-bench.ts'
import { memoryChatStore } from '../../../support/ports/memory-chat-store.ts'
import { answered, setupFor, written } from './playground-bench.ts'

/** What a page that listens has on screen. */
async function watched(...questions: string[]) {
  const bench = await answered(...questions)
  const events = reader(bench.chat.events())
  const seen = await events.drain()
  const screen = async () => {
    seen.push(...(await events.drain()))
    return screenAfter(seen)
  }
  const shown = async () => (await screen())?.messages.map((message) => message.text)
  return { ...bench, screen, shown }
}

describe('while another branch is looked at', () => {
  it('an answer ends where it belongs, and is there when its branch is shown again', async () => {
    const { services, open, chat, idOf, shown, screen, send, stream, said } = await watched('one')
    const old = idOf('one')
    services.messages.branch({ ...open, messageId: old, message: written('other one') })
    const { messageId } = await send('two')
    await stream.last().send(text('growing'))
    services.messages.choose({ ...open, messageId: old })
    expect(await shown()).toEqual(['one', 'answer to one'])
    await stream.last().send(text(' and done'), usage(10, 4, 50_000), done())
    await stream.last().finish()
    expect(await shown()).toEqual(['one', 'answer to one'])
    expect(await screen()).toMatchObject({ total: 2, underWay: false })
    services.messages.choose({ ...open, messageId })
    expect(await shown()).toEqual(['other one', 'two', 'growing and done'])
    expect(said()).toEqual(['other one', 'two', 'growing and done'])
    expect((await screen())?.messages).toEqual(chat.conversation().messages)
  })

  it('the bill of a stopped answer that is made again does not bring it back', async () => {
    const { services, open, shown, send, stream, chat } = await watched()
    services.options.change({ drainOnStop: true })
    const { messageId } = await send('hi')
    const first = stream.last()
    await first.send(text('half'))
    services.chat.stop(open)
    await services.chat.ask({ requestId: 'again', ...open, setup: setupFor('m'), instead: messageId })
    await stream.last().send(text('whole'), done())
    await stream.last().finish()
    expect(await shown()).toEqual(['hi', 'whole'])
    await first.send(text(' of it'), usage(10, 4, 50_000), done())
    await first.finish()
    expect(await shown()).toEqual(['hi', 'whole'])
    services.messages.choose({ ...open, messageId })
    expect(await shown()).toEqual(['hi', 'half'])
    expect(chat.conversation().messages.at(-1)?.attempt?.usage?.billed).toBe(50_000n)
  })

  it('keeps the numbers of the branches that were made while the answer came', async () => {
    const { services, open, screen, send, stream } = await watched()
    const { messageId } = await send('hi')
    const beside = services.messages.branch({ ...open, messageId, message: written('mine') })
    services.messages.choose({ ...open, messageId })
    expect((await screen())?.messages.at(-1)?.branch.count).toBe(2)
    await stream.last().send(text('its own'), done())
    await stream.last().finish()
    expect((await screen())?.messages.at(-1)).toMatchObject({
      ...{ text: 'its own', attempt: { state: { kind: 'complete' } } },
      branch: { position: 1, count: 2, next: beside.messageId },
    })
  })
})

it('an answer comes to its end also when the disk cannot say where it stands', async () => {
  const store = memoryChatStore()
  let isBroken = false
  const tree: typeof store.tree = (id) => {
    if (isBroken) throw new ServiceFailure(failureOf('storage-failed'))
    return readable(id)
  }
  const readable = store.tree
  const ended: string[] = []
  const { send, stream, bugs } = chatBench({
    store: Object.assign(store, { tree }),
    follow: () => ({ watch: () => {}, settle: ({ attempt }) => ended.push(attempt.state.kind) }),
  })
  await send('hi')
  await stream.last().send(text('said'), done())
  isBroken = true
  await stream.last().finish()
  expect(ended).toEqual(['complete'])
  isBroken = false
  await send('more')
  expect(stream.calls).toHaveLength(2)
  expect(bugs).toEqual([])
})
