import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterRows, searchRows } from '../../../../shared/catalog/catalog-filter.ts'
import { catalogRows } from '../../../../shared/catalog/catalog-row.ts'
import { sortAfterPress, sortCatalog } from '../../../../shared/catalog/catalog-sort.ts'
import {
  CATALOG_COLUMNS,
  type CatalogFilter,
  type CatalogView,
  NO_FILTER,
  PRICE_COLUMNS,
  type SortKey,
} from '../../../../shared/catalog/catalog-view.ts'
import { fromQuery, toQuery } from '../../../../shared/catalog/view-query.ts'
import { parsePermissions } from '../../../../shared/permissions/permissions.ts'
import { cpuMs } from '../../../support/cpu-time.ts'
import { modelOf } from './model-of.ts'

const models = [
  modelOf('grok-4-0709', {
    aliases: ['grok-4'],
    input_modalities: ['text', 'image'],
    output_modalities: ['text'],
    prompt_text_token_price: 30_000,
    cached_prompt_text_token_price: 7_500,
    completion_text_token_price: 150_000,
    capabilities: { reasoning_effort: [] },
  }),
  modelOf('grok-4.7', {
    input_modalities: ['text'],
    output_modalities: ['text'],
    context_length: 500_000,
    prompt_text_token_price: 20_000,
    completion_text_token_price: 60_000,
    capabilities: { reasoning_effort: ['low', 'high'] },
  }),
  modelOf('mystery'),
]
const permissions = parsePermissions(['api-key:endpoint:chat', 'api-key:model:grok-4'])
const rows = catalogRows(models, permissions)

function found(filter: Partial<CatalogFilter>, among = rows): string[] {
  return filterRows(among, { ...NO_FILTER, ...filter }).map(({ id }) => id)
}

describe('the search', () => {
  it('finds what the filter finds by the same words, and gives the same list when that is all', () => {
    const texts = fc.constantFrom(
      '',
      ' ',
      'g',
      'GROK',
      'grok-4',
      ' GROK 4 ',
      'mystery',
      '7 grok',
      'none of these',
    )
    fc.assert(
      fc.property(texts, fc.shuffledSubarray(rows), (text, among) => {
        const shown = searchRows(among, text)
        expect(shown).toEqual(filterRows(among, { ...NO_FILTER, text }))
        expect(searchRows(among, text)).toEqual(shown)
        if (shown.length === among.length) expect(shown).toBe(among)
      }),
    )
  })
})

describe('the filter', () => {
  it.each<[string, Partial<CatalogFilter>, string[]]>([
    ['nothing', {}, ['grok-4-0709', 'grok-4.7', 'mystery']],
    ['words of an alias', { text: ' GROK 4 ' }, ['grok-4-0709', 'grok-4.7']],
    ['input', { input: ['image'] }, ['grok-4-0709']],
    ['both inputs', { input: ['text', 'image'] }, ['grok-4-0709']],
    ['output', { output: ['text'] }, ['grok-4-0709', 'grok-4.7']],
    ['image input', { imageInput: true }, ['grok-4-0709']],
    ['no image input', { imageInput: false }, ['grok-4.7']],
    ['reasoning', { reasoning: true }, ['grok-4.7']],
    ['no reasoning', { reasoning: false }, ['grok-4-0709']],
    ['a context from the API or the reference', { contextAtLeast: 256_000 }, ['grok-4-0709', 'grok-4.7']],
    ['a longer context', { contextAtLeast: 256_001 }, ['grok-4.7']],
    ['usable', { usable: true }, ['grok-4-0709']],
    ['not usable', { usable: false }, ['grok-4.7', 'mystery']],
    [
      'a price at both ends',
      { prices: { input: { min: 20_000n, max: 30_000n } } },
      ['grok-4-0709', 'grok-4.7'],
    ],
    ['a price from', { prices: { input: { min: 20_001n, max: null } } }, ['grok-4-0709']],
    ['a price up to', { prices: { output: { min: null, max: 60_000n } } }, ['grok-4.7']],
    ['the effective cached price', { prices: { cachedInput: { min: 20_000n, max: 20_000n } } }, ['grok-4.7']],
    [
      'an open range',
      { prices: { input: { min: null, max: null } } },
      ['grok-4-0709', 'grok-4.7', 'mystery'],
    ],
  ])('by %s', (_, filter, ids) => {
    expect(found(filter)).toEqual(ids)
  })

  it('finds nothing usable or not usable while the permissions are unknown', () => {
    const unknown = catalogRows(models, null)
    expect(found({ usable: true }, unknown)).toEqual([])
    expect(found({ usable: false }, unknown)).toEqual([])
  })

  it('never lets an unknown price into a range, however wide', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRICE_COLUMNS), fc.bigInt(0n, 10n ** 15n), (price, max) => {
        expect(found({ prices: { [price]: { min: 0n, max } } })).not.toContain('mystery')
      }),
    )
  })
})

describe('the sort', () => {
  const sorted = (...sort: SortKey[]) => sortCatalog(rows, sort).map(({ id }) => id)

  it('puts unknown last in both directions', () => {
    expect(sorted({ column: 'input', direction: 'ascending' })).toEqual([
      'grok-4.7',
      'grok-4-0709',
      'mystery',
    ])
    expect(sorted({ column: 'input', direction: 'descending' })).toEqual([
      'grok-4-0709',
      'grok-4.7',
      'mystery',
    ])
  })

  it('lets the next key decide where the first finds no difference', () => {
    const byOutput = { column: 'outputModalities', direction: 'ascending' } as const
    expect(sorted(byOutput, { column: 'context', direction: 'descending' })[0]).toBe('grok-4.7')
    expect(sorted(byOutput, { column: 'context', direction: 'ascending' })[0]).toBe('grok-4-0709')
  })

  it('takes numbers in names as numbers, and keeps equal rows in their order', () => {
    const some = catalogRows(
      ['g-10', 'g-9', 'g-1'].map((id) => modelOf(id)),
      null,
    )
    const ids = (sort: SortKey[]) => sortCatalog(some, sort).map(({ id }) => id)
    expect(ids([{ column: 'id', direction: 'ascending' }])).toEqual(['g-1', 'g-9', 'g-10'])
    expect(ids([{ column: 'input', direction: 'descending' }])).toEqual(['g-10', 'g-9', 'g-1'])
    expect(ids([])).toEqual(['g-10', 'g-9', 'g-1'])
  })

  it('is a permutation, and in order of its first key', () => {
    const price = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(price, { maxLength: 30 }), fc.boolean(), (prices, down) => {
        const many = catalogRows(
          prices.map((value, at) =>
            modelOf(`m${at}`, value === undefined ? {} : { prompt_text_token_price: value }),
          ),
          null,
        )
        const direction = down ? 'descending' : 'ascending'
        const out = sortCatalog(many, [{ column: 'input', direction }])
        expect(out.map(({ id }) => id).toSorted()).toEqual(many.map(({ id }) => id).toSorted())
        const known = out.flatMap(({ rates }) => (rates.input === null ? [] : [Number(rates.input)]))
        expect(out.slice(known.length).every(({ rates }) => rates.input === null)).toBe(true)
        expect(known).toEqual(known.toSorted((a, b) => (down ? b - a : a - b)))
      }),
    )
  })

  it('after a press on a header', () => {
    const up = { column: 'input', direction: 'ascending' } as const
    const down = { ...up, direction: 'descending' } as const
    const id = { column: 'id', direction: 'ascending' } as const
    expect(sortAfterPress([], 'input', false)).toEqual([up])
    expect(sortAfterPress([up], 'input', false)).toEqual([down])
    expect(sortAfterPress([down], 'input', false)).toEqual([up])
    expect(sortAfterPress([id, down], 'input', false)).toEqual([up])
    expect(sortAfterPress([id], 'input', true)).toEqual([id, up])
    expect(sortAfterPress([id, up], 'input', true)).toEqual([id, down])
    expect(sortAfterPress([id, up], 'id', false)).toEqual([{ ...id, direction: 'descending' }])
  })

  it('of 5,000 models with three keys takes no time that grows with their square', () => {
    const many = catalogRows(
      Array.from({ length: 5_000 }, (_, at) => modelOf(`grok-${at}`, { prompt_text_token_price: at % 97 })),
      null,
    )
    const keys: SortKey[] = ['input', 'context', 'id'].flatMap((name) => {
      const column = CATALOG_COLUMNS.find((one) => one === name)
      return column === undefined ? [] : [{ column, direction: 'descending' }]
    })
    const times = Array.from({ length: 9 }, () => {
      const from = cpuMs()
      sortCatalog(many, keys)
      return cpuMs() - from
    })
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(250)
  })
})

describe('the view in an address', () => {
  const end = fc.option(fc.bigInt(0n, 9_999_999_999_999_999n), { nil: null })
  const range = fc.record({ min: end, max: end }).filter(({ min, max }) => min !== null || max !== null)
  const answer = fc.constantFrom(true, false, null)
  const modality = fc.uniqueArray(fc.constantFrom('text', 'image', 'video', 'a b', 'ü'))
  const filter: fc.Arbitrary<CatalogFilter> = fc.record({
    text: fc.string({ maxLength: 60, unit: 'grapheme' }),
    input: modality,
    output: modality,
    prices: fc.dictionary(fc.constantFrom(...PRICE_COLUMNS), range),
    contextAtLeast: fc.option(fc.integer({ min: 1 }), { nil: null }),
    usable: answer,
    reasoning: answer,
    imageInput: answer,
  })
  const key = fc.record({
    column: fc.constantFrom(...CATALOG_COLUMNS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  })
  const view: fc.Arbitrary<CatalogView> = fc.record({
    filter,
    sort: fc.uniqueArray(key, { selector: ({ column }) => column }),
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(view, (any) => {
        expect(fromQuery(new URLSearchParams(new URLSearchParams(toQuery(any)).toString()))).toEqual(any)
      }),
    )
  })

  it('is empty for the empty view, and readable for others', () => {
    expect(toQuery({ filter: NO_FILTER, sort: [] })).toEqual([])
    const some: CatalogView = {
      filter: {
        ...NO_FILTER,
        input: ['image'],
        prices: { output: { min: null, max: 60_000n } },
        usable: true,
      },
      sort: [{ column: 'output', direction: 'descending' }],
    }
    expect(new URLSearchParams(toQuery(some)).toString()).toBe(
      'in=image&output=..60000&usable=yes&sort=-output',
    )
  })

  it('of any text asks for something sensible, and says it the same way from then on', () => {
    const names = fc.constantFrom(
      'q',
      'in',
      'out',
      'input',
      'output',
      'context',
      'usable',
      'images',
      'sort',
      'x',
    )
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '1..', '-1..2', 'yes', 'YES', '0', '-id,id', 'id,,x', '1e9'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value), { maxLength: 12 }), (parts) => {
        const read = fromQuery(parts)
        expect(fromQuery(toQuery(read))).toEqual(read)
        expect(() => sortCatalog(filterRows(rows, read.filter), read.sort)).not.toThrow()
      }),
    )
  })
})
