import { describe, expect, it } from 'vitest'
import { findTokens, tokenAt } from '../../../../renderer/features/tokenizer/tokens/find-tokens.ts'
import { bytesOf, hexOf, shownToken } from '../../../../renderer/features/tokenizer/tokens/shown-token.ts'
import { readTokenTable } from '../../../../renderer/features/tokenizer/tokens/token-table.ts'
import { countOf } from '../../../support/sample-count.ts'

/** Offsets: `ab` 0, `你` in two tokens 2, `\u{1f600}` 3 to 5, `Ab` 5. */
function sampleTable() {
  const text = 'ab你\u{1f600}Ab'
  const count = countOf('m', text, [
    { id: 1, bytes: 'ab' },
    { id: 2, bytes: [0xe4, 0xbd] },
    { id: 3, bytes: [0xa0] },
    { id: 4, bytes: '\u{1f600}' },
    { id: 1, bytes: 'Ab' },
  ])
  return readTokenTable(count, text, () => Promise.resolve())
}

describe('tokenAt', () => {
  it.each([
    [0, 0],
    [1, 0],
    // The first of the two that share the character.
    [2, 1],
    [3, 3],
    [4, 3],
    [5, 4],
    [6, 4],
    // Behind the end: the last.
    [99, 4],
  ])('of offset %i is token %i', async (offset, token) => {
    expect(tokenAt(await sampleTable(), offset)).toBe(token)
  })
})

describe('findTokens', () => {
  it.each([
    ['AB', [0, 0], [4, 4]],
    ['b你', [0, 2]],
    ['你', [1, 2]],
    ['#1', [0, 0], [4, 4]],
    ['#3', [2, 2]],
    ['.'],
    [''],
    ['#9'],
  ] as [string, ...[number, number][]][])('finds %j', async (wanted, ...places) => {
    const matches = places.map(([first, last]) => ({ first, last }))
    expect(findTokens(await sampleTable(), wanted)).toStrictEqual(matches)
  })
})

describe('bytes of a token', () => {
  it('are its own, in order, and none behind the end', async () => {
    const table = await sampleTable()
    const all = [0, 1, 2, 3, 4, 5].map((index) => hexOf(bytesOf(table, index)))
    expect(all).toStrictEqual(['61 62', 'E4 BD', 'A0', 'F0 9F 98 80', '41 62', ''])
  })

  it('stand with the character that they share', async () => {
    const table = await sampleTable()
    expect(shownToken(table, 2)).toMatchObject({ id: 3, text: '你', sharedBy: 2, place: 1, start: 2, end: 3 })
    expect(shownToken(table, 3)).toMatchObject({
      text: '\u{1f600}',
      sharedBy: 1,
      start: 3,
      end: 5,
      byteStart: 5,
    })
    expect(shownToken(table, 5)).toBeNull()
    expect(shownToken(table, -1)).toBeNull()
  })
})
