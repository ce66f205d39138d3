import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { Conversation } from '../../shared/contract/conversation.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { Message } from '../../shared/contract/message.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { ratesOf } from '../../shared/pricing/rates.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { answerMessage, chatFeed, miniUsage, sampleAttempt, userMessage } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModels } from '../support/sample-catalog.ts'
import { sampleConversation } from '../support/sample-conversation.ts'

const miniRates = ratesOf(sampleModels[1] ?? {})

const setup = { model: 'grok-3-mini', protocol: 'chat', parameters: {} } as const
const conversationOf = (...messages: Message[]): Conversation => sampleConversation(messages, { setup })
const under = (kind: 'pending' | 'streaming') =>
  answerMessage('a1', { attempt: sampleAttempt({ state: { kind }, startedAt: Date.now() }) })

function openPlayground(
  start: Conversation = conversationOf(),
  chat: FakeOverrides['chat'] = {},
  rest: FakeOverrides = {},
  at = '/playground',
) {
  const feed = chatFeed(start)
  const page = renderPage(<PlaygroundView />, {
    rpc: { ...rest, chat: { events: feed.events, ...chat } },
    at,
  })
  return { ...page, feed }
}

const box = () => screen.findByRole('textbox', { name: 'Message' })
const sendButton = () => screen.getByRole('button', { name: 'Send' })
const ready = async () => {
  const message = await box()
  await screen.findByRole('combobox', { name: 'Model' })
  return message
}

/** The view with a way out of it and back. */
function Leaving(): ReactNode {
  const [here, setHere] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setHere(!here)}>
        {here ? 'Leave' : 'Come back'}
      </button>
      {here && <PlaygroundView />}
    </>
  )
}

describe('sending', () => {
  it('sends the text to the chosen model once, empties the box, and shows the answer grow', async () => {
    const send = vi.fn(() => ({ messageId: 'a1' }))
    const { user, feed } = openPlayground(conversationOf(), { send })
    await user.type(await ready(), 'Hello there')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'grok-3-mini')
    await user.click(sendButton())
    expect(send).toHaveBeenCalledTimes(1)
    expect(send.mock.calls[0]).toMatchObject([
      { conversationId: 'c1', setup: { model: 'grok-3-mini' }, text: 'Hello there' },
      undefined,
    ])
    await waitFor(async () => expect(await box()).toHaveValue(''))

    feed.push(
      { kind: 'message', message: userMessage('u1', 'Hello there') },
      { kind: 'message', message: under('pending') },
    )
    expect(await screen.findByText('Hello there')).toBeVisible()
    expect(await screen.findByText('Waiting for the first word…')).toBeVisible()
    feed.push({ kind: 'append', messageId: 'a1', text: 'Good **mor', reasoning: '' })
    expect(await screen.findByText('mor')).toHaveProperty('tagName', 'STRONG')
    feed.push({ kind: 'append', messageId: 'a1', text: 'ning**!', reasoning: '' })
    expect(await screen.findByText('morning')).toBeVisible()
  })

  it('is one request for two presses', async () => {
    let accept: (answer: { messageId: string }) => void = () => undefined
    const send = vi.fn(() => new Promise<{ messageId: string }>((resolve) => (accept = resolve)))
    const { user } = openPlayground(conversationOf(), { send })
    const message = await ready()
    await user.type(message, 'Once')
    fireEvent.click(sendButton())
    fireEvent.keyDown(message, { key: 'Enter' })
    fireEvent.click(sendButton())
    expect(sendButton()).toBeDisabled()
    await act(async () => accept({ messageId: 'a1' }))
    await user.type(message, 'again')
    await user.keyboard('{Enter}')
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('makes a new id for each press', async () => {
    const ids: string[] = []
    const send = (input: { requestId: string }) => {
      ids.push(input.requestId)
      throw failed(failureOf('storage-failed'))
    }
    const { user } = openPlayground(conversationOf(), { send })
    await user.type(await ready(), 'x')
    await user.keyboard('{Enter}')
    await screen.findByRole('alert')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(ids).toHaveLength(2))
    expect(new Set(ids).size).toBe(2)
  })

  it('starts a line with Shift+Enter and never sends while an input method composes', async () => {
    const send = vi.fn(() => ({ messageId: 'a1' }))
    const { user } = openPlayground(conversationOf(), { send })
    const message = await ready()
    await user.type(message, 'one{Shift>}{Enter}{/Shift}two')
    expect(message).toHaveValue('one\ntwo')
    fireEvent.keyDown(message, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(message, { key: 'Enter', keyCode: 229 })
    expect(send).not.toHaveBeenCalled()
    fireEvent.keyDown(message, { key: 'Enter' })
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1))
  })

  it('sends nothing that is only white space', async () => {
    const { user } = openPlayground()
    await user.type(await ready(), '   ')
    expect(sendButton()).toBeDisabled()
  })

  it('keeps the text when the request is refused, and says why', async () => {
    const send = () => {
      throw failed(failureOf('busy'))
    }
    const { user } = openPlayground(conversationOf(), { send })
    const message = await ready()
    await user.type(message, 'Keep me{Enter}')
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('Something is already under way'),
    )
    expect(screen.getByRole('alert')).toHaveTextContent('Your text is still in the box below.')
    expect(message).toHaveValue('Keep me')
    expect(sendButton()).toBeEnabled()
  })

  it('keeps what was typed over a look at another view', async () => {
    const feed = chatFeed(conversationOf())
    const { user } = renderPage(<Leaving />, { rpc: { chat: { events: feed.events } } })
    await user.type(await ready(), 'half a thought')
    await user.click(screen.getByRole('button', { name: 'Leave' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Come back' }))
    await waitFor(async () => expect(await box()).toHaveValue('half a thought'))
  })
})

describe('while an answer comes', () => {
  it('can be stopped, and not sent to', async () => {
    const stop = vi.fn(() => ({ stopped: true }))
    const { user, feed } = openPlayground(conversationOf(userMessage('u1', 'Hi'), under('streaming')), {
      stop,
    })
    await user.type(await ready(), 'next')
    expect(sendButton()).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(stop).toHaveBeenCalledTimes(1)
    feed.push({
      kind: 'message',
      message: answerMessage('a1', {
        text: 'So far',
        attempt: sampleAttempt({ state: { kind: 'stopped' } }),
      }),
    })
    expect(await screen.findByText(/You stopped this answer/)).toBeVisible()
    expect(screen.getByText('So far')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled()
    expect(sendButton()).toBeEnabled()
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('next')
  })

  it('tells a screen reader the start and the end, never the words', async () => {
    const { feed } = openPlayground(conversationOf(userMessage('u1', 'Hi')))
    await screen.findByText('Hi')
    const status = screen.getByText('', { selector: 'p[role=status]' })
    feed.push({ kind: 'message', message: under('streaming') })
    await waitFor(() => expect(status).toHaveTextContent('Answer started'))
    feed.push({ kind: 'append', messageId: 'a1', text: 'secret words', reasoning: '' })
    await screen.findByText('secret words')
    expect(status).toHaveTextContent(/^Answer started$/)
    expect(screen.getByText('secret words').closest('[aria-live]')).toBeNull()
    feed.push({
      kind: 'message',
      message: answerMessage('a1', { text: 'secret words', attempt: sampleAttempt() }),
    })
    await waitFor(() => expect(status).toHaveTextContent('Answer complete'))
  })

  it('commits once for many events of one frame', async () => {
    const { feed } = openPlayground(conversationOf(under('streaming')))
    await screen.findByText('Answering…')
    const changes: number[] = []
    const answer = document.querySelector('.answer-text')
    const observer = new MutationObserver((records) => changes.push(records.length))
    observer.observe(answer ?? document, { childList: true, subtree: true, characterData: true })
    feed.push(
      ...Array.from(
        { length: 200 },
        (): ChatEvent => ({ kind: 'append', messageId: 'a1', text: 'x', reasoning: '' }),
      ),
    )
    await screen.findByText('x'.repeat(200))
    observer.disconnect()
    expect(changes.length).toBeLessThan(20)
  })

  it('goes on without frames when the page is hidden', async () => {
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0)
    const { feed } = openPlayground(conversationOf(under('streaming')))
    await screen.findByText('Answering…')
    feed.push({ kind: 'append', messageId: 'a1', text: 'shown', reasoning: '' })
    expect(await screen.findByText('shown')).toBeVisible()
    vi.restoreAllMocks()
  })

  it('follows the end until the reader scrolls up, and again on demand', async () => {
    const { user, feed } = openPlayground(conversationOf(under('streaming')))
    const list = await screen.findByRole('region', { name: 'Conversation' })
    let height = 1000
    Object.defineProperty(list, 'scrollHeight', { get: () => height })
    Object.defineProperty(list, 'clientHeight', { value: 200 })
    const grow = async (text: string) => {
      height += 100
      feed.push({ kind: 'append', messageId: 'a1', text, reasoning: '' })
      await screen.findByText(new RegExp(`${text.trim()}$`))
    }
    await grow(' one')
    expect(list.scrollTop).toBe(1100)
    list.scrollTop = 500
    fireEvent.scroll(list)
    await grow(' two')
    expect(list.scrollTop).toBe(500)
    await user.click(screen.getByRole('button', { name: 'Go to the latest' }))
    expect(list.scrollTop).toBe(1200)
    expect(screen.queryByRole('button', { name: 'Go to the latest' })).toBeNull()
    expect(list).toHaveFocus()
    await grow(' three')
    expect(list.scrollTop).toBe(1300)
    list.scrollTop = 500
    fireEvent.scroll(list)
    act(() => screen.getByRole('button', { name: 'Go to the latest' }).focus())
    list.scrollTop = 1300
    fireEvent.scroll(list)
    expect(screen.getByRole('button', { name: 'Go to the latest' })).toHaveFocus()
    act(() => list.focus())
    expect(screen.queryByRole('button', { name: 'Go to the latest' })).toBeNull()
  })
})

describe('an answer that has not begun', () => {
  it('counts down to the next try and names the reason', async () => {
    const failure = failureOf('rate-limited', { status: 429, retryAfterMs: 30_000 })
    const retries = [{ failedAt: Date.now(), waitMs: 30_000, maxTries: 3, failure }]
    const attempt = sampleAttempt({ state: { kind: 'pending' }, retries })
    openPlayground(conversationOf(userMessage('u1', 'Hi'), answerMessage('a1', { attempt })))
    const shown = await screen.findByText(/Trying again in (30|2\d) seconds: try 2 of 3\./)
    expect(shown).toBeVisible()
    const seconds = () => Number(/in (\d+) seconds/.exec(shown.textContent ?? '')?.[1])
    const first = seconds()
    await waitFor(() => expect(seconds()).toBeLessThan(first))
    expect(screen.getByRole('button', { name: 'Stop' })).toBeEnabled()
  })

  it('says after ten seconds that the server may be out of reach', async () => {
    const attempt = sampleAttempt({ state: { kind: 'pending' }, startedAt: Date.now() - 14_000 })
    openPlayground(conversationOf(userMessage('u1', 'Hi'), answerMessage('a1', { attempt })))
    expect(await screen.findByText(/No answer after (1[4-9]|2\d) seconds.*cannot be reached/)).toBeVisible()
  })
})

describe('an answer that ended', () => {
  it('shows bill and computed cost side by side, exactly, with the tokens of each class', async () => {
    const attempt = sampleAttempt({
      usage: miniUsage,
      rates: miniRates,
      computed: costOf(miniUsage, miniRates),
    })
    openPlayground(conversationOf(userMessage('u1', 'Hi'), answerMessage('a1', { text: 'Hello', attempt })))
    const bill = await screen.findByRole('group', { name: 'Cost of this answer' })
    expect(within(bill).getByText('Billed').nextElementSibling).toHaveTextContent(/^\$0\.00011765$/)
    expect(within(bill).getByText('Computed').nextElementSibling).toHaveTextContent(/^\$0\.00011765$/)
    expect(within(bill).getByText('Billed and computed agree to the last digit.')).toBeVisible()
    const rows = within(bill)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent))
    await waitFor(() => expect(rows.length).toBe(6))
    expect(rows.slice(1)).toEqual([
      ['Prompt', '10', '$0.30', '$0.000003'],
      ['Cached prompt', '2', '$0.075', '$0.00000015'],
      ['Answer', '1', '$0.50', '$0.0000005'],
      ['Reasoning', '228', '$0.50', '$0.000114'],
      ['Total', '$0.00011765'],
    ])
    const facts = screen.getByRole('group', { name: 'Facts of this answer' })
    expect(facts).toHaveTextContent('0.412 sec')
    expect(facts).toHaveTextContent('cd6edcc5-req')
    expect(screen.getByText('Finished.')).toBeVisible()
  })

  it('marks every demo amount', async () => {
    const attempt = sampleAttempt({
      demo: true,
      usage: miniUsage,
      rates: miniRates,
      computed: costOf(miniUsage, miniRates),
    })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Hello', attempt })))
    const bill = await screen.findByRole('group', { name: 'Cost of this answer' })
    expect(within(bill).getAllByText('Demo')).toHaveLength(2)
  })

  it('shows what is not known as unknown, never as zero', async () => {
    openPlayground(
      conversationOf(answerMessage('a1', { text: 'Hello', attempt: sampleAttempt({ servedModel: null }) })),
    )
    const bill = await screen.findByRole('group', { name: 'Cost of this answer' })
    expect(within(bill).getByText('Billed').nextElementSibling).toHaveTextContent('–')
    expect(within(bill).getByText('Computed').nextElementSibling).toHaveTextContent('–')
    expect(bill).not.toHaveTextContent('0.00')
    expect(screen.getByTitle('Unknown: the server did not name the model it used')).toBeVisible()
  })

  it('says at least when a price is not known', async () => {
    const rates = { ...miniRates, output: null }
    const attempt = sampleAttempt({
      usage: { ...miniUsage, billed: null },
      rates,
      computed: costOf(miniUsage, rates),
    })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Hello', attempt })))
    const bill = await screen.findByRole('group', { name: 'Cost of this answer' })
    expect(within(bill).getByText('Computed').nextElementSibling).toHaveTextContent('at least $0.00000315')
  })

  it('says that another model answered whose price is not known, and claims no lower bound', async () => {
    const usage = { ...miniUsage, billed: null }
    const attempt = sampleAttempt({
      servedModel: 'grok-9',
      ratesFor: 'instead',
      usage,
      rates: miniRates,
      computed: { ...costOf(usage, miniRates), complete: false },
    })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Hello', attempt })))
    const bill = await screen.findByRole('group', { name: 'Cost of this answer' })
    expect(bill).toHaveTextContent(
      'grok-9 answered, whose price is not known. Computed with the price of grok-3-mini',
    )
    expect(within(bill).getByText('Computed').nextElementSibling).toHaveTextContent(/^\$0\.00011765$/)
    expect(bill).not.toHaveTextContent('at least')
    expect(bill).not.toHaveTextContent('lower bound')
  })

  it('compares the bill at the service tier that the server told', async () => {
    const computed = costOf(miniUsage, miniRates, { serviceTier: 'priority' })
    const usage = { ...miniUsage, cachedTokens: 2, billed: computed.total + 2n * 2_250n * 2n }
    const attempt = sampleAttempt({ serviceTier: 'priority', usage, rates: miniRates, computed })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Hello', attempt })))
    // The cached tokens at the full price, doubled: without the tier nothing would explain it.
    expect(await screen.findByText(/more than computed/)).toHaveTextContent(
      'Exactly what it costs when the cached tokens are charged like others.',
    )
    expect(screen.getByText('Service tier').nextElementSibling).toHaveTextContent('priority')
  })

  it('names why the bill differs', async () => {
    const billed = 1_179_500n + 1_500n
    const usage = { ...miniUsage, billed }
    const attempt = sampleAttempt({ usage, rates: miniRates, computed: costOf(usage, miniRates) })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Hello', attempt })))
    expect(await screen.findByText(/Billed is \$0.00000045 more than computed/)).toHaveTextContent(
      'Exactly what it costs when the cached tokens are charged like others.',
    )
  })

  it.each([
    ['length', /may be incomplete/],
    ['content_filter', /content filter/],
    ['brand_new', /“brand_new”/],
    [null, /gave no reason/],
  ])('says in words why it ended: %s', async (finishReason, words) => {
    const attempt = sampleAttempt({ state: { kind: 'complete', finishReason } })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Hello', attempt })))
    expect(await screen.findByText(words)).toBeVisible()
  })

  it('folds the reasoning, with its own tokens', async () => {
    const attempt = sampleAttempt({ usage: miniUsage })
    const { user } = openPlayground(
      conversationOf(answerMessage('a1', { text: 'Hello', reasoning: 'First I think.', attempt })),
    )
    const summary = await screen.findByText('Reasoning · 228 tokens')
    expect(screen.queryByText('First I think.')).toBeNull()
    await user.click(summary)
    expect(await screen.findByText('First I think.')).toBeVisible()
  })

  it.each([
    ['failed', failureOf('rate-limited', { status: 429, retryAfterMs: 3000 }), 'Too many requests'],
    [
      'failed',
      failureOf('wrong-key', { status: 400, serverWords: 'Incorrect <b>key</b>' }),
      'The API key is not accepted',
    ],
    ['cut-off', failureOf('cut-off'), 'What came is kept'],
  ] as const)('%s: says so and can be asked again', async (kind, failure, words) => {
    const retry = vi.fn(() => ({ messageId: 'a2' }))
    const attempt = sampleAttempt({ state: { kind, failure } })
    const { user } = openPlayground(
      conversationOf(userMessage('u1', 'My long question'), answerMessage('a1', { attempt })),
      { ask: retry },
    )
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent(words))
    expect(screen.getByText('My long question')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledTimes(1)
    expect(retry.mock.calls[0]).toMatchObject([{ instead: 'a1', setup: { model: 'grok-3-mini' } }, undefined])
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('says when nobody knows how it ended', async () => {
    const attempt = sampleAttempt({ state: { kind: 'unknown' } })
    openPlayground(conversationOf(answerMessage('a1', { text: 'Half', attempt })))
    expect(await screen.findByText(/how the answer ended is not known/)).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('opens a link through the main process', async () => {
    const openLink = vi.fn(() => ({ outcome: 'declined' as const }))
    const message = answerMessage('a1', { text: '[docs](https://docs.x.ai/)', attempt: sampleAttempt() })
    const { user } = openPlayground(conversationOf(message), {}, { about: { openLink } })
    await user.click(await screen.findByRole('button', { name: 'docs (docs.x.ai)' }))
    expect(openLink.mock.calls[0]).toMatchObject([{ url: 'https://docs.x.ai/' }, undefined])
  })
})

describe('the view', () => {
  it('starts a new conversation', async () => {
    const create = () => {
      feed.become(sampleConversation([], { id: 'c2' }))
      return { conversationId: 'c2' }
    }
    const { user, feed } = openPlayground(
      conversationOf(userMessage('u1', 'Old')),
      {},
      { conversations: { create } },
    )
    await screen.findByText('Old')
    await user.click(screen.getByRole('button', { name: 'New conversation' }))
    expect(await screen.findByText('Nothing asked yet')).toBeVisible()
    expect(screen.queryByText('Old')).toBeNull()
  })

  it('takes the model from the address, lists prices in the chosen unit and the other names', async () => {
    openPlayground(conversationOf(), {}, {}, '/playground?model=grok-4.20-latest')
    const picker = await screen.findByRole('combobox', { name: 'Model' })
    expect(picker).toHaveValue('grok-4.20-latest')
    expect(
      await within(picker).findByRole('option', { name: 'grok-3-mini · $0.30 in, $0.50 out' }),
    ).toBeInTheDocument()
    expect(within(picker).getByRole('option', { name: 'grok-unpriced · price unknown' })).toBeInTheDocument()
    expect(
      within(picker).getByRole('option', { name: 'grok-3-mini-latest → grok-3-mini' }),
    ).toBeInTheDocument()
  })

  it('marks the prices of the demo', async () => {
    const demo = () => sampleCatalog({ demo: true })
    openPlayground(conversationOf(), {}, { catalog: { read: demo, refresh: demo } })
    await ready()
    for (const mark of await screen.findAllByText('Demo')) expect(mark).toBeVisible()
  })

  it('says what to do when no model is known', async () => {
    const none = () => sampleCatalog({ models: [], imageModels: [] })
    const start = sampleConversation()
    openPlayground(start, {}, { catalog: { read: none, refresh: none } })
    expect(await screen.findByText(/No models are known/)).toBeVisible()
    expect(sendButton()).toBeDisabled()
  })

  it('keeps what it shows when the events end, and listens again', async () => {
    const { user, feed } = openPlayground(conversationOf(userMessage('u1', 'Still here')))
    await screen.findByText('Still here')
    feed.end()
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('What is shown may be out of date.'),
    )
    expect(screen.getByText('Still here')).toBeVisible()
    feed.become(conversationOf(userMessage('u1', 'Fresh')))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Fresh')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('stops listening when it is left', async () => {
    const { feed, unmount } = openPlayground()
    await ready()
    expect(feed.listeners()).toBe(1)
    unmount()
    await waitFor(() => expect(feed.listeners()).toBe(0))
  })

  it.each([
    ['empty', conversationOf()],
    [
      'streaming',
      conversationOf(userMessage('u1', 'Hi'), {
        ...under('streaming'),
        text: '# T\n\n- [x] a\n\n| a |\n|---|\n| b |\n\n```\nc\n```',
        reasoning: 'r',
      }),
    ],
    [
      'complete',
      conversationOf(
        userMessage('u1', 'Hi'),
        answerMessage('a1', {
          text: '[a](https://x.ai) ![b](https://x.ai/b.png)',
          attempt: sampleAttempt({
            usage: miniUsage,
            rates: miniRates,
            computed: costOf(miniUsage, miniRates),
          }),
        }),
      ),
    ],
    [
      'failed',
      conversationOf(
        userMessage('u1', 'Hi'),
        answerMessage('a1', {
          attempt: sampleAttempt({ state: { kind: 'failed', failure: failureOf('offline') } }),
        }),
      ),
    ],
  ])('has no accessibility violation: %s', async (_, conversation) => {
    const { container } = openPlayground(conversation)
    await ready()
    await waitFor(() =>
      expect(container.querySelectorAll('.message')).toHaveLength(conversation.messages.length),
    )
    expect(screen.getByRole('heading', { level: 1, name: 'Playground' })).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })
})
