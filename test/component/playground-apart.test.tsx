import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { answerMessage, chatFeed, sampleAttempt } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleBudget as daily } from '../support/sample-budget.ts'
import { sampleConversation, sampleConversationRow, sampleMessage } from '../support/sample-conversation.ts'

// jsdom lays nothing out: everything is as high as a window, so that the list knows what is in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Two conversations, `First` and `Second`, of one message each; the first one is open. */
function openTwo(rpc: FakeOverrides) {
  const rows = [
    sampleConversationRow({ id: 'c1', title: 'First' }),
    sampleConversationRow({ id: 'c2', title: 'Second' }),
  ]
  const events = async function* ({ conversationId: id }: { conversationId: string }) {
    const messages = [sampleMessage({ id: `of-${id}`, text: `Said in ${id}` })]
    yield { kind: 'snapshot' as const, conversation: sampleConversation(messages, { id }) }
    await new Promise(() => undefined)
  }
  return renderPage(<PlaygroundView />, {
    at: '/playground?conversation=c1',
    rpc: {
      ...rpc,
      chat: { events, ...rpc.chat },
      conversations: { list: () => ({ rows, next: null }), ...rpc.conversations },
    },
  })
}

describe('what was said in one conversation', () => {
  it('lets no request of another one pass a budget', async () => {
    const allowOnce = vi.fn((_asked: object) => ({}))
    const asked: string[] = []
    const { user } = openTwo({
      budgets: { allowOnce },
      chat: {
        send: ({ conversationId }) => {
          asked.push(conversationId)
          const budget = { budget: daily, subject: null, spent: daily.limit, reserved: 0n, expected: 1_000n }
          throw failed(failureOf('budget-reached', { budget }))
        },
      },
    })
    await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'One{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Allow one request past $1.00' }))
    await user.click(screen.getByRole('button', { name: /^Second/ }))
    await screen.findByText('Said in c2')
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Two{Enter}')
    await waitFor(() => expect(asked).toEqual(['c1', 'c2']))
    expect(allowOnce).not.toHaveBeenCalled()
  })

  it('is not offered to be undone in another one', async () => {
    const remove = vi.fn(() => ({ messageId: 'of-c1' }))
    const restore = vi.fn((_one: object) => ({ messageId: 'of-c1' }))
    const { user } = openTwo({ messages: { remove, restore } })
    const message = within(await screen.findByRole('article', { name: 'You' }))
    await user.click(message.getByRole('button', { name: 'More' }))
    await user.click(message.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText(/Message removed/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Second/ }))
    await screen.findByText('Said in c2')
    expect(screen.queryByText(/Message removed/)).toBeNull()
    await user.click(screen.getByRole('button', { name: /^First/ }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(restore.mock.calls[0]?.[0]).toEqual({ conversationId: 'c1', messageId: 'of-c1' })
  })
})

describe('two presses before the first is answered', () => {
  const pending = () => {
    let answer: () => void = () => undefined
    const made = vi.fn(
      () => new Promise<{ messageId: string }>((done) => (answer = () => done({ messageId: 'n1' }))),
    )
    return { made, answer: () => act(async () => answer()) }
  }

  it('make one branch', async () => {
    const { made: branch, answer } = pending()
    const { user } = openTwo({ messages: { branch } })
    const message = within(await screen.findByRole('article', { name: 'You' }))
    await user.click(message.getByRole('button', { name: 'Edit' }))
    await user.dblClick(message.getByRole('button', { name: 'Save as a branch' }))
    await answer()
    expect(branch).toHaveBeenCalledTimes(1)
    expect(message.queryByRole('textbox')).toBeNull()
  })

  it('add one message', async () => {
    const { made: add, answer } = pending()
    const { user } = openTwo({ messages: { add } })
    const box = await screen.findByRole('textbox', { name: 'Message' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Write as' }), 'As system')
    await user.type(box, 'Be brief{Enter}{Enter}')
    await answer()
    expect(add).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(box).toHaveValue(''))
  })

  it('send the results of tools once', async () => {
    const { made: add, answer } = pending()
    const asking = answerMessage('a1', {
      attempt: sampleAttempt({ state: { kind: 'complete', finishReason: 'tool_calls' } }),
      toolCalls: [{ id: 'call_1', name: 'weather', arguments: '{}' }],
    })
    const events = async function* () {
      yield { kind: 'snapshot' as const, conversation: sampleConversation([asking]) }
      await new Promise(() => undefined)
    }
    const { user } = openTwo({ messages: { add }, chat: { events } })
    await user.type(await screen.findByRole('textbox', { name: 'Result of weather' }), 'rain')
    await user.dblClick(screen.getByRole('button', { name: 'Send results' }))
    await answer()
    expect(add).toHaveBeenCalledTimes(1)
  })
})

it('can be sent on when the answer that came was removed, or gave way to another branch', async () => {
  const feed = chatFeed(sampleConversation())
  const send = vi.fn(() => ({ messageId: 'a1' }))
  const { user } = openTwo({ chat: { send, events: feed.events } })
  const box = await screen.findByRole('textbox', { name: 'Message' })
  await user.type(box, 'One{Enter}')
  await waitFor(() => expect(box).toHaveValue(''))
  const asked = sampleMessage({ id: 'u1', text: 'One' })
  const answered = answerMessage('a1', { text: 'First answer', attempt: sampleAttempt() })
  act(() => feed.push({ kind: 'snapshot', conversation: sampleConversation([asked, answered]) }))
  await screen.findByText('First answer')
  act(() => feed.push({ kind: 'snapshot', conversation: sampleConversation([asked]) }))
  await waitFor(() => expect(screen.queryByText('First answer')).toBeNull())
  expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled()
  await user.type(box, 'Two{Enter}')
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2))
})

it('says of a conversation without a name that it has none, and not that it is empty', async () => {
  const rows = [sampleConversationRow({ id: 'c1', messageCount: 1 }), sampleConversationRow({ id: 'c2' })]
  openTwo({ conversations: { list: () => ({ rows, next: null }) } })
  expect(await screen.findByRole('button', { name: /^Untitled conversation 1 message/ })).toBeVisible()
  expect(screen.getByRole('button', { name: /^Nothing written yet 0 messages/ })).toBeVisible()
})

describe('the focus', () => {
  const focused = () => document.activeElement

  it('goes into a message that is edited and stays at it afterwards', async () => {
    const { user } = openTwo({})
    const message = await screen.findByRole('article', { name: 'You' })
    await user.click(within(message).getByRole('button', { name: 'Edit' }))
    const box = within(message).getByRole('textbox', { name: 'Text of this message' })
    expect(box).toHaveFocus()
    fireEvent.keyDown(box, { key: 'Escape', isComposing: true })
    expect(box).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(message).toHaveFocus())
  })

  it('goes back to a conversation that was renamed', async () => {
    const { user } = openTwo({ conversations: { rename: () => sampleConversationRow() } })
    await user.click((await screen.findAllByRole('button', { name: 'Actions' }))[0] ?? expect.fail('no list'))
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    await user.keyboard(' anew{Enter}')
    await waitFor(() => expect(screen.getByRole('button', { name: /^First/ })).toHaveFocus())
  })

  it('stays in the list when a conversation is deleted', async () => {
    const rows = [
      sampleConversationRow({ id: 'c1', title: 'First' }),
      sampleConversationRow({ id: 'c2', title: 'Second' }),
    ]
    const remove = () => {
      rows.pop()
      return {}
    }
    const { user } = openTwo({ conversations: { remove, list: () => ({ rows: [...rows], next: null }) } })
    await user.click((await screen.findAllByRole('button', { name: 'Actions' }))[1] ?? expect.fail('no list'))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Second/ })).toBeNull())
    await waitFor(() => expect(screen.getByRole('navigation', { name: 'Conversations' })).toHaveFocus())
  })

  it('is in the message box once a request may pass a budget or an answer is asked for', async () => {
    const budget = { budget: daily, subject: null, spent: daily.limit, reserved: 0n, expected: 1_000n }
    const ask = () => {
      throw failed(failureOf('budget-reached', { budget }))
    }
    const { user } = openTwo({ chat: { ask } })
    const box = await screen.findByRole('textbox', { name: 'Message' })
    await user.click(await screen.findByRole('button', { name: 'Ask without a new message' }))
    expect(box).toHaveFocus()
    const allow = await screen.findByRole('button', { name: /^Allow one request/ })
    allow.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(focused()).toBe(box))
  })
})
