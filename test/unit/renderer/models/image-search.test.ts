import { expect, it } from 'vitest'
import { imageRows, searchImages } from '../../../../renderer/features/models/images/image-rows.ts'
import { sampleCatalog } from '../../../support/sample-catalog.ts'

const [model] = sampleCatalog().imageModels
if (model === undefined) throw new Error('the sample catalog has an image model')
const rows = imageRows([
  { ...model, id: 'grok-4.20-0309-reasoning', aliases: ['grok-4.20', 'grok-beta'] },
  { ...model, id: 'grok-3-mini', aliases: [] },
])

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
  expect(searchImages(rows, text)).toEqual(found.map((index) => rows[index]))
})
