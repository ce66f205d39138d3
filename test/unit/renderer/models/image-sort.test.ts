import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSort, parseSort, sortRows, sortText } from '../../../../renderer/features/models/images/sort.ts'

type Row = { name: string; price: bigint | null }
const row = (name: string, price: bigint | null): Row => ({ name, price })
const byPrice = ({ price }: Row) => price

describe('sortRows', () => {
  const rows = [row('dear', 150_000n), row('unknown', null), row('cheap', 2_000n), row('free', 0n)]

  it('puts unknown prices last in both directions, and zero is a price', () => {
    expect(sortRows(rows, byPrice, 'ascending').map(({ name }) => name)).toEqual([
      'free',
      'cheap',
      'dear',
      'unknown',
    ])
    expect(sortRows(rows, byPrice, 'descending').map(({ name }) => name)).toEqual([
      'dear',
      'cheap',
      'free',
      'unknown',
    ])
  })

  it('compares prices beyond the exact range of numbers', () => {
    const close = [row('more', 2n ** 60n + 1n), row('less', 2n ** 60n)]
    expect(sortRows(close, byPrice, 'ascending').map(({ name }) => name)).toEqual(['less', 'more'])
  })

  it('counts digits inside names: grok-4.3 before grok-4.20', () => {
    const names = [row('grok-4.20', null), row('grok-4.3', null), row('grok-3', null)]
    expect(sortRows(names, ({ name }) => name, 'ascending').map(({ name }) => name)).toEqual([
      'grok-3',
      'grok-4.3',
      'grok-4.20',
    ])
  })

  it('keeps the order of equal rows in both directions and leaves its input alone', () => {
    const equal = [row('b', 1n), row('a', 1n), row('c', null), row('d', null)]
    const before = [...equal]
    for (const direction of ['ascending', 'descending'] as const) {
      expect(sortRows(equal, byPrice, direction).map(({ name }) => name)).toEqual(['b', 'a', 'c', 'd'])
    }
    expect(equal).toEqual(before)
  })

  it('loses and invents no row', () => {
    const anyRow = fc.record({ name: fc.string(), price: fc.option(fc.bigInt({ min: 0n }), { nil: null }) })
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom('ascending', 'descending'), (some, direction) => {
        const sorted = sortRows(some, byPrice, direction)
        expect(new Set(sorted)).toEqual(new Set(some))
        expect(sorted).toHaveLength(some.length)
      }),
    )
  })
})

describe('the sort in the address', () => {
  const keys = ['id', 'input'] as const
  const fallback = { column: 'id', direction: 'descending' } as const

  it.each([
    { column: 'id', direction: 'ascending' },
    { column: 'input', direction: 'descending' },
  ] as const)('comes back as it was written: $column $direction', (sort) => {
    expect(parseSort(sortText(sort), keys, fallback)).toEqual(sort)
  })

  it.each([null, '', '-', 'colour', '--id', 'ID'])('falls back for %j', (text) => {
    expect(parseSort(text, keys, fallback)).toEqual(fallback)
  })

  it('turns round on the second press and starts ascending on another column', () => {
    const first = nextSort<'id' | 'input'>(fallback, 'input')
    expect(first).toEqual({ column: 'input', direction: 'ascending' })
    expect(nextSort(first, 'input')).toEqual({ column: 'input', direction: 'descending' })
    expect(nextSort(nextSort(first, 'input'), 'input')).toEqual(first)
  })
})
