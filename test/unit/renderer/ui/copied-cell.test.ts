import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiedCell } from '../../../../renderer/ui/copied-cell.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'

describe('a cell that is copied', () => {
  it.each([
    ['$1,234.0000000001', '1234.0000000001'],
    ['-$0.50', '-0.50'],
    ['131,072', '131072'],
    ['0', '0'],
    ['at least $2', 'at least $2'],
    ['2.41×', '2.41×'],
    ['1,23', '1,23'],
    ['3/10/2026', '3/10/2026'],
    ['–', null],
    ['', null],
  ])('of a number column reads %s and is %s', (text, value) => {
    expect(copiedCell(text, true, '–')).toEqual({ text, value })
  })

  it('of a text column stays what it is, for a name may look like a number', () => {
    expect(copiedCell('4,000', false, '–').value).toBe('4,000')
  })

  it('loses nothing of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (ticks) => {
        const bare = formatUsd(ticks).replace('$', '')
        expect(copiedCell(formatUsd(ticks, { thousands: ',' }), true, '–').value).toBe(bare)
      }),
    )
  })
})
