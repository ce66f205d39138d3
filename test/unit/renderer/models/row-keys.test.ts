import { expect, it } from 'vitest'
import { rowAfterKey } from '../../../../renderer/features/models/table/row-keys.ts'

it.each([
  { key: 'ArrowDown', from: 0, to: 1 },
  { key: 'ArrowDown', from: 24, to: 24 },
  { key: 'ArrowUp', from: 1, to: 0 },
  { key: 'ArrowUp', from: 0, to: 0 },
  { key: 'PageDown', from: 3, to: 13 },
  { key: 'PageDown', from: 20, to: 24 },
  { key: 'PageUp', from: 3, to: 0 },
  { key: 'Home', from: 9, to: 0 },
  { key: 'End', from: 9, to: 24 },
  { key: 'Enter', from: 9, to: null },
])('$key leads from row $from of 25 to $to', ({ key, from, to }) => {
  expect(rowAfterKey(key, from, 25)).toBe(to)
})

it('leads nowhere in an empty table', () => {
  expect(rowAfterKey('ArrowDown', -1, 0)).toBeNull()
})
