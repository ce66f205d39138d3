import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import type { Catalog } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

const two = '/compare?models=grok-4.20,grok-3-mini'
const modelField = () => screen.findByRole('combobox', { name: 'Add model' })

function answering(catalog: Catalog): FakeOverrides {
  return { catalog: { read: () => catalog, refresh: () => catalog } }
}

describe('choosing models', () => {
  it('offers two to begin with and puts them into the address', async () => {
    const { user } = renderPage(<CompareView />, { at: '/compare' })
    const panel = await screen.findByRole('region', { name: 'Choose at least two models' })
    await user.click(
      within(panel).getByRole('button', { name: 'Compare grok-4.20-0309-reasoning and grok-3-mini' }),
    )
    expect(window.location.hash).toBe('#/compare?models=grok-4.20-0309-reasoning%2Cgrok-3-mini')
    expect(screen.getByRole('table', { name: 'Workload cost' })).toBeVisible()
  })

  it('takes any alias, says what it stands for, and removes it again', async () => {
    const { user } = renderPage(<CompareView />, { at: '/compare?models=grok-3-mini' })
    await user.type(await modelField(), 'grok-4.20-latest{Enter}')
    const chosen = within(screen.getByRole('region', { name: 'Models to compare' }))
    expect(chosen.getByText('stands for grok-4.20-0309-reasoning')).toBeVisible()
    await waitFor(async () => expect(await modelField()).toHaveValue(''))
    await user.click(screen.getByRole('button', { name: 'Remove grok-4.20-latest' }))
    expect(window.location.hash).toBe('#/compare?models=grok-3-mini')
    expect(screen.getByText('Add a second model to see which one is cheaper.')).toBeVisible()
  })

  it('warns where the bill is known to be more than the list', async () => {
    renderPage(<CompareView />, { at: two, rpc: answering(sampleCatalog({ host: 'us.api.x.ai' })) })
    expect(await screen.findByText(/^us\.api\.x\.ai is said to bill 10 % more/)).toBeVisible()
  })

  it('offers names while one is typed', async () => {
    const { user } = renderPage(<CompareView />, { at: '/compare?models=grok-3-mini' })
    await user.type(await modelField(), '4.20')
    const options = within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map((option) => option.textContent)
    expect(options).toStrictEqual(['grok-4.20-0309-reasoning', 'grok-4.20', 'grok-4.20-latest'])
    await user.click(screen.getByRole('option', { name: 'grok-4.20' }))
    expect(window.location.hash).toBe('#/compare?models=grok-3-mini%2Cgrok-4.20')
    await waitFor(async () => expect(await modelField()).toHaveValue(''))
  })

  it.each([
    ['grok-3-mimi{Enter}', 'No model of this list has this name. Near: grok-3-mini.'],
    ['zzz{Enter}', 'No model of this list has this name.'],
    ['grok-3-mini{Enter}', 'grok-3-mini is compared already.'],
  ])('refuses %s with the reason', async (typed, reason) => {
    const { user } = renderPage(<CompareView />, { at: two })
    const field = await modelField()
    await user.type(field, typed)
    expect(screen.getByText(reason)).toBeVisible()
    expect(window.location.hash).toBe(`#${two}`)
  })

  it('keeps a name that does not resolve any more and offers near ones', async () => {
    const { user } = renderPage(<CompareView />, { at: `${two},grok-3-mino` })
    expect(await screen.findByText('No model of this list has this name any more.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove grok-3-mini' }))
    await user.click(screen.getByRole('button', { name: 'Use grok-3-mini' }))
    expect(window.location.hash).toBe('#/compare?models=grok-4.20%2Cgrok-3-mini')
  })

  it('refuses a model that makes images', async () => {
    renderPage(<CompareView />, { at: `${two},grok-2-image` })
    expect(
      await screen.findByText(
        'grok-2-image-1212 makes images. They are paid by the piece, so it cannot be compared by tokens.',
      ),
    ).toBeVisible()
    expect(within(screen.getByRole('table', { name: 'Workload cost' })).getAllByRole('row')).toHaveLength(3)
  })

  it('compares eight at most', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `gone-${index}`).join()
    const { user } = renderPage(<CompareView />, { at: `/compare?models=${names}` })
    await user.type(await modelField(), 'grok-3-mini{Enter}')
    expect(
      screen.getByText('Eight models are the most that can be compared. Remove one first.'),
    ).toBeVisible()
    expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(8)
  })
})

describe('the catalog behind the comparison', () => {
  it('marks demo prices', async () => {
    renderPage(<CompareView />, { at: two, rpc: answering(sampleCatalog({ demo: true })) })
    expect(await screen.findByText('Demo')).toBeVisible()
  })

  it('keeps comparing with the stale list and says why it is stale', async () => {
    const catalog = sampleCatalog({ from: 'disk', failure: failureOf('offline') })
    renderPage(<CompareView />, { at: two, rpc: answering(catalog) })
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent('Try again'))
    expect(screen.getByRole('table', { name: 'Workload cost' })).toBeVisible()
  })

  it('has nothing to compare when nothing was ever read', async () => {
    const unread = sampleCatalog({ from: 'none', readAt: null, models: [], failure: failureOf('offline') })
    renderPage(<CompareView />, { at: two, rpc: answering(unread) })
    expect(await screen.findByText('The models could not be read')).toBeVisible()
  })

  it('says that the list is empty, and where to look', async () => {
    renderPage(<CompareView />, { at: '/compare', rpc: answering(sampleCatalog({ models: [] })) })
    const panel = await screen.findByRole('region', { name: 'There is nothing to compare' })
    expect(within(panel).getByRole('link', { name: 'Look at permissions' })).toBeVisible()
  })
})
