import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FileToSave } from '../../shared/contract/exports.ts'
import { countOf, type SampleToken } from '../support/sample-count.ts'
import { chips, currentChip, enter, openTokenizer, pressCount } from '../support/tokenizer-page.tsx'

/** Counts the text in the view; the answer is these tokens. */
async function showTokens(text: string, bytes: readonly SampleToken['bytes'][]) {
  const tokens = bytes.map((token, index) => ({ id: 100 + index, bytes: token }))
  const page = await openTokenizer(({ model }) => countOf(model, text, tokens))
  enter(text)
  await pressCount(page)
  return { ...page, chips: await chips() }
}

/** Words and what the style sheet draws after them. */
const faces = (all: readonly HTMLElement[]) =>
  all.map((chip) => {
    const drawn = chip.querySelector<HTMLElement>('[data-bytes]')?.dataset['bytes'] ?? ''
    return `${chip.textContent}${drawn}`
  })
const names = (all: readonly HTMLElement[]) => all.map((chip) => chip.getAttribute('aria-label'))

/** A letter, a character in two tokens, a direction override, a NUL and an accented letter. */
const TRICKY = 'x你 \u202e\0é'
const TRICKY_TOKENS = ['x', [0xe4, 0xbd], [0xa0], ' \u202e', '\0', 'é']

describe('chips', () => {
  it('name what cannot be seen, and mark spaces', async () => {
    const pieces = ['a', '\t', '\u202e', '\u0001', '\u200b', ' b', '\n', '  ']
    const { chips } = await showTokens(pieces.join(''), pieces)
    expect(faces(chips)).toStrictEqual(['a', '→', 'RLO', 'SOH', 'ZWSP', ' b', '↵', '  '])
    expect(chips[5]).toHaveClass('chip-lead')
    expect(chips[7]?.querySelector('.chip-spaces')).toHaveTextContent('  ', { normalizeWhitespace: false })
    expect(names(chips)).toStrictEqual([
      'Token 1: a, id 100, bytes 61',
      'Token 2: ⟨tab⟩, id 101, bytes 09',
      'Token 3: ⟨right-to-left override⟩, id 102, bytes E2 80 AE',
      'Token 4: ⟨control character SOH⟩, id 103, bytes 01',
      'Token 5: ⟨zero width space⟩, id 104, bytes E2 80 8B',
      'Token 6: ␣b, id 105, bytes 20 62',
      'Token 7: ⟨line feed⟩, id 106, bytes 0A',
      'Token 8: ␣␣, id 107, bytes 20 20',
    ])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('tell their place among all tokens, also of those that are not drawn', async () => {
    const { chips } = await showTokens('ab'.repeat(5_000), Array(5_000).fill('ab'))
    expect(chips.length).toBeLessThan(1_000)
    expect(chips[7]).toHaveAttribute('aria-posinset', '8')
    expect(chips[7]).toHaveAttribute('aria-setsize', '5000')
    expect(chips[7]).toHaveAttribute('aria-selected', 'false')
  })

  it('show the bytes of tokens that are only a part of a character', async () => {
    const { chips } = await showTokens('x你', ['x', [0xe4, 0xbd], [0xa0]])
    expect(faces(chips)).toStrictEqual(['x', '你E4 BD', 'A0'])
    expect(names(chips).slice(1)).toStrictEqual([
      'Token 2: part of 你, id 101, bytes E4 BD',
      'Token 3: part of 你, id 102, bytes A0',
    ])
  })

  it('show ids or bytes instead of text', async () => {
    const { user, chips: before } = await showTokens(TRICKY, TRICKY_TOKENS)
    expect(faces(before)).toStrictEqual(['x', '你E4 BD', 'A0', ' RLO', 'NUL', 'é'])
    await user.click(screen.getByRole('radio', { name: 'Ids' }))
    expect(faces(await chips())).toStrictEqual(['100', '101', '102', '103', '104', '105'])
    await user.click(screen.getByRole('radio', { name: 'Bytes' }))
    expect(faces(await chips())).toStrictEqual(['78', 'E4 BD', 'A0', '20 E2 80 AE', '00', 'C3 A9'])
  })

  it('are moved over with the keys, and pointed at', async () => {
    const { user, chips } = await showTokens(TRICKY, TRICKY_TOKENS)
    const list = screen.getByRole('listbox')
    act(() => list.focus())
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(currentChip()).toHaveAccessibleName('Token 3: part of 你, id 102, bytes A0')
    expect(list).toHaveAttribute('aria-activedescendant', currentChip().id)
    expect(screen.getByText('part 2 of 2 of this character')).toBeVisible()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByText('U+202E right-to-left override')).toBeVisible()
    await user.keyboard('{Control>}{End}{/Control}')
    expect(currentChip()).toHaveAttribute('aria-posinset', '6')
    fireEvent.pointerOver(chips[4] ?? list)
    expect(screen.getByText('U+0000 control character NUL')).toBeVisible()
    expect(screen.getByText('characters 4–5, bytes 8–9')).toBeVisible()
    fireEvent.pointerLeave(list)
    expect(screen.queryByText('U+0000 control character NUL')).toBeNull()
  })
})

describe('what the server sends', () => {
  it('is shown with the place where it is not the text', async () => {
    await showTokens('ab', ['a', 'c'])
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The tokens that the server sent are not this text: they differ from byte 1 on.',
    )
  })

  it('is shown as bytes where it is no text', async () => {
    const { chips } = await showTokens('a', ['a', [0xff, 0xfe]])
    expect(faces(chips)).toStrictEqual(['a', 'FF FE'])
    expect(screen.getByRole('alert')).toBeVisible()
  })

  it('is shown without bytes where it has none', async () => {
    const page = await openTokenizer(({ model }) => {
      const count = countOf(model, 'ab', [
        { id: 1, bytes: '' },
        { id: 2, bytes: 'b' },
      ])
      return { ...count, tokenBytes: { kind: 'mismatch', at: 0, bytes: btoa('b'), withoutBytes: 1 } }
    })
    enter('ab')
    await pressCount(page)
    expect(faces(await chips())).toStrictEqual(['∅', 'b'])
    expect(screen.getByRole('alert')).toHaveTextContent('One token came without readable bytes.')
  })

  it('counts half a character as its replacement, and says so', async () => {
    const { chips } = await showTokens('a\ud83d', ['a', '\ufffd'])
    expect(screen.getByText(/^The text has half a character \(a lone surrogate\)/)).toBeVisible()
    expect(faces(chips)).toStrictEqual(['a', 'REPL'])
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('tokens', () => {
  it('are searched by text and id', async () => {
    const { user } = await showTokens('one two three two', ['one', ' two', ' three', ' two'])
    const search = screen.getByRole('searchbox', { name: 'Search in tokens' })
    await user.type(search, 'two')
    expect(screen.getByText('1 of 2')).toBeVisible()
    await user.keyboard('{Enter}')
    expect(currentChip()).toHaveAttribute('data-token', '3')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(currentChip()).toHaveAttribute('data-token', '1')
    await user.clear(search)
    await user.type(search, '#102')
    expect(currentChip()).toHaveTextContent('three')
    await user.type(search, '9')
    expect(screen.getByText('No match')).toBeVisible()
  })

  it('are exported and their ids copied', async () => {
    const saved: FileToSave[] = []
    const save = (file: FileToSave) => {
      saved.push(file)
      return { outcome: 'saved' as const, fileName: `tokens.${file.kind}` }
    }
    const page = await openTokenizer(undefined, { exports: { save } })
    enter('one two')
    await pressCount(page)
    await chips()
    await page.user.click(screen.getByRole('button', { name: 'Export CSV' }))
    expect(await screen.findByText('Saved as tokens.csv')).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: 'Export JSON' }))
    expect(await screen.findByText('Saved as tokens.json')).toBeVisible()
    expect(saved[0]?.content).toContain('\r\n2,4, two,20 74 77 6F,3,7,3\r\n')
    expect(JSON.parse(saved[1]?.content ?? '')).toMatchObject({
      count: 2,
      tokens: [
        { id: 3, text: 'one' },
        { id: 4, text: ' two', bytes: '20 74 77 6F', start: 3, end: 7 },
      ],
    })
    await page.user.click(screen.getByRole('button', { name: 'Copy ids' }))
    expect(await navigator.clipboard.readText()).toBe('3 4')
  })
})
