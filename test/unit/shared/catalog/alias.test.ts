import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPinned, resolveModel } from '../../../../shared/catalog/alias.ts'
import { nearModels } from '../../../../shared/catalog/near-models.ts'

const models = [
  { id: 'grok-4-0709', aliases: ['grok-4', 'grok-4-latest'] },
  { id: 'grok-code-fast-1', aliases: ['grok-code-fast', 'grok-code-fast-1-0825'] },
  // Reference 2.1: a retired name can become an alias elsewhere while it is still an id.
  { id: 'grok-build-0.1', aliases: ['grok-code-fast-1', 'shared'] },
  { id: 'grok-4.3', aliases: ['grok-latest', 'shared'] },
]
const [grok4, codeFast, build, grok43] = models

describe('resolveModel', () => {
  it.each([
    ['grok-4-0709', { kind: 'exact', model: grok4, pinned: true }],
    ['grok-4.3', { kind: 'exact', model: grok43, pinned: false }],
    ['grok-4', { kind: 'alias', model: grok4, pinned: false, alsoListedBy: [] }],
    ['grok-code-fast-1-0825', { kind: 'alias', model: codeFast, pinned: true, alsoListedBy: [] }],
    ['grok-code-fast-1', { kind: 'exact', model: codeFast, pinned: false }],
    ['shared', { kind: 'alias', model: build, pinned: false, alsoListedBy: [grok43] }],
    [' grok-4\n', { kind: 'alias', model: grok4, pinned: false, alsoListedBy: [] }],
    ['Grok-4', { kind: 'unknown', name: 'Grok-4' }],
    ['grok-4.3-latest', { kind: 'unknown', name: 'grok-4.3-latest' }],
    ['', { kind: 'unknown', name: '' }],
  ])('resolves %j', (name, resolution) => {
    expect(resolveModel(name, models)).toEqual(resolution)
  })

  it('gives the same model for the id of what it found', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const list = fc.array(fc.record({ id: name, aliases: fc.array(name, { maxLength: 3 }) }), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(name, list, (asked, any) => {
        const found = resolveModel(asked, any)
        const known = any.some(({ id, aliases }) => [id, ...aliases].includes(asked))
        expect(found.kind !== 'unknown').toBe(known)
        if (found.kind === 'unknown') return
        const again = resolveModel(found.model.id, any)
        expect(again.kind).toBe('exact')
        expect(again.kind !== 'unknown' && again.model.id).toBe(found.model.id)
      }),
    )
  })
})

describe('isPinned', () => {
  it.each([
    ['grok-2-1212', true],
    ['grok-4.20-0309-reasoning', true],
    ['grok-4.20-multi-agent-0309', true],
    ['grok-2-2024-08-13', true],
    ['grok-2-20240813', true],
    ['grok-2-latest', false],
    ['grok-4-1-fast', false],
    ['grok-4-10-20', false],
    ['grok-3-1312', false],
    ['grok-3-0230', false],
    ['grok-3-0000', false],
    ['grok-12123', false],
    ['grok-2024', false],
    ['latest', false],
  ])('of %s is %s', (name, pinned) => {
    expect(isPinned(name)).toBe(pinned)
  })
})

describe('nearModels', () => {
  it.each([
    ['Grok-4', 'grok-4'],
    ['grok4', 'grok-4'],
    ['gork-4-latest', 'grok-4-latest'],
    ['grok-4.3-latest', 'grok-4.3'],
    ['code', 'grok-code-fast'],
  ])('for %j begins with %s', (typed, nearest) => {
    expect(nearModels(typed, models)[0]?.name).toBe(nearest)
  })

  it.each([
    ['nothing', ''],
    ['a name of another vendor', 'claude-opus'],
    ['a million characters', 'x'.repeat(1_000_000)],
  ])('has nothing for %s', (_, typed) => {
    expect(nearModels(typed, models)).toEqual([])
  })

  it('names each model once and no more than asked for', () => {
    expect(nearModels('grok', models, 2)).toHaveLength(2)
    expect(new Set(nearModels('grok', models, 9).map(({ model }) => model.id)).size).toBe(4)
  })
})
