import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPinned, resolveModel, withoutDate } from '../../../../shared/catalog/alias.ts'
import { nameStates } from '../../../../shared/catalog/name-states.ts'
import { cpuMs } from '../../../support/cpu-time.ts'

type Listed = { id: string; aliases: string[]; created?: number | null }

function stateOf(name: string, models: readonly Listed[]) {
  return nameStates(models).find((state) => state.name === name)
}
const flagsOf = (name: string, models: readonly Listed[]) => stateOf(name, models)?.flags

describe('the state of a name', () => {
  it('is quiet for ids and aliases of a plain list', () => {
    const models = [
      { id: 'grok-4.3', aliases: ['grok-latest'] },
      { id: 'grok-2-1212', aliases: ['grok-2', 'grok-2-latest'] },
    ]
    expect(nameStates(models)).toEqual([
      { name: 'grok-4.3', kind: 'id', id: 'grok-4.3', pinned: false, flags: [] },
      { name: 'grok-2-1212', kind: 'id', id: 'grok-2-1212', pinned: true, flags: [] },
      { name: 'grok-latest', kind: 'alias', id: 'grok-4.3', pinned: false, flags: [] },
      { name: 'grok-2', kind: 'alias', id: 'grok-2-1212', pinned: false, flags: [] },
      { name: 'grok-2-latest', kind: 'alias', id: 'grok-2-1212', pinned: false, flags: [] },
    ])
  })

  it('tells that an alias is another model’s id, which wins', () => {
    const models = [
      { id: 'grok-build-0.1', aliases: ['shared-id'] },
      { id: 'shared-id', aliases: [] },
    ]
    expect(stateOf('shared-id', models)).toMatchObject({
      kind: 'id',
      id: 'shared-id',
      flags: [{ kind: 'alias-is-an-id', listedBy: ['grok-build-0.1'] }],
    })
  })

  it('tells that two models list an alias, which stands for the first', () => {
    const models = [
      { id: 'a', aliases: ['both', 'both'] },
      { id: 'b', aliases: ['both'] },
    ]
    expect(stateOf('both', models)).toMatchObject({
      id: 'a',
      flags: [{ kind: 'listed-twice', listedBy: ['a', 'b'] }],
    })
  })

  it('does not count a model’s own id among its aliases', () => {
    expect(flagsOf('a', [{ id: 'a', aliases: ['a'] }])).toEqual([])
  })

  // Reference 2.1: grok-code-fast-1 was seen among the aliases of grok-build-0.1.
  it('tells that a retired name is answered by another model', () => {
    const models = [{ id: 'grok-build-0.1', aliases: ['grok-code-fast-1'] }]
    expect(stateOf('grok-code-fast-1', models)).toMatchObject({
      id: 'grok-build-0.1',
      flags: [
        { kind: 'retired', answeredBy: 'grok-build-0.1', retirement: { certainty: 'may-be-redirected' } },
      ],
    })
    expect(flagsOf('grok-3', [{ id: 'grok-3', aliases: [] }])).toMatchObject([
      { kind: 'retired', answeredBy: null },
    ])
  })
})

describe('superseded', () => {
  const old = { id: 'grok-5-0709', aliases: [], created: 100 }

  it.each([
    {
      what: 'both moving names stand for another',
      models: [old, { id: 'grok-5-1201', aliases: ['grok-5', 'grok-5-latest'], created: 200 }],
      through: ['grok-5', 'grok-5-latest'],
    },
    {
      what: 'the only moving name stands for another',
      models: [old, { id: 'grok-6', aliases: ['grok-5-latest'], created: 200 }],
      through: ['grok-5-latest'],
    },
    {
      what: 'it stands for another whose age is not told',
      models: [old, { id: 'grok-6', aliases: ['grok-5'], created: null }],
      through: ['grok-5'],
    },
  ])('when $what', ({ models, through }) => {
    expect(flagsOf('grok-5-0709', models)).toEqual([{ kind: 'superseded', by: models[1]?.id, through }])
  })

  it.each([
    { what: 'nothing is listed beside it', models: [old] },
    { what: 'only a look-alike is', models: [old, { id: 'grok-5-fast', aliases: ['grok-5-fast-latest'] }] },
    { what: 'a newer date is, without a moving name', models: [old, { id: 'grok-5-1201', aliases: [] }] },
    {
      what: 'a moving name is its own',
      models: [
        { ...old, aliases: ['grok-5'] },
        { id: 'x', aliases: ['grok-5-latest'] },
      ],
    },
    { what: 'the bare name is a model', models: [old, { id: 'grok-5', aliases: ['grok-5-latest'] }] },
    {
      what: 'the moving names part',
      models: [old, { id: 'x', aliases: ['grok-5'] }, { id: 'y', aliases: ['grok-5-latest'] }],
    },
    {
      what: 'two models claim the moving name',
      models: [old, { id: 'x', aliases: ['grok-5'] }, { id: 'y', aliases: ['grok-5'] }],
    },
    {
      what: 'the moving name stands for an older one',
      models: [old, { id: 'grok-5-0101', aliases: ['grok-5'], created: 50 }],
    },
  ])('not when $what', ({ models }) => {
    expect(flagsOf('grok-5-0709', models)).toEqual([])
  })

  it('is never said of a name without a date', () => {
    expect(
      flagsOf('grok-5', [
        { id: 'grok-5', aliases: [] },
        { id: 'grok-6', aliases: ['grok-5-latest'] },
      ]),
    ).toEqual([])
  })

  it('looks at the variant too', () => {
    const models = [
      { id: 'grok-4.20-0309-reasoning', aliases: [] },
      { id: 'grok-4.20-0601-reasoning', aliases: ['grok-4.20-reasoning'] },
      { id: 'grok-4.20-0309-non-reasoning', aliases: [] },
    ]
    expect(flagsOf('grok-4.20-0309-reasoning', models)).toMatchObject([{ by: 'grok-4.20-0601-reasoning' }])
    expect(flagsOf('grok-4.20-0309-non-reasoning', models)).toEqual([])
  })
})

describe('a list of names', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'grok-3', 'grok-5-0709', 'grok-5', 'grok-5-latest', '__proto__')
  // An id that is in a list twice is a problem that the parser has already taken out.
  const list = fc.uniqueArray(fc.record({ id: name, aliases: fc.array(name, { maxLength: 4 }) }), {
    maxLength: 6,
    selector: ({ id }) => id,
  })

  it('has every name once, and each stands for what resolveModel finds', () => {
    fc.assert(
      fc.property(list, (models) => {
        const states = nameStates(models)
        const names = models.flatMap(({ id, aliases }) => [id, ...aliases])
        expect(new Set(states.map((state) => state.name))).toEqual(new Set(names))
        expect(states).toHaveLength(new Set(names).size)
        for (const state of states) {
          const found = resolveModel(state.name, models)
          expect(found.kind !== 'unknown' && found.model.id).toBe(state.id)
          expect(found.kind === 'exact').toBe(state.kind === 'id')
        }
      }),
    )
  })

  it('of 20,000 is made at once', () => {
    const models = Array.from({ length: 20_000 }, (_, at) => ({
      id: `m-${at}-0709`,
      aliases: [`m-${at}`, 'all'],
    }))
    const from = cpuMs()
    expect(nameStates(models)).toHaveLength(40_001)
    expect(cpuMs() - from).toBeLessThan(2_000)
  })
})

describe('withoutDate', () => {
  it.each([
    ['grok-4-0709', 'grok-4'],
    ['grok-4.20-0309-reasoning', 'grok-4.20-reasoning'],
    ['grok-2-2024-08-13', 'grok-2'],
    ['grok-2-20240813', 'grok-2'],
    ['grok-4.3', null],
    ['0709', null],
    ['grok-3-1312', null],
  ])('of %s is %s', (from, bare) => {
    expect(withoutDate(from)).toBe(bare)
    if (bare !== null) expect(isPinned(bare)).toBe(false)
  })
})
