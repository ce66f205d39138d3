import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { TokenizerView } from '../../renderer/features/tokenizer/tokenizer-view.tsx'
import { renderPage } from '../support/render-page.tsx'
import { countOf } from '../support/sample-count.ts'

/** Counts the text in the view; the answer is these tokens. */
async function showTokens(
  text: string,
  bytes: readonly (string | readonly number[])[],
): Promise<HTMLElement[]> {
  const tokens = bytes.map((token, index) => ({ id: 100 + index, bytes: token }))
  const rpc = { tokens: { count: (asked: { model: string }) => countOf(asked.model, text, tokens) } }
  renderPage(<TokenizerView />, { at: '/tokenizer', rpc })
  await screen.findAllByRole('option', { name: 'grok-3-mini' })
  fireEvent.input(screen.getByRole('textbox', { name: 'Text' }), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Count tokens' }))
  const list = await screen.findByRole('listbox')
  return [...list.querySelectorAll<HTMLElement>('[data-token]')]
}

const faces = (chips: readonly HTMLElement[]) => chips.map(({ textContent }) => textContent)

/** What is read out of each token as the cursor moves over it. */
function names(chips: readonly HTMLElement[]): (string | null | undefined)[] {
  const list = screen.getByRole('listbox')
  fireEvent.focus(list)
  return chips.map((_, index) => {
    if (index > 0) fireEvent.keyDown(list, { key: 'ArrowRight' })
    const current = document.getElementById(list.getAttribute('aria-activedescendant') ?? '')
    return current?.getAttribute('aria-label')
  })
}

it('names what cannot be seen, and marks spaces', async () => {
  const pieces = ['a', '\t', '\u202e', '\u0001', '\u200b', ' b', '\n']
  const chips = await showTokens(pieces.join(''), pieces)
  expect(faces(chips)).toStrictEqual(['a', '→', 'RLO', 'SOH', 'ZWSP', ' b', '↵'])
  expect(chips[5]?.querySelector('.chip-spaces')).toHaveTextContent(' ', { normalizeWhitespace: false })
  expect(names(chips)).toStrictEqual([
    'Token 1: a, id 100, bytes 61',
    'Token 2: ⟨tab⟩, id 101, bytes 09',
    'Token 3: ⟨right-to-left override⟩, id 102, bytes E2 80 AE',
    'Token 4: ⟨control character SOH⟩, id 103, bytes 01',
    'Token 5: ⟨zero width space⟩, id 104, bytes E2 80 8B',
    'Token 6: ␣b, id 105, bytes 20 62',
    'Token 7: ⟨line feed⟩, id 106, bytes 0A',
  ])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('shows the bytes of tokens that are only a part of a character', async () => {
  const chips = await showTokens('x你', ['x', [0xe4, 0xbd], [0xa0]])
  expect(faces(chips)).toStrictEqual(['x', '你E4 BD', 'A0'])
  expect(names(chips).slice(1)).toStrictEqual([
    'Token 2: part of 你, id 101, bytes E4 BD',
    'Token 3: part of 你, id 102, bytes A0',
  ])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says where the tokens are not the text', async () => {
  await showTokens('ab', ['a', 'c'])
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The tokens that the server sent are not this text: they differ from byte 1 on.',
  )
})

it('says that half a character was counted as its replacement', async () => {
  const chips = await showTokens('a\ud83d', ['a', '\ufffd'])
  expect(screen.getByText(/^The text has half a character \(a lone surrogate\)/)).toBeVisible()
  expect(faces(chips)).toStrictEqual(['a', 'REPL'])
  expect(screen.queryByRole('alert')).toBeNull()
})
