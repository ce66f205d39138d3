import { describe, expect, it } from 'vitest'
import { compareCatalogs } from '../../../../shared/catalog/changes.ts'
import { modelOf } from './model-of.ts'

describe('compareCatalogs', () => {
  it('finds nothing between equal readings, whatever their order', () => {
    const a = modelOf('a', { aliases: ['x'], prompt_text_token_price: 1 })
    const b = modelOf('b')
    expect(compareCatalogs([a, b], [b, a])).toEqual({
      modelsAdded: [],
      modelsRemoved: [],
      aliasesMoved: [],
      aliasesAdded: [],
      aliasesRemoved: [],
      pricesChanged: [],
      thresholdsChanged: [],
    })
  })

  it('tells models that came and went', () => {
    const [a, b, c] = [modelOf('a'), modelOf('b'), modelOf('c')]
    const changes = compareCatalogs([a, b], [b, c])
    expect(changes.modelsAdded).toEqual([c])
    expect(changes.modelsRemoved).toEqual([a])
  })

  it('tells aliases that moved, came and went', () => {
    const before = [modelOf('grok-4.5', { aliases: ['grok-latest', 'old'] }), modelOf('grok-4.6')]
    const after = [
      modelOf('grok-4.5', { aliases: ['new'] }),
      modelOf('grok-4.6', { aliases: ['grok-latest'] }),
    ]
    expect(compareCatalogs(before, after)).toMatchObject({
      aliasesMoved: [{ alias: 'grok-latest', from: 'grok-4.5', to: 'grok-4.6' }],
      aliasesAdded: [{ alias: 'new', id: 'grok-4.5' }],
      aliasesRemoved: [{ alias: 'old', id: 'grok-4.5' }],
    })
  })

  it('tells a retired id that became an alias as moved (reference 2.1)', () => {
    const before = [modelOf('grok-code-fast-1'), modelOf('grok-build-0.1')]
    const after = [modelOf('grok-build-0.1', { aliases: ['grok-code-fast-1'] })]
    const changes = compareCatalogs(before, after)
    expect(changes.aliasesMoved).toEqual([
      { alias: 'grok-code-fast-1', from: 'grok-code-fast-1', to: 'grok-build-0.1' },
    ])
    expect(changes.modelsRemoved.map(({ id }) => id)).toEqual(['grok-code-fast-1'])
    expect(changes.aliasesAdded).toEqual([])
  })

  it.each([
    // grok-4.20 in May 2026 (reference 8): $2 to $1.25 is -37.5 %.
    [20_000, 12_500, -3_750n],
    [12_500, 20_000, 6_000n],
    [3, 4, 3_333n],
    [3, 2, -3_333n],
    [3, 5, 6_667n],
    [20_000, 0, -10_000n],
    [0, 20_000, null],
    [undefined, 20_000, null],
    [20_000, undefined, null],
  ])('tells a price that went from %s to %s', (before, after, basisPoints) => {
    const old = modelOf('a', { completion_text_token_price: before })
    const model = modelOf('a', { completion_text_token_price: after })
    expect(compareCatalogs([old], [model]).pricesChanged).toEqual([
      {
        id: 'a',
        price: 'completionText',
        before: before === undefined ? null : BigInt(before),
        after: after === undefined ? null : BigInt(after),
        basisPoints,
      },
    ])
  })

  it('tells a long-context tier that begins elsewhere', () => {
    const old = modelOf('a', { long_context_threshold: 128_000 })
    const model = modelOf('a', { long_context_threshold: 200_000 })
    expect(compareCatalogs([old], [model]).thresholdsChanged).toEqual([
      { id: 'a', before: 128_000, after: 200_000 },
    ])
  })
})
