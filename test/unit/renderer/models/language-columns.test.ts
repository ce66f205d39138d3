import { describe, expect, it } from 'vitest'
import {
  chosenColumns,
  switchColumn,
} from '../../../../renderer/features/models/language/language-columns.ts'

describe('the chosen columns', () => {
  it('come in the order of the catalog, with the ids, and without names that no column has', () => {
    expect(chosenColumns(['output', 'colour', 'input'])).toEqual(['id', 'input', 'output'])
    expect(chosenColumns([])).toEqual(['id'])
  })

  it('are the default ones again when one is switched off and on', () => {
    const all = chosenColumns(null)
    const without = switchColumn(all, 'created', false)
    expect(without).not.toContain('created')
    expect(switchColumn(chosenColumns(without), 'created', true)).toBeNull()
  })
})
