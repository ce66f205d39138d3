import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import type { LanguageModel } from '../../shared/catalog/model.ts'
import type { PriceHistory } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModel, sampleSingleModel } from '../support/sample-catalog.ts'

function showing(models: LanguageModel[], rpc: FakeOverrides = {}): FakeOverrides {
  const catalog = sampleCatalog({ models })
  return { ...rpc, catalog: { read: () => catalog, refresh: () => catalog, ...rpc.catalog } }
}

async function panelOf(id: string): Promise<HTMLElement> {
  return await screen.findByRole('complementary', { name: id })
}

async function names(id: string): Promise<(string | null)[]> {
  const panel = await panelOf(id)
  const heading = within(panel).getByRole('heading', { name: 'Names' })
  const list = heading.parentElement
  return within(list ?? panel)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
}

describe('the names of a model', () => {
  it('say that an alias which is another model’s id means that other model', async () => {
    const models = [sampleModel('grok-5', { aliases: ['grok-5-mini'] }), sampleModel('grok-5-mini')]
    renderPage(<ModelsView />, { at: '/models?model=grok-5', rpc: showing(models) })
    expect(await names('grok-5')).toEqual([
      'grok-5moving',
      'grok-5-minimovingthe id of another model, which wins',
    ])
  })

  it('say that an id is an alias of another model too', async () => {
    const models = [sampleModel('grok-5', { aliases: ['grok-5-mini'] }), sampleModel('grok-5-mini')]
    renderPage(<ModelsView />, { at: '/models?model=grok-5-mini', rpc: showing(models) })
    await waitFor(async () =>
      expect(await names('grok-5-mini')).toEqual(['grok-5-minimovingalso an alias of grok-5; the id wins']),
    )
  })

  it('say which name is retired, by whom that is said, and what answers now', async () => {
    const models = [sampleModel('grok-build-0.1', { aliases: ['grok-code-fast-1'] })]
    renderPage(<ModelsView />, { at: '/models?model=grok-build-0.1', rpc: showing(models) })
    const [, retired] = await names('grok-build-0.1')
    expect(retired).toMatch(
      /^grok-code-fast-1movingretired 2026-05-15, may be answered.*now an alias of grok-build-0\.1 \(reference data: .+, checked 2026-/,
    )
  })

  it('say that a dated model was superseded when the moving names of its family say so', async () => {
    const models = [
      sampleModel('grok-9-0301', { created: 1_772_323_200 }),
      sampleModel('grok-9-0901', { created: 1_788_220_800, aliases: ['grok-9', 'grok-9-latest'] }),
    ]
    renderPage(<ModelsView />, { at: '/models?model=grok-9-0301', rpc: showing(models) })
    expect(await names('grok-9-0301')).toEqual([
      'grok-9-0301pinnedsuperseded: grok-9, grok-9-latest now means grok-9-0901',
    ])
    const table = within(screen.getByRole('table', { name: 'Language models' }))
    const heads = table.getAllByRole('rowheader').map(({ textContent }) => textContent)
    expect(heads).toEqual(['grok-9-0901', 'grok-9-0301superseded'])
    expect(table.getByText('superseded')).toHaveAccessibleDescription(/grok-9-0901/)
  })
})

describe('reference data', () => {
  it('is marked, with source and date, in the panel and in the table', async () => {
    renderPage(<ModelsView />, { at: '/models?model=grok-3', rpc: showing([sampleModel('grok-3')]) })
    const panel = await panelOf('grok-3')
    expect(within(panel).getByRole('heading', { name: 'Reference data' })).toBeVisible()
    expect(panel).toHaveTextContent(/Context length131,072 tokens.*, checked 2026-11-22/)
    const row = screen.getByRole('row', { name: 'grok-3' })
    expect(within(row).getByRole('cell', { name: '131,072' })).toHaveAccessibleDescription(/^Reference data/)
  })

  it('yields to what the API says', async () => {
    const told = sampleModel('grok-3', { contextLength: 200_000 })
    renderPage(<ModelsView />, { at: '/models?model=grok-3', rpc: showing([told]) })
    await waitFor(async () => expect(await panelOf('grok-3')).not.toHaveTextContent('131,072'))
    const row = screen.getByRole('row', { name: 'grok-3' })
    expect(within(row).getByRole('cell', { name: '200,000' })).not.toHaveAccessibleDescription()
  })
})

describe('what the key may do with the model', () => {
  it('stands for each endpoint, with the reason where it may not', async () => {
    const acls = ['api-key:endpoint:chat', 'api-key:model:*']
    renderPage(<ModelsView />, {
      at: '/models?model=grok-3-mini',
      rpc: { connection: { inspectKey: () => sampleKeyFacts({ acls }) } },
    })
    const table = await screen.findByRole('table', { name: 'May use' })
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent))
    const missing = (endpoint: string) =>
      `The key has access to this model, but not to the endpoint ${endpoint}.`
    expect(rows).toEqual([
      ['Chat', 'yes', ''],
      ['Tokenizer', 'no', missing('tokenize')],
      ['Completions', 'no', missing('sample')],
    ])
  })
})

describe('Refresh this model', () => {
  it('shows where the single answer differs from the list', async () => {
    const asked: string[] = []
    const refreshModel = ({ name }: { name: string }) => {
      asked.push(name)
      return sampleSingleModel(name, {
        language: { kind: 'found', model: sampleModel(name), problems: [] },
        comparedWith: name,
        differences: [
          {
            list: 'language-models',
            field: 'prompt_text_token_price',
            listed: '3000',
            single: '2500',
            note: null,
          },
          { list: 'language-models', field: 'id', listed: '"grok-3-mini"', single: null, note: null },
        ],
      })
    }
    const { user, container } = renderPage(
      <main>
        <ModelsView />
      </main>,
      { at: '/models?model=grok-3-mini', rpc: { catalog: { refreshModel } } },
    )
    await user.click(await screen.findByRole('button', { name: 'Refresh this model' }))
    const table = await screen.findByRole('table', { name: 'Differences' })
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent))
    expect(rows).toEqual([
      ['prompt_text_token_price', '3000', '2500'],
      ['id', '"grok-3-mini"', 'no such field'],
    ])
    expect(asked).toEqual(['grok-3-mini'])
    // One of the two answers failed: that is said as well.
    expect(screen.getByText('/v1/models/grok-3-mini')).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })

  it('asks by an alias where a person wants that, and says what the answer echoes', async () => {
    const refreshModel = ({ name }: { name: string }) =>
      sampleSingleModel(name, {
        language: { kind: 'found', model: sampleModel(name), problems: [] },
        comparedWith: 'grok-3-mini',
        differences: [
          {
            list: 'language-models',
            field: 'id',
            listed: '"grok-3-mini"',
            single: `"${name}"`,
            note: 'alias-echoed',
          },
        ],
      })
    const { user } = renderPage(<ModelsView />, {
      at: '/models?model=grok-3-mini',
      rpc: { catalog: { refreshModel } },
    })
    await user.selectOptions(await screen.findByLabelText('Name to ask for'), 'grok-3-mini-latest')
    await user.click(screen.getByRole('button', { name: 'Refresh this model' }))
    const table = await screen.findByRole('table', { name: 'Differences' })
    expect(table).toHaveTextContent('"grok-3-mini-latest"It repeats the alias that was asked for.')
  })

  it('says that nothing differs', async () => {
    const model = sampleModel('grok-3-mini')
    const found = { kind: 'found' as const, model, problems: [] }
    const refreshModel = () =>
      sampleSingleModel('grok-3-mini', { language: found, comparedWith: 'grok-3-mini' })
    const { user } = renderPage(<ModelsView />, {
      at: '/models?model=grok-3-mini',
      rpc: { catalog: { refreshModel } },
    })
    await user.click(await screen.findByRole('button', { name: 'Refresh this model' }))
    expect(await screen.findByText('The single answer says the same as the list.')).toBeVisible()
  })

  it('says why nothing came', async () => {
    const refreshModel = () => {
      throw failed(failureOf('offline'))
    }
    const { user } = renderPage(<ModelsView />, {
      at: '/models?model=grok-3-mini',
      rpc: { catalog: { refreshModel } },
    })
    await user.click(await screen.findByRole('button', { name: 'Refresh this model' }))
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('This computer is offline'),
    )
  })
})

describe('the price history', () => {
  const priced = (promptText: bigint) => sampleModel('grok-3-mini', { prices: { promptText } }).prices
  const history: PriceHistory = {
    id: 'grok-3-mini',
    points: [
      { readAt: Date.UTC(2026, 7, 1), prices: priced(5_000n) },
      { readAt: Date.UTC(2026, 8, 1), prices: null },
      { readAt: Date.UTC(2026, 9, 1), prices: priced(3_000n) },
    ],
    until: Date.UTC(2026, 10, 1),
  }

  it('is drawn, and has every price in a table beside the drawing', async () => {
    const { user, container } = renderPage(
      <main>
        <ModelsView />
      </main>,
      { at: '/models?model=grok-3-mini', rpc: { catalog: { priceHistory: () => history } } },
    )
    const chart = await screen.findByRole('figure', { name: 'Price history of grok-3-mini' })
    await waitFor(() => expect(chart.querySelectorAll('path.recharts-line-curve').length).toBeGreaterThan(0))
    await user.click(within(chart).getByRole('button', { name: 'Data table' }))
    const table = within(chart).getByRole('table', { name: 'Price history of grok-3-mini' })
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].slice(1).map(({ textContent }) => textContent))
    expect(rows).toEqual([['$0.50', '–', '–'], ['not listed'], ['$0.30', '–', '–']])
    expect(await axeViolations(container)).toEqual([])
  })

  it.each([
    { points: [], said: 'No price of this model has been recorded yet.' },
    { points: history.points.slice(0, 1), said: /^Recorded once, on .*: no change since\.$/ },
  ])('says so when there is nothing to draw', async ({ points, said }) => {
    renderPage(<ModelsView />, {
      at: '/models?model=grok-3-mini',
      rpc: { catalog: { priceHistory: () => ({ ...history, points }) } },
    })
    expect(await screen.findByText(said)).toBeVisible()
    expect(screen.queryByRole('figure')).not.toBeInTheDocument()
  })
})
