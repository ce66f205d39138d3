import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

async function table(): Promise<HTMLElement> {
  await screen.findByRole('button', { name: 'grok-3-mini' })
  return screen.getByRole('table', { name: 'Language models' })
}

function shownIds(within_: HTMLElement): (string | null)[] {
  return within(within_)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent)
}

/** One row's cells in the order of the columns after the model's name; the first cell is the checkbox. */
async function cellsIn(id: string): Promise<HTMLElement[]> {
  const row = within(await table()).getByRole('row', { name: id })
  return within(row).getAllByRole('cell').slice(1)
}

async function cellsOf(id: string): Promise<(string | null)[]> {
  return (await cellsIn(id)).map(({ textContent }) => textContent)
}

describe('the table of language models', () => {
  it('shows each model with exact prices, newest first and undated last', async () => {
    renderPage(<ModelsView />)
    expect(shownIds(await table())).toEqual(['grok-4.20-0309-reasoning', 'grok-3-mini', 'grok-unpriced'])
    expect(await cellsOf('grok-4.20-0309-reasoning')).toEqual([
      'grok-4.20, grok-4.20-latest',
      'text, image',
      'text',
      '2,000,000',
      '$1.25',
      '$0.20',
      '$2.50',
      '$2.50',
      'Mar 9, 2026',
      'yes',
    ])
    expect((await cellsOf('grok-3-mini')).slice(4, 8)).toEqual(['$0.30', '$0.075', '$0.50', 'none'])
  })

  it('shows unknown prices as a dash with the reason, never as zero', async () => {
    renderPage(<ModelsView />)
    expect((await cellsOf('grok-unpriced')).slice(0, 9)).toEqual([
      'none',
      'text',
      'text',
      '–',
      '–',
      '–',
      '–',
      '–',
      '–',
    ])
    expect(screen.getByRole('row', { name: 'grok-unpriced' })).not.toHaveTextContent('$0')
    expect((await cellsIn('grok-unpriced'))[4]).toHaveAccessibleDescription(
      'Unknown: the API lists no such price for this model',
    )
  })

  it('finds models by alias while typing and says how many of how many', async () => {
    const { user } = renderPage(<ModelsView />)
    const search = await screen.findByRole('searchbox', { name: 'Search models' })
    await table()
    expect(screen.getByText('3 models')).toBeVisible()
    await user.type(search, 'MINI-latest')
    expect(shownIds(await table())).toEqual(['grok-3-mini'])
    expect(screen.getByText('1 of 3 models')).toBeVisible()
    await waitFor(() => expect(window.location.hash).toBe('#/models?q=MINI-latest'))
  })

  it('says so when nothing matches, and one press brings all back', async () => {
    const { user } = renderPage(<ModelsView />, { at: '/models?q=claude' })
    expect(await screen.findByText(/No model has “claude”/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    expect(shownIds(await table())).toHaveLength(3)
  })
})

describe('the keys of a row', () => {
  it('pick it for a comparison by Space and open it by Enter, as the list of keys says', async () => {
    const { user } = renderPage(<ModelsView />)
    const row = await screen.findByRole('button', { name: 'grok-3-mini' })
    row.focus()
    await user.keyboard(' ')
    const box = screen.getByRole('checkbox', { name: /grok-3-mini/ })
    await waitFor(() => expect(box).toBeChecked())
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
    expect(row).toHaveFocus()
    await user.keyboard(' ')
    await waitFor(() => expect(box).not.toBeChecked())
    await user.keyboard('{Enter}')
    await screen.findByRole('complementary', { name: 'grok-3-mini' })
  })
})

describe('sorting', () => {
  it('sorts by any column, announces it, and keeps unknown last both ways', async () => {
    const { user } = renderPage(<ModelsView />)
    const header = within(await table()).getByRole('columnheader', { name: /^Input price/ })
    expect(header).toHaveAttribute('aria-sort', 'none')
    await user.click(within(header).getByRole('button'))
    expect(header).toHaveAttribute('aria-sort', 'ascending')
    expect(shownIds(await table())).toEqual(['grok-3-mini', 'grok-4.20-0309-reasoning', 'grok-unpriced'])
    await user.click(within(header).getByRole('button'))
    expect(header).toHaveAttribute('aria-sort', 'descending')
    expect(shownIds(await table())).toEqual(['grok-4.20-0309-reasoning', 'grok-3-mini', 'grok-unpriced'])
    expect(window.location.hash).toBe('#/models?sort=-input')
  })

  it('takes the order from the address', async () => {
    renderPage(<ModelsView />, { at: '/models?sort=context' })
    expect(shownIds(await table())).toEqual(['grok-3-mini', 'grok-4.20-0309-reasoning', 'grok-unpriced'])
  })

  it('has a sort button in every column but the checkboxes', async () => {
    renderPage(<ModelsView />)
    const headers = within(await table())
      .getAllByRole('columnheader')
      .slice(1)
    expect(headers).toHaveLength(11)
    for (const header of headers) {
      expect(header).toHaveAttribute('aria-sort')
      expect(within(header).getByRole('button')).toBeEnabled()
    }
  })
})

describe('the price unit', () => {
  it.each([
    { name: 'per 1K tokens', header: '$ / 1K tokens', prices: ['$0.00125', '$0.0002', '$0.0025'] },
    { name: 'per token', header: '$ / token', prices: ['$0.00000125', '$0.0000002', '$0.0000025'] },
    { name: 'raw', header: 'ticks / token', prices: ['12500', '2000', '25000'] },
  ])('shows exact prices $name, with the unit in the header', async ({ name, header, prices }) => {
    const { user } = renderPage(<ModelsView />)
    await table()
    const group = screen.getByRole('radiogroup', { name: 'Price unit' })
    expect(within(group).getByRole('radio', { name: 'per 1M tokens' })).toBeChecked()
    await user.click(within(group).getByRole('radio', { name }))
    expect((await cellsOf('grok-4.20-0309-reasoning')).slice(4, 7)).toEqual(prices)
    expect(screen.getByRole('columnheader', { name: `Output price ${header}` })).toBeVisible()
  })

  it('is remembered through the preferences', async () => {
    const asked: unknown[] = []
    const change = (input: unknown) => {
      asked.push(input)
      return samplePreferences({ priceUnit: 'raw' })
    }
    const { user } = renderPage(<ModelsView />, { rpc: { preferences: { change } } })
    await table()
    await user.click(screen.getByRole('radio', { name: 'raw' }))
    await waitFor(() => expect(asked).toEqual([{ priceUnit: 'raw' }]))
  })
})

it('shows image-generation models in their own tab with their own unit', async () => {
  const { user } = renderPage(<ModelsView />)
  await table()
  await user.click(screen.getByRole('tab', { name: 'Image generation' }))
  const images = await screen.findByRole('table', { name: 'Image generation models' })
  expect(within(images).getByRole('cell', { name: '$0.07' })).toBeVisible()
  expect(within(images).getByRole('columnheader', { name: 'Price $ / image' })).toBeVisible()
  await user.keyboard('{ArrowLeft}')
  expect(screen.getByRole('tab', { name: 'Language' })).toHaveFocus()
  expect(await table()).toBeVisible()
})

it('marks the first row for the start script', async () => {
  renderPage(<ModelsView />)
  await table()
  await waitFor(() => expect(document.documentElement.dataset['firstRow']).toBe('true'))
  expect(performance.getEntriesByName('tokenbook:first-row')).toHaveLength(1)
})
