import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TokenizerView } from '../../renderer/features/tokenizer/tokenizer-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import type { TokenCount } from '../../shared/contract/tokens.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'
import { countOf, sampleCount } from '../support/sample-count.ts'
import { chips, enter, openTokenizer, pressCount, sizes } from '../support/tokenizer-page.tsx'

function LeaveAndReturn(): ReactNode {
  const [here, setHere] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setHere(!here)}>
        leave or return
      </button>
      {here && <TokenizerView />}
    </>
  )
}

describe('without a list of models', () => {
  it('says why there is none to count on, and asks for it again', async () => {
    const unread = sampleCatalog({
      from: 'none',
      readAt: null,
      models: [],
      failure: failureOf('host-not-found'),
    })
    let answer = unread
    const { user } = renderPage(<TokenizerView />, {
      at: '/tokenizer',
      rpc: { catalog: { read: () => unread, refresh: () => answer } },
    })
    expect(await screen.findByRole('alert')).toHaveTextContent('The server name could not be found')
    expect(screen.getByText(/so there is none to count on\./)).toBeVisible()
    answer = sampleCatalog()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByDisplayValue('grok-4.20-0309-reasoning')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('counting', () => {
  it('shows an estimate at once and the exact count on Count tokens', async () => {
    const page = await openTokenizer()
    expect(await screen.findByRole('heading', { level: 1, name: 'Tokenizer' })).toBeVisible()
    enter('one two three')
    expect(screen.getByText(/^About/)).toHaveTextContent(/^About \d+ tokens Prose · estimate/)
    expect(page.asked).toEqual([])
    await pressCount(page)
    expect((await chips()).map((chip) => chip.textContent)).toEqual(['one', ' two', ' three'])
    expect(screen.getByText('3', { selector: '.token-total' })).toBeVisible()
    expect(screen.queryByText(/^About/)).toBeNull()
  })

  it('becomes an estimate again when the text changes, over the tokens of the one before', async () => {
    const page = await openTokenizer()
    enter('one two three')
    await pressCount(page)
    await chips()
    expect(sizes()).toEqual(['3 tokens '])
    enter('one two three and more')
    await waitFor(() => expect(sizes()[0]).toMatch(/^About /))
    expect(screen.getByRole('region', { name: 'Tokens' })).toHaveAttribute('data-stale', 'true')
    expect(screen.getByText(/^These are the tokens of what was counted last/)).toBeVisible()
  })

  it('has nothing that axe finds wrong: empty, counted, and with two texts', async () => {
    const page = await openTokenizer()
    expect(await axeViolations(page.container)).toEqual([])
    enter('one two')
    await pressCount(page)
    await chips()
    expect(await axeViolations(page.container)).toEqual([])
    await page.user.click(screen.getByRole('radio', { name: 'Two texts' }))
    enter('one', 'Text 2')
    await pressCount(page)
    await waitFor(() => expect(screen.getAllByRole('listbox')).toHaveLength(2))
    expect(await axeViolations(page.container)).toEqual([])
  })

  it('asks nothing for no text, and shows that there is nothing', async () => {
    const page = await openTokenizer()
    await pressCount(page)
    expect(page.asked).toEqual([])
    expect(screen.getByText('0', { selector: '.token-total' })).toBeVisible()
  })

  it('keeps the text when the view is left and opened again', async () => {
    const { user } = renderPage(<LeaveAndReturn />, { at: '/tokenizer' })
    enter('not lost')
    await user.click(screen.getByRole('button', { name: 'leave or return' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'leave or return' }))
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('not lost')
  })

  it('says what the key may not do, links to it, and still estimates', async () => {
    const page = await openTokenizer(() => {
      throw failed(failureOf('not-permitted', { status: 403 }))
    })
    enter('one two three')
    await pressCount(page)
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(await screen.findByRole('link', { name: 'See permissions' })).toHaveAttribute(
      'href',
      '#/api-key?endpoint=tokenize&model=grok-4.20-0309-reasoning',
    )
    expect(screen.getByText(/^About/)).toBeVisible()
    expect(screen.getByRole('table', { name: /Cost of this text/ })).toBeVisible()
    enter('one two three four')
    await pressCount(page)
    await waitFor(() => expect(page.asked).toHaveLength(2))
  })

  it.each([
    ['offline', failureOf('offline')],
    ['malformed-answer', failureOf('malformed-answer', { status: 200 })],
  ])('keeps the text and the estimate after %s, and counts on Try again', async (_code, failure) => {
    let fails = true
    const page = await openTokenizer((input) => {
      if (fails) throw failed(failure)
      return sampleCount(input.model, input.text)
    })
    enter('kept')
    await pressCount(page)
    await screen.findByRole('alert')
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('kept')
    fails = false
    await page.user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(async () => expect(await chips()).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('typing', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

  it('counts after a pause, never once a key', async () => {
    const { asked } = await openTokenizer()
    for (let length = 1; length <= 12; length += 1) {
      enter('one two three'.slice(0, length))
      await pass(200)
    }
    expect(asked).toEqual([])
    await pass(1_000)
    expect(asked.map(({ text }) => text)).toEqual(['one two thre'])
  })

  it('gives up a count that is under way when the text changes, and never has two in flight', async () => {
    let release = (_answer: TokenCount) => {}
    const { asked } = await openTokenizer(
      () =>
        new Promise<TokenCount>((resolve) => {
          release = resolve
        }),
    )
    enter('old')
    await pass(1_000)
    enter('new one')
    expect(asked[0]?.signal?.aborted).toBe(true)
    await pass(1_000)
    release(sampleCount('grok-4.20-0309-reasoning', 'new one'))
    await pass(50)
    expect(asked.map(({ text }) => text)).toEqual(['old', 'new one'])
    expect((await chips()).map((chip) => chip.textContent)).toEqual(['new', ' one'])
  })

  it('does not ask again by itself after a failure', async () => {
    const { asked } = await openTokenizer(() => {
      throw failed(failureOf('offline'))
    })
    enter('one')
    await pass(1_000)
    await screen.findByRole('alert')
    enter('one two')
    await pass(5_000)
    expect(asked).toHaveLength(1)
  })
})

describe('a very long text', () => {
  it('shows its beginning, counts all of it, and can be shown whole', async () => {
    const page = await openTokenizer(({ model, text }) => countOf(model, text, [{ id: 1, bytes: text }]))
    const long = 'word '.repeat(30_000)
    const field = screen.getByRole('textbox', { name: 'Text' })
    fireEvent(
      field,
      new InputEvent('beforeinput', { inputType: 'insertFromPaste', data: long, cancelable: true }),
    )
    expect(await screen.findByText(/first 20,000 of 150,000 characters/)).toBeVisible()
    await pressCount(page)
    await waitFor(() => expect(page.asked[0]?.text).toBe(long))
    await page.user.click(screen.getByRole('button', { name: 'Show all of it' }))
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue(long)
  })
})
