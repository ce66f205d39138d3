import { expect, it } from 'vitest'
import { searchRows } from '../../../../renderer/features/models/search.ts'

const rows = [
  { id: 'grok-4.20-0309-reasoning', aliases: ['grok-4.20', 'grok-beta'] },
  { id: 'grok-3-mini', aliases: [] },
]

it.each([
  { text: '', found: [0, 1] },
  { text: '   ', found: [0, 1] },
  { text: 'MINI', found: [1] },
  { text: 'beta', found: [0] },
  { text: 'reasoning 4.20', found: [0] },
  { text: 'grok mini', found: [1] },
  { text: 'mini reasoning', found: [] },
  { text: '.*', found: [] },
])('finds $found for "$text"', ({ text, found }) => {
  expect(searchRows(rows, text)).toEqual(found.map((index) => rows[index]))
})
