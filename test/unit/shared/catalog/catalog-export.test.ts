import { describe, expect, it } from 'vitest'
import {
  type CatalogExport,
  catalogCsv,
  catalogJson,
  catalogMarkdown,
} from '../../../../shared/catalog/catalog-export.ts'
import { catalogRows } from '../../../../shared/catalog/catalog-row.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'
import { parsePermissions } from '../../../../shared/permissions/permissions.ts'
import { modelOf } from './model-of.ts'

const models = [
  modelOf('grok-4.7', {
    aliases: ['=cmd()', 'grok|latest'],
    created: 1_758_412_800,
    input_modalities: ['text', 'image'],
    prompt_text_token_price: 20_000,
    cached_prompt_text_token_price: 3_333,
    completion_text_token_price: 60_000,
    long_context_threshold: 200_000,
    prompt_text_token_price_long_context: 40_000,
    search_price: 0,
  }),
  modelOf('mystery'),
]

function shown(parts: Partial<CatalogExport> = {}): CatalogExport {
  return {
    rows: catalogRows(models, parsePermissions(['api-key:endpoint:*', 'api-key:model:*'])),
    columns: [
      { column: 'id', header: 'Model' },
      { column: 'aliases', header: 'Aliases' },
      { column: 'cachedInput', header: 'Cached input' },
      { column: 'longContext', header: 'Long context' },
      { column: 'context', header: 'Context' },
      { column: 'created', header: 'Created' },
      { column: 'permission', header: 'This key' },
    ],
    unit: 'per-million',
    host: 'api.x.ai',
    demo: false,
    readAt: Date.UTC(2026, 10, 1, 12),
    ...parts,
  }
}

describe('the catalog as CSV', () => {
  it('has the shown columns in their order, numbers as numbers, and no formula', () => {
    expect(catalogCsv(shown())).toBe(
      [
        'Model,Aliases,Cached input (USD per 1M tokens),Long context (USD per 1M tokens),Context,Created,This key,host,demo,readAt',
        `grok-4.7,"'=cmd(), grok|latest",0.3333,4.00,500000,2025-09-21,true,api.x.ai,false,2026-11-01T12:00:00.000Z`,
        'mystery,,,,,,true,api.x.ai,false,2026-11-01T12:00:00.000Z',
        '',
      ].join('\r\n'),
    )
  })

  it.each([
    ['per-million', 'USD per 1M tokens', 1_000_000n],
    ['per-thousand', 'USD per 1K tokens', 1_000n],
    ['per-token', 'USD per token', 1n],
  ] as const)('has exact prices %s', (unit, words, tokens) => {
    const columns = [{ column: 'cachedInput', header: 'Cached' }] as const
    const [header, first] = catalogCsv(shown({ unit, columns })).split('\r\n')
    expect(header).toContain(`Cached (${words})`)
    expect(parseUsd(first?.split(',')[0] ?? '')).toBe(3_333n * tokens)
  })

  it('has the ticks themselves in the raw unit', () => {
    const csv = catalogCsv(shown({ unit: 'raw', columns: [{ column: 'output', header: 'Output' }] }))
    expect(csv.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      'Output (ticks per token)',
      '60000',
      '',
      '',
    ])
  })
})

describe('the catalog as JSON', () => {
  it('has every shown value, ticks as text and unknown as null', () => {
    const { models: entries, ...about } = JSON.parse(catalogJson(shown({ demo: true, readAt: null })))
    expect(about).toMatchObject({ host: 'api.x.ai', demo: true, readAt: null, shownUnit: 'per-million' })
    expect(entries).toEqual([
      {
        id: 'grok-4.7',
        aliases: ['=cmd()', 'grok|latest'],
        cachedInput: '3333',
        longContext: '40000',
        context: { tokens: 500_000, from: 'reference' },
        created: 1_758_412_800,
        permission: { allowed: true, reason: 'allowed' },
      },
      {
        id: 'mystery',
        aliases: [],
        cachedInput: null,
        longContext: null,
        context: null,
        created: null,
        permission: { allowed: true, reason: 'allowed' },
      },
    ])
  })
})

describe('the catalog as Markdown', () => {
  it('reads like the screen: exact prices, a dash for unknown, and whose list it is', () => {
    const columns = [
      { column: 'id', header: 'Model' },
      { column: 'aliases', header: 'Aliases' },
      { column: 'cachedInput', header: 'Cached' },
      { column: 'created', header: 'Created' },
      { column: 'permission', header: 'This key' },
    ] as const
    expect(catalogMarkdown(shown({ columns }))).toBe(
      [
        '| Model | Aliases | Cached (USD per 1M tokens) | Created | This key |',
        '| --- | --- | ---: | --- | --- |',
        '| grok-4.7 | =cmd(), grok\\|latest | \\$0.3333 | 2025-09-21 | yes |',
        '| mystery | – | – | – | yes |',
        '',
        'api.x.ai, read 2026-11-01T12:00:00.000Z',
        '',
      ].join('\n'),
    )
    expect(catalogMarkdown(shown({ demo: true, readAt: null }))).toMatch(/\n\nDemo\n$/)
  })

  it('survives a creation time that no calendar has', () => {
    const rows = catalogRows([{ ...modelOf('far'), created: Number.MAX_SAFE_INTEGER }], null)
    const columns = [{ column: 'created', header: 'Created' }] as const
    expect(catalogMarkdown(shown({ rows, columns }))).toContain('| – |')
    expect(() => catalogCsv(shown({ rows, columns }))).not.toThrow()
  })
})
