import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../shared/catalog/canonical-json.ts'
import { entryDifferences } from '../../../../shared/catalog/entry-differences.ts'

const differences = (listed: object, single: object, asked = 'x') =>
  entryDifferences('models', { ...listed }, { ...single }, asked)

describe('differences between an entry and its single answer', () => {
  it('are told with both values, `null` where a side has no such field', () => {
    expect(differences({ a: 1, b: null, c: 'x' }, { a: 2, c: 'x', d: [1] })).toEqual([
      { list: 'models', field: 'a', listed: '1', single: '2', note: null },
      { list: 'models', field: 'b', listed: 'null', single: null, note: null },
      { list: 'models', field: 'd', listed: null, single: '[1]', note: null },
    ])
  })

  it('are not made by order', () => {
    expect(
      differences(
        { aliases: ['a', 'b'], deep: { x: 1, y: [{ p: 1, q: 2 }] } },
        { deep: { y: [{ q: 2, p: 1 }], x: 1 }, aliases: ['b', 'a'] },
      ),
    ).toEqual([])
    expect(differences({ prices: [1, 2] }, { prices: [2, 1] })).toHaveLength(1)
  })

  it('mark the id only when it is the name that was asked for', () => {
    expect(differences({ id: 'a' }, { id: 'b' }, 'b')).toMatchObject([{ note: 'alias-echoed' }])
    expect(differences({ id: 'a' }, { id: 'c' }, 'b')).toMatchObject([{ note: null }])
  })

  it('are bounded, whatever a server sends', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, 'x'.repeat(2_000)]))
    const found = differences({}, many)
    expect(found).toHaveLength(200)
    expect(found.every(({ single }) => (single ?? '').length <= 1_001)).toBe(true)
  })

  it('are none between an entry and itself, for any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (entry) => {
        expect(differences(entry, JSON.parse(JSON.stringify(entry)))).toEqual([])
      }),
    )
  })
})

describe('canonicalJson', () => {
  it('is the same for the same fields in any order, and tells a different value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (entry) => {
        const turned = Object.fromEntries(Object.entries(entry).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(entry))
        expect(canonicalJson({ ...entry, extra: 1 })).not.toBe(canonicalJson({ ...entry, extra: 2 }))
      }),
    )
  })

  it('takes ticks and a field named like the prototype as data', () => {
    expect(canonicalJson({ b: 5n, a: JSON.parse('{"__proto__":1}') })).toBe('{"a":{"__proto__":1},"b":"5"}')
  })
})
