import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { compareCatalogs } from '../../shared/catalog/changes.ts'
import type { Comparison, News, Snapshot } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleModel } from '../support/sample-catalog.ts'

const before = [
  sampleModel('grok-4-0709', {
    aliases: ['grok-4', 'grok-4-latest'],
    prices: { promptText: 30_000n, completionText: 150_000n, longContextThreshold: 0 },
  }),
  sampleModel('grok-3', { prices: { promptText: 30_000n } }),
]
const after = [
  sampleModel('grok-4-0709', {
    prices: { promptText: 15_000n, completionText: null, longContextThreshold: 128_000 },
  }),
  sampleModel('grok-4.3', { aliases: ['grok-4', 'grok-4-latest'] }),
]

function comparison(parts: Partial<Comparison> = {}): Comparison {
  return {
    before: { snapshot: 1, readAt: Date.UTC(2026, 8, 1) },
    after: { snapshot: 'current', readAt: Date.UTC(2026, 9, 1) },
    differentKeys: false,
    changes: compareCatalogs(before, after),
    imageChanges: {
      modelsAdded: [],
      modelsRemoved: [],
      pricesChanged: [
        {
          id: 'grok-imagine-image',
          quality: 'high',
          resolution: null,
          before: 700_000_000n,
          after: 350_000_000n,
          basisPoints: -5_000n,
        },
      ],
    },
    ...parts,
  }
}

function snapshot(id: number, parts: Partial<Snapshot> = {}): Snapshot {
  return {
    id,
    host: 'api.x.ai',
    demo: false,
    otherKey: false,
    readAt: Date.UTC(2026, 8, id),
    models: 2,
    imageModels: 1,
    ...parts,
  }
}

const two = () => [snapshot(2), snapshot(1)]

async function lines(name: string): Promise<(string | null)[][]> {
  const table = await screen.findByRole('table', { name })
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))
}

describe('What changed', () => {
  it('lists prices old and new with percent, and says so where one side is unknown', async () => {
    renderPage(<ModelsView />, {
      at: '/models?kind=changes',
      rpc: { catalog: { snapshots: two, changes: () => comparison() } },
    })
    expect(await lines('Prices changed')).toEqual([
      ['grok-4-0709', 'Input', '$3.00', '$1.50', '-50%'],
      ['grok-4-0709', 'Output', '$15.00', '–', '–'],
    ])
    expect(await lines('Long-context thresholds changed')).toEqual([
      ['grok-4-0709', 'tokens', 'no tier', '128,000', '–'],
    ])
    expect(await lines('Image prices changed')).toEqual([
      ['grok-imagine-image', 'high', '$0.07', '$0.035', '-50%'],
    ])
  })

  it('lists aliases that moved, and models that came and went', async () => {
    renderPage(<ModelsView />, {
      at: '/models?kind=changes',
      rpc: { catalog: { snapshots: two, changes: () => comparison() } },
    })
    expect(await lines('Aliases moved')).toEqual([
      ['grok-4', 'grok-4-0709', 'grok-4.3'],
      ['grok-4-latest', 'grok-4-0709', 'grok-4.3'],
    ])
    expect(within(screen.getByRole('list', { name: 'Models added' })).getByText('grok-4.3')).toBeVisible()
    expect(within(screen.getByRole('list', { name: 'Models removed' })).getByText('grok-3')).toBeVisible()
    expect(screen.getByText(/was not necessarily withdrawn/)).toBeVisible()
  })

  it('compares any two readings, kept in the address', async () => {
    const asked: unknown[] = []
    const changes = (input: unknown) => {
      asked.push(input)
      return comparison()
    }
    const { user } = renderPage(<ModelsView />, {
      at: '/models?kind=changes',
      rpc: { catalog: { snapshots: () => [snapshot(3), snapshot(2), snapshot(1)], changes } },
    })
    await screen.findByRole('table', { name: 'Prices changed' })
    expect(asked).toEqual([{ before: 2, after: 'current' }])
    await user.selectOptions(screen.getByLabelText('From'), '1')
    await user.selectOptions(screen.getByLabelText('To'), '3')
    await waitFor(() => expect(asked.at(-1)).toEqual({ before: 1, after: 3 }))
    expect(window.location.hash).toBe('#/models?kind=changes&before=1&after=3')
  })

  it('tells what makes a comparison uncertain', async () => {
    renderPage(<ModelsView />, {
      at: '/models?kind=changes',
      rpc: {
        catalog: {
          snapshots: two,
          changes: () => comparison({ differentKeys: true, imageChanges: null }),
        },
      },
    })
    expect(await screen.findByText(/were read with different keys/)).toBeVisible()
    expect(screen.getByText(/could not read the image models/)).toBeVisible()
  })

  it.each([
    { stored: [], said: 'No reading of the list is stored yet.' },
    { stored: [snapshot(1)], said: /Only one reading of the list is stored so far/ },
  ])('says why there is nothing to compare', async ({ stored, said }) => {
    renderPage(<ModelsView />, {
      at: '/models?kind=changes',
      rpc: { catalog: { snapshots: () => stored } },
    })
    expect(await screen.findByText(said)).toBeVisible()
  })

  it('says why readings could not be compared, and tries again', async () => {
    let calls = 0
    const changes = () => {
      calls += 1
      if (calls === 1) throw failed(failureOf('storage-failed'))
      return comparison()
    }
    const { user } = renderPage(<ModelsView />, {
      at: '/models?kind=changes',
      rpc: { catalog: { snapshots: two, changes } },
    })
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('table', { name: 'Prices changed' })).toBeVisible()
  })

  it('has nothing wrong for axe', async () => {
    const { container } = renderPage(
      <main>
        <ModelsView />
      </main>,
      {
        at: '/models?kind=changes',
        rpc: { catalog: { snapshots: two, changes: () => comparison(), news: () => news } },
      },
    )
    await screen.findByRole('table', { name: 'Prices changed' })
    expect(await axeViolations(container)).toEqual([])
  })
})

const news: News = {
  id: 7,
  before: { snapshot: 1, readAt: Date.UTC(2026, 8, 1) },
  after: { snapshot: 7, readAt: Date.UTC(2026, 9, 1) },
  changes: compareCatalogs(before, after),
}

describe('the notice of news', () => {
  it('counts what changed of the used models and leads to it', async () => {
    renderPage(<ModelsView />, { rpc: { catalog: { news: () => news } } })
    const notice = await screen.findByRole('region', { name: 'News of models you have used' })
    expect(notice).toHaveTextContent('3 prices, 2 aliases moved, 1 name came, 1 name went.')
    expect(within(notice).getByRole('link', { name: 'What changed' })).toHaveAttribute(
      'href',
      '#/models?kind=changes&before=1&after=7',
    )
  })

  it('goes away when it is dismissed, with the number of what was seen', async () => {
    const dismissed: number[] = []
    const dismissNews = ({ id }: { id: number }) => {
      dismissed.push(id)
      return null
    }
    const { user } = renderPage(<ModelsView />, { rpc: { catalog: { news: () => news, dismissNews } } })
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Dismiss' })).not.toBeInTheDocument())
    expect(dismissed).toEqual([7])
  })
})
