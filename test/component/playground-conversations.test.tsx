import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import type { Conversation } from '../../shared/contract/conversation.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { answerMessage, chatFeed, miniUsage, sampleAttempt } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversation, sampleConversationRow, sampleMessage } from '../support/sample-conversation.ts'

// jsdom lays nothing out: everything is as high as a window, so that lists know what is in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
})
afterEach(() => {
  vi.restoreAllMocks()
})

function open(conversation: Conversation, rpc: FakeOverrides = {}) {
  const feed = chatFeed(conversation)
  const page = renderPage(<PlaygroundView />, {
    at: '/playground',
    rpc: { ...rpc, chat: { events: feed.events, ...rpc.chat } },
  })
  return { ...page, feed }
}

const two = () =>
  sampleConversation([
    sampleMessage({
      id: 'u1',
      text: 'Hello there',
      branch: { position: 2, count: 2, previous: 'u0', next: null },
    }),
    answerMessage('a1', { text: 'General greetings', attempt: sampleAttempt({ usage: miniUsage }) }),
  ])

/** The Playground, which is left and opened again by a press. */
function Shell() {
  const [isOpen, setIsOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setIsOpen(!isOpen)}>
        Another view
      </button>
      {isOpen && <PlaygroundView />}
    </>
  )
}

describe('the list of conversations', () => {
  it('is read anew when the view is opened again: an answer may have ended meanwhile', async () => {
    let underWay = true
    const { user } = renderPage(<Shell />, {
      at: '/playground',
      rpc: {
        chat: { events: chatFeed(sampleConversation()).events },
        conversations: {
          list: () => ({
            rows: [sampleConversationRow({ id: 'c1', title: 'First', underWay })],
            next: null,
          }),
        },
      },
    })
    expect(await screen.findByRole('button', { name: /^First.*answering/ })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Another view' }))
    underWay = false
    await user.click(screen.getByRole('button', { name: 'Another view' }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^First/ })).not.toHaveTextContent('answering'),
    )
  })

  it('opens, pins, renames, duplicates, exports and deletes with undo', async () => {
    const rows = [
      sampleConversationRow({ id: 'c1', title: 'First' }),
      sampleConversationRow({ id: 'c2', opening: 'Second' }),
    ]
    const calls = {
      pin: vi.fn(() => sampleConversationRow()),
      rename: vi.fn(() => sampleConversationRow()),
      duplicate: vi.fn(() => ({ conversationId: 'c3' })),
      export: vi.fn(() => ({ outcome: 'saved' as const, fileName: 'second.json' })),
      remove: vi.fn(() => ({})),
      restore: vi.fn(() => sampleConversationRow()),
    }
    const { user } = open(sampleConversation(), {
      conversations: { list: () => ({ rows, next: null }), ...calls },
    })
    const list = within(await screen.findByRole('navigation', { name: 'Conversations' }))
    const act = async (name: string) => {
      const line = (await list.findByRole('button', { name: /^Second/ })).closest('li')
      if (line === null) throw new Error('no line')
      await user.click(within(line).getByRole('button', { name: 'Actions' }))
      await user.click(within(line).getByRole('button', { name }))
    }
    await act('Pin')
    expect(calls.pin.mock.calls[0]).toMatchObject([{ conversationId: 'c2', pinned: true }, undefined])
    await act('Rename')
    await user.type(await screen.findByRole('textbox', { name: 'Name of the conversation' }), 'Better{Enter}')
    expect(calls.rename.mock.calls[0]).toMatchObject([{ conversationId: 'c2', title: 'Better' }, undefined])
    await act('Export as JSON')
    expect(await screen.findByText('Saved as second.json.')).toBeVisible()
    await act('Delete')
    expect(calls.remove).toHaveBeenCalledTimes(1)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(calls.restore.mock.calls[0]).toMatchObject([{ conversationId: 'c2' }, undefined])
    await act('Duplicate')
    await waitFor(() => expect(window.location.hash).toContain('conversation=c3'))
  })

  it('searches all messages and opens what was found, with the words marked', async () => {
    const find = vi.fn(() => ({ index: 0 }))
    const hit = {
      conversationId: 'c9',
      title: 'Prices',
      opening: null,
      messageId: 'm7',
      role: 'assistant' as const,
      at: 0,
      snippet: { text: 'a cached token costs', ranges: [{ start: 2, end: 8 }] },
    }
    const search = () => ({ hits: [hit], next: null, pending: false })
    const shown = sampleConversation([sampleMessage({ id: 'm7', text: 'It says so here' })], { id: 'c9' })
    const { user, container } = open(shown, { conversations: { search, find } })
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'cached')
    expect(await screen.findByText('1 place found')).toBeVisible()
    expect(container.querySelector('mark')?.textContent).toBe('cached')
    await user.click(screen.getByRole('button', { name: /^Prices/ }))
    expect(find.mock.calls[0]).toMatchObject([{ conversationId: 'c9', messageId: 'm7' }, undefined])
    expect(window.location.hash).toContain('conversation=c9')
    const message = await screen.findByRole('article', { name: 'You' })
    await waitFor(() => expect(message).toHaveFocus())
    expect(within(message).getByText('found')).toBeVisible()
  })

  it('keeps ten thousand quick: only those in sight are in the page', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      sampleConversationRow({ id: `c${index}`, title: `Talk ${index}` }),
    )
    open(sampleConversation(), { conversations: { list: () => ({ rows, next: null }) } })
    expect(await screen.findByRole('button', { name: /^Talk 0 / })).toBeVisible()
    expect(screen.getAllByRole('button', { name: /^Talk / }).length).toBeLessThan(60)
  })
})

describe('messages', () => {
  it('are edited in place, as a branch, and as a branch that is asked on', async () => {
    const edit = vi.fn(() => ({ messageId: 'u1' }))
    const branch = vi.fn(() => ({ messageId: 'u2' }))
    const ask = vi.fn(() => ({ messageId: 'a2' }))
    const { user } = open(two(), { messages: { edit, branch }, chat: { ask } })
    const message = within(await screen.findByRole('article', { name: 'You' }))
    const change = async (button: string) => {
      await user.click(message.getByRole('button', { name: 'Edit' }))
      const box = message.getByRole('textbox', { name: 'Text of this message' })
      await user.clear(box)
      await user.type(box, 'Hi')
      await user.click(message.getByRole('button', { name: button }))
    }
    await change('Save')
    expect(edit.mock.calls[0]).toMatchObject([
      { messageId: 'u1', message: { role: 'user', text: 'Hi' } },
      undefined,
    ])
    await change('Save as a branch and ask')
    expect(branch).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(ask.mock.calls[0]).toMatchObject([{ instead: null }, undefined]))
  })

  it('switch branches, move, are removed with undo, and answers are made again', async () => {
    const choose = vi.fn(() => ({ messageId: 'u0' }))
    const move = vi.fn(() => ({ messageId: 'u1' }))
    const remove = vi.fn(() => ({ messageId: 'u1' }))
    const restore = vi.fn(() => ({ messageId: 'u1' }))
    const ask = vi.fn(() => ({ messageId: 'a2' }))
    const { user } = open(two(), { messages: { choose, move, remove, restore }, chat: { ask } })
    const message = within(await screen.findByRole('article', { name: 'You' }))
    expect(message.getByText('2 of 2')).toBeVisible()
    expect(message.getByRole('button', { name: 'Next branch' })).toBeDisabled()
    await user.click(message.getByRole('button', { name: 'Previous branch' }))
    expect(choose.mock.calls[0]).toMatchObject([{ messageId: 'u0' }, undefined])
    await user.click(message.getByRole('button', { name: 'More' }))
    await user.click(message.getByRole('button', { name: 'Move down' }))
    expect(move.mock.calls[0]).toMatchObject([{ place: { kind: 'after', messageId: 'a1' } }, undefined])
    await user.click(message.getByRole('button', { name: 'More' }))
    await user.click(message.getByRole('button', { name: 'Remove' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(restore.mock.calls[0]).toMatchObject([{ messageId: 'u1' }, undefined])
    const answer = within(screen.getByRole('article', { name: 'Answer' }))
    await user.click(answer.getByRole('button', { name: 'Regenerate' }))
    expect(ask.mock.calls[0]).toMatchObject([{ instead: 'a1' }, undefined])
  })

  it('of five thousand only those in sight are in the page, and older ones are read when needed', async () => {
    const all = Array.from({ length: 5000 }, (_, index) =>
      sampleMessage({ id: `m${index}`, text: `Message ${index}` }),
    )
    const newest = sampleConversation(all.slice(4800), { total: 5000, from: 4800 })
    const read = vi.fn(() => sampleConversation(all.slice(4600, 4800), { total: 5000, from: 4600 }))
    open(newest, { conversations: { read } })
    expect(await screen.findByText('Message 4999')).toBeVisible()
    expect(screen.getAllByRole('article').length).toBeLessThan(60)
  })

  it('call tools, whose results are typed in and sent back', async () => {
    const add = vi.fn(() => ({ messageId: 't1' }))
    const ask = vi.fn(() => ({ messageId: 'a2' }))
    const asked = answerMessage('a1', {
      attempt: sampleAttempt({ state: { kind: 'complete', finishReason: 'tool_calls' } }),
      toolCalls: [{ id: 'call_1', name: 'weather', arguments: '{"place":"Oslo"}' }],
    })
    const { user, container } = open(sampleConversation([asked]), { messages: { add }, chat: { ask } })
    await user.type(await screen.findByRole('textbox', { name: 'Result of weather' }), 'rain')
    await user.click(screen.getByRole('button', { name: 'Send results' }))
    const result = { role: 'tool', text: 'rain', images: [], toolCallId: 'call_1' }
    expect(add.mock.calls[0]).toMatchObject([{ message: result }, undefined])
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(1))
    expect(await axeViolations(container)).toEqual([])
  })
})

it('is free to send in another conversation while an answer is awaited in this one', async () => {
  const rows = [
    sampleConversationRow({ id: 'c1', title: 'First' }),
    sampleConversationRow({ id: 'c2', title: 'Second' }),
  ]
  const send = vi.fn(() => ({ messageId: 'never-seen' }))
  const events = async function* (input: { conversationId: string }) {
    yield { kind: 'snapshot' as const, conversation: sampleConversation([], { id: input.conversationId }) }
    await new Promise(() => undefined)
  }
  const { user } = renderPage(<PlaygroundView />, {
    at: '/playground?conversation=c1',
    rpc: { chat: { send, events }, conversations: { list: () => ({ rows, next: null }) } },
  })
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'One{Enter}')
  await waitFor(() => expect(send).toHaveBeenCalledTimes(1))
  await user.click(await screen.findByRole('button', { name: /^Second/ }))
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'Two{Enter}')
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2))
  expect(send.mock.calls[1]).toMatchObject([{ conversationId: 'c2', text: 'Two' }, undefined])
})

it('gives a new conversation what was typed and chosen since it was asked for', async () => {
  let made: (row: { conversationId: string }) => void = () => undefined
  const create = () => new Promise<{ conversationId: string }>((resolve) => (made = resolve))
  const send = vi.fn(() => ({ messageId: 'a1' }))
  const configure = vi.fn(() => sampleConversationRow())
  const events = async function* (input: { conversationId: string }) {
    const shown = input.conversationId === 'c2' ? [] : [sampleMessage({ id: 'u1', text: 'Of before' })]
    yield { kind: 'snapshot' as const, conversation: sampleConversation(shown, { id: input.conversationId }) }
    await new Promise(() => undefined)
  }
  const { user } = renderPage(<PlaygroundView />, {
    at: '/playground?conversation=c1',
    rpc: { chat: { send, events }, conversations: { create, configure } },
  })
  await screen.findByText('Of before')
  await user.click(screen.getByRole('button', { name: 'New conversation' }))
  expect(screen.queryByText('Of before')).toBeNull()
  const box = screen.getByRole('textbox', { name: 'Message' })
  await waitFor(() => expect(box).toHaveFocus())
  await user.keyboard('For the new one')
  await user.selectOptions(screen.getByRole('combobox', { name: 'API' }), 'Responses')
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
  expect(configure).not.toHaveBeenCalled()
  made({ conversationId: 'c2' })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled())
  expect(box).toHaveValue('For the new one')
  const wanted = { conversationId: 'c2', setup: { protocol: 'responses' } }
  expect(configure.mock.calls).toMatchObject([[wanted, undefined]])
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(send.mock.calls[0]).toMatchObject([{ ...wanted, text: 'For the new one' }, undefined])
})

it('goes on with the conversation before when none can be made, and loses nothing typed', async () => {
  const create = () => {
    throw failed(failureOf('storage-failed'))
  }
  const { user } = open(two(), { conversations: { create } })
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'Begun')
  await user.click(screen.getByRole('button', { name: 'New conversation' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(await screen.findByText('Hello there')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('Begun')
})

it('says which choice of one request an answer is, and that the bill is for all of them', async () => {
  const choice = { position: 2, count: 3 }
  open(sampleConversation([answerMessage('a1', { choice, attempt: sampleAttempt({ usage: miniUsage }) })]))
  const answer = within(await screen.findByRole('article', { name: 'Answer' }))
  expect(answer.getByText('Choice 2 of 3, by one request')).toBeVisible()
  expect(answer.getByText(/For all 3 choices of this request together/)).toBeVisible()
})
