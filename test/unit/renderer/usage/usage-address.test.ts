import { describe, expect, it } from 'vitest'
import {
  filterOf,
  filterText,
  isNarrowed,
  queryOf,
  readLook,
} from '../../../../renderer/features/usage/usage-address.ts'

const look = (text: string) => readLook(new URLSearchParams(text))
const all = { from: null, to: null }

describe('the address of Usage', () => {
  it('is at first the last 30 days of the connection in use, by model', () => {
    const { period, demo, grouping, chart, sort } = look('')
    expect({ period, demo, grouping, chart, sort }).toEqual({
      period: '30-days',
      demo: null,
      grouping: 'model',
      chart: 'spend',
      sort: { by: 'sequence', descending: true },
    })
  })

  it('takes nothing that it does not know', () => {
    expect(look('period=ever&by=mood&chart=pie&span=hour&state=lost&from=2026-02-31&tab=x')).toEqual(look(''))
  })

  it('asks for every filter, and tells "without a key" from "any key"', () => {
    const narrowed = look('model=%3Dgrok-4.3&key=%3D&state=estimated')
    expect(queryOf(narrowed, all, false)).toEqual({
      period: all,
      filter: { demo: false, models: ['grok-4.3'], keys: [''], states: ['estimated'] },
    })
    expect(isNarrowed(narrowed)).toBe(true)
    expect(queryOf(look(''), all, true)).toEqual({ period: all, filter: { demo: true } })
    expect(isNarrowed(look(''))).toBe(false)
  })

  it.each([[null], [''], ['='], ['grok=4']])('writes and reads the filter %s', (value) => {
    expect(filterOf(filterText(value))).toBe(value)
  })
})
