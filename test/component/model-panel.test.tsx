import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModel } from '../support/sample-catalog.ts'

const tiered = 'grok-4.20-0309-reasoning'

async function row(id: string): Promise<HTMLElement> {
  return await screen.findByRole('button', { name: id })
}

describe('keyboard', () => {
  it('moves between rows with the arrows, opens with Enter, closes with Escape', async () => {
    const { user } = renderPage(<ModelsView />)
    const first = await row(tiered)
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{ArrowDown}')
    expect(first).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    await waitFor(async () => expect(await row('grok-3-mini')).toHaveFocus())
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('complementary', { name: 'grok-3-mini' })).toBeVisible()
    expect(screen.getByRole('row', { name: 'grok-3-mini' })).toHaveAttribute('aria-current', 'true')
    expect(window.location.hash).toBe('#/models?model=grok-3-mini')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
    await waitFor(async () => expect(await row('grok-3-mini')).toHaveFocus())
  })

  it('stops at the ends, and Tab reaches one row only', async () => {
    const { user } = renderPage(<ModelsView />)
    const last = await row('grok-unpriced')
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{ArrowDown}{End}{ArrowDown}')
    expect(last).toHaveFocus()
    const reachable = within(screen.getByRole('table'))
      .getAllByRole('button')
      .filter((button) => button.closest('tbody') !== null && button.tabIndex === 0)
    expect(reachable).toEqual([last])
  })
})

describe('the side panel', () => {
  it('opens from the address with every price class of both tiers', async () => {
    renderPage(<ModelsView />, { at: `/models?model=${tiered}` })
    const panel = await screen.findByRole('complementary', { name: tiered })
    const prices = within(panel).getByRole('table', { name: 'Prices' })
    const lines = within(prices)
      .getAllByRole('row')
      .map((line) => [...line.children].map(({ textContent }) => textContent))
    expect(lines).toEqual([
      ['Token class', 'Price', 'From 200,000 prompt tokens'],
      ['Input', '$1.25', '$2.50'],
      ['Cached input', '$0.20', '$0.40'],
      ['Image input', '$1.25', '$2.50'],
      ['Output and reasoning', '$2.50', '$5.00'],
    ])
    expect(panel).toHaveTextContent('Read from 127.0.0.1:43110 3 minutes ago.')
    expect(panel).toHaveTextContent('fp_0aa5f3')
  })

  it('says which names are pinned and which can move, and who else claims one', async () => {
    const models = [
      sampleModel('grok-9-0709', { aliases: ['grok-9', 'grok-9-latest'] }),
      sampleModel('grok-9.3', { aliases: ['grok-9-latest'] }),
    ]
    renderPage(<ModelsView />, {
      at: '/models?model=grok-9-0709',
      rpc: { catalog: { read: () => sampleCatalog({ models }), refresh: () => sampleCatalog({ models }) } },
    })
    const panel = await screen.findByRole('complementary')
    const names = within(panel)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(names).toEqual([
      'grok-9-0709pinned',
      'grok-9moving',
      'grok-9-latestmovingalso listed by grok-9.3; means grok-9-0709',
    ])
  })

  it('shows both raw entries as text', async () => {
    const raw = { id: 'grok-5', new_field: '<img src=x>' }
    const catalog = sampleCatalog({
      models: [sampleModel('grok-5', { raw, rawModel: { id: 'grok-5', x: 1 } })],
    })
    const { user } = renderPage(<ModelsView />, {
      at: '/models?model=grok-5',
      rpc: { catalog: { read: () => catalog, refresh: () => catalog } },
    })
    await user.click(await screen.findByRole('button', { name: 'Raw JSON' }))
    expect(screen.getByText(/"new_field": "<img src=x>"/)).toBeVisible()
    expect(screen.getByText(/"x": 1/)).toBeVisible()
    expect(document.querySelector('img')).toBeNull()
  })

  it('copies the id, links to the Playground, and closes', async () => {
    const { user } = renderPage(<ModelsView />, { at: '/models?model=grok-3-mini' })
    const panel = await screen.findByRole('complementary')
    await user.click(within(panel).getByRole('button', { name: 'Copy id' }))
    expect(await within(panel).findByText('Copied')).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('grok-3-mini')
    const link = within(panel).getByRole('link', { name: 'Try in Playground' })
    expect(link).toHaveAttribute('href', '#/playground?model=grok-3-mini')
    await user.click(within(panel).getByRole('button', { name: 'Close details' }))
    await waitFor(() => expect(window.location.hash).toBe('#/models'))
  })

  it('knows that an image model has no other name, and marks what the demo tells', async () => {
    const imageModels = sampleCatalog().imageModels.map((model) => ({ ...model, aliases: [] }))
    const catalog = sampleCatalog({ demo: true, imageModels })
    renderPage(<ModelsView />, {
      at: '/models?kind=images&model=grok-2-image-1212',
      rpc: { catalog: { read: () => catalog, refresh: () => catalog } },
    })
    const panel = await screen.findByRole('complementary', { name: 'grok-2-image-1212' })
    expect(within(panel).getByText('Aliases').nextElementSibling).toHaveTextContent(/^none$/)
    expect(within(panel).getByRole('heading', { name: /^Prices/ })).toHaveTextContent('Demo')
  })

  it('shows no panel for a model that is no longer listed', async () => {
    renderPage(<ModelsView />, { at: '/models?model=grok-gone' })
    await row('grok-3-mini')
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
  })
})
