import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packNumbers, unpackNumbers } from '../../../../shared/tokens/number-bytes.ts'
import { wellFormed } from '../../../../shared/tokens/well-formed.ts'

describe('packNumbers', () => {
  it('gives the same numbers back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff_ffff })), (numbers) => {
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers)
      }),
    )
  })

  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [131_071, 3],
    [0xffff_ffff, 5],
  ])('%i takes %i bytes', (number, bytes) => {
    expect(packNumbers([number])).toHaveLength(bytes)
  })

  it('leaves a number without its end out', () => {
    expect([...unpackNumbers(Uint8Array.of(5, 0x80))]).toEqual([5])
  })
})

describe('wellFormed', () => {
  it('makes what every encoder would make of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0xd700, max: 0xe010 })), (units) => {
        const text = String.fromCharCode(...units)
        const { text: sent, replaced } = wellFormed(text)
        expect(sent).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
        )
        expect(sent.length).toBe(text.length)
        expect([...sent].filter((character, index) => character !== [...text][index]).length).toBe(replaced)
      }),
    )
  })
})
