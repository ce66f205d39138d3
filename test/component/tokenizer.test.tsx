import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TokenizerView } from '../../renderer/features/tokenizer/tokenizer-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCount } from '../support/sample-count.ts'

/** The view over a main process that writes down each text it is asked to count. */
function showTokenizer(answer: typeof sampleCount = sampleCount) {
  const asked: string[] = []
  const count = ({ model, text }: { model: string; text: string }) => {
    asked.push(text)
    return answer(model, text)
  }
  return { ...renderPage(<TokenizerView />, { at: '/tokenizer', rpc: { tokens: { count } } }), asked }
}

/** The view is ready when there is a model to count with. */
async function put(text: string, label = 'Text'): Promise<void> {
  await screen.findAllByRole('option', { name: 'grok-3-mini' })
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value: text } })
}

/** What is said of the size of each text, in order. */
function sizes(): string[] {
  return [...document.querySelectorAll('.slot-count > p:first-child')].map((line) => line.textContent ?? '')
}

const countNow = () => fireEvent.click(screen.getByRole('button', { name: 'Count tokens' }))

describe('the size of a text', () => {
  it('is marked as an estimate while typing, and nothing is asked', async () => {
    const { asked } = showTokenizer()
    await put('three short words')
    await waitFor(() =>
      expect(sizes()[0]).toMatch(/^About \d+ tokens .*estimate, nothing learned of this model yet$/),
    )
    expect(screen.getByText('The exact count comes after a pause of typing.')).toBeVisible()
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(asked).toStrictEqual([])
  })

  it('is exact after Count tokens, without waiting for the pause', async () => {
    const { asked } = showTokenizer()
    await put('three short words')
    countNow()
    expect(asked.length).toBeLessThanOrEqual(1)
    await screen.findByRole('listbox', { name: /^Tokens by / })
    expect(sizes()).toStrictEqual(['3 tokens '])
    expect(asked).toStrictEqual(['three short words'])
  })

  it('is asked for once, not at every key', async () => {
    const { asked } = showTokenizer()
    const text = 'twenty letters typed'
    expect(text).toHaveLength(20)
    for (let length = 1; length <= text.length; length += 1) await put(text.slice(0, length))
    expect(asked).toStrictEqual([])
    await screen.findByRole('listbox', {}, { timeout: 5_000 })
    expect(asked).toStrictEqual([text])
  })

  it('becomes an estimate again when the text changes', async () => {
    showTokenizer()
    await put('three short words')
    countNow()
    await screen.findByRole('listbox')
    await put('three short words and more')
    await waitFor(() => expect(sizes()[0]).toMatch(/^About /))
    expect(screen.getByRole('region', { name: 'Tokens' })).toHaveAttribute('data-stale', 'true')
  })
})

describe('a count that fails', () => {
  it.each([
    ['not-permitted', true],
    ['offline', false],
  ] as const)('leaves the estimate and says why: %s', async (code, permissions) => {
    const { asked } = showTokenizer(() => {
      throw failed(failureOf(code, { serverWords: `the server on ${code}` }))
    })
    await put('three short words')
    countNow()
    const notice = await screen.findByRole('alert')
    expect(notice).toHaveTextContent(`the server on ${code}`)
    expect(notice).toHaveTextContent('The estimate works without the server.')
    expect(sizes()[0]).toMatch(/^About \d+ tokens .*estimate/)
    expect(screen.queryByRole('link', { name: 'See permissions' }) !== null).toBe(permissions)
    expect(asked).toHaveLength(1)
  })

  it('is counted again when asked to, and the reason goes', async () => {
    let times = 0
    const { user } = showTokenizer((model, text) => {
      times += 1
      if (times === 1) throw failed(failureOf('offline'))
      return sampleCount(model, text)
    })
    await put('three short words')
    countNow()
    expect(await screen.findByRole('alert')).toHaveTextContent('This computer is offline')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('listbox')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(sizes()).toStrictEqual(['3 tokens '])
  })
})

describe('two texts', () => {
  it('are counted on one model, and the difference is said', async () => {
    const { user, asked } = showTokenizer()
    await put('one two')
    await user.click(screen.getByRole('radio', { name: 'Two texts' }))
    await put('one two three four', 'Text 2')
    expect(await screen.findByText('At least one of the two is an estimate.')).toBeVisible()
    countNow()
    expect(await screen.findByText(/The second takes 2 tokens more \(\+100%\)\./)).toBeVisible()
    await waitFor(() => expect(sizes()).toStrictEqual(['2 tokens ', '4 tokens ']))
    expect(screen.queryByText('At least one of the two is an estimate.')).toBeNull()
    expect(asked.toSorted()).toStrictEqual(['one two', 'one two three four'])
  })
})

describe('for assistive technology', () => {
  it('has nothing that axe finds wrong: empty, counted, and with two texts', async () => {
    const { user, container } = showTokenizer()
    await put('')
    expect(await axeViolations(container)).toStrictEqual([])
    await put('three short words')
    countNow()
    await screen.findByRole('listbox')
    expect(await axeViolations(container)).toStrictEqual([])
    await user.click(screen.getByRole('radio', { name: 'Two texts' }))
    await put('two words', 'Text 2')
    countNow()
    await waitFor(() => expect(screen.getAllByRole('listbox')).toHaveLength(2))
    expect(await axeViolations(container)).toStrictEqual([])
  })
})
