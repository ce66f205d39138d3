import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeHandlers } from '../support/fake-handlers.ts'
import { failed, samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

type Saved = Parameters<FakeHandlers['exports']['save']>[0]

async function openMenu(user: UserEvent, name: string): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name, expanded: false }))
  return await screen.findByRole('region', { name })
}

function headers(): (string | null)[] {
  return screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
}

describe('the columns', () => {
  it('are switched on and off, remembered, and reset', async () => {
    const asked: unknown[] = []
    let preferences = samplePreferences()
    const change = (input: object) => {
      asked.push(input)
      preferences = { ...preferences, ...input }
      return preferences
    }
    const { user } = renderPage(<ModelsView />, { rpc: { preferences: { change } } })
    const menu = await openMenu(user, 'Columns')
    await user.click(within(menu).getByRole('checkbox', { name: 'Created' }))
    await waitFor(() => expect(headers()).not.toContain('Created'))
    await user.click(within(menu).getByRole('checkbox', { name: 'Reasoning' }))
    await waitFor(() => expect(headers()).toContain('Reasoning'))
    expect(asked.at(-1)).toMatchObject({ modelsColumns: expect.arrayContaining(['id', 'reasoning']) })
    await user.click(within(menu).getByRole('button', { name: 'Reset columns' }))
    await waitFor(() => expect(headers()).toContain('Created'))
    expect(asked.at(-1)).toEqual({ modelsColumns: null })
  })

  it('can stand closer', async () => {
    const { user, container } = renderPage(<ModelsView />)
    const menu = await openMenu(user, 'Columns')
    await user.click(within(menu).getByRole('radio', { name: 'compact' }))
    await waitFor(() => expect(container.querySelector('[data-density="compact"]')).not.toBeNull())
  })

  it('close with Escape and give the focus back, leaving an open model open', async () => {
    const { user } = renderPage(<ModelsView />, { at: '/models?model=grok-3-mini' })
    await screen.findByRole('complementary')
    await openMenu(user, 'Columns')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Columns' })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Columns' })).toHaveFocus()
    expect(screen.getByRole('complementary')).toBeVisible()
  })
})

describe('saved views', () => {
  it('keep search, filters and order under a name and bring them back', async () => {
    const { user } = renderPage(<ModelsView />, { at: '/models?q=grok&images=yes&sort=-output' })
    const menu = await openMenu(user, 'Views')
    expect(menu).toHaveTextContent('No view is saved yet.')
    await user.type(within(menu).getByRole('textbox', { name: 'Name of the view' }), 'seeing')
    await user.click(within(menu).getByRole('button', { name: 'Save view' }))
    expect(await within(menu).findByRole('button', { name: 'seeing' })).toBeVisible()
    await user.clear(screen.getByRole('searchbox'))
    await waitFor(() => expect(window.location.hash).not.toContain('q='))
    const again = await openMenu(user, 'Views')
    await user.click(within(again).getByRole('button', { name: 'seeing' }))
    const query = new URLSearchParams(window.location.hash.split('?')[1])
    expect(Object.fromEntries(query)).toEqual({ q: 'grok', images: 'yes', sort: '-output' })
    expect(screen.getByRole('searchbox')).toHaveValue('grok')
  })

  it('are removed by name, and come back by Undo', async () => {
    const saved = samplePreferences({ savedViews: [{ name: 'cheap', query: 'sort=input' }] })
    let preferences = saved
    const { user } = renderPage(<ModelsView />, {
      rpc: {
        preferences: {
          read: () => preferences,
          change: (input) => {
            preferences = samplePreferences({ savedViews: input.savedViews ?? [] })
            return preferences
          },
        },
      },
    })
    const menu = await openMenu(user, 'Views')
    await user.click(await within(menu).findByRole('button', { name: 'Remove view cheap' }))
    await waitFor(() => expect(preferences.savedViews).toEqual([]))
    expect(within(menu).queryByRole('button', { name: 'cheap' })).not.toBeInTheDocument()
    expect(within(menu).getByRole('status')).toHaveTextContent('View cheap removed.')
    await user.click(within(menu).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(preferences.savedViews).toEqual(saved.savedViews))
    expect(within(menu).getByRole('button', { name: 'cheap' })).toBeVisible()
    expect(within(menu).queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  })
})

describe('exports', () => {
  it('write exactly the rows and columns on screen as CSV', async () => {
    const saved: Saved[] = []
    const save = (file: Saved) => {
      saved.push(file)
      return { outcome: 'saved' as const, fileName: 'models.csv' }
    }
    const { user } = renderPage(<ModelsView />, {
      at: '/models?sort=input&images=yes',
      rpc: { exports: { save }, catalog: stable(), preferences: onlyColumns('input', 'output') },
    })
    const menu = await openMenu(user, 'Export')
    expect(menu).toHaveTextContent('The one model and the columns on screen')
    await user.click(within(menu).getByRole('button', { name: 'Export CSV' }))
    expect(await within(menu).findByText('Saved as models.csv')).toBeVisible()
    const [file] = saved
    expect(file).toMatchObject({ kind: 'csv', suggestedName: 'language-models-2026-03-10' })
    const lines = file?.content.split('\r\n')
    expect(lines?.[0]).toMatch(
      /^Model,Input price \(USD per 1M tokens\),Output price \(USD per 1M tokens\),host/,
    )
    expect(lines?.[1]).toMatch(/^grok-4\.20-0309-reasoning,1\.25,2\.50,127\.0\.0\.1:43110,/)
    expect(lines).toHaveLength(3)
  })

  it('write the image models with every price they have', async () => {
    const saved: Saved[] = []
    const save = (file: Saved) => {
      saved.push(file)
      return { outcome: 'saved' as const, fileName: 'images.csv' }
    }
    const { user } = renderPage(<ModelsView />, {
      at: '/models?kind=images',
      rpc: { exports: { save }, catalog: stable() },
    })
    const menu = await openMenu(user, 'Export')
    await user.click(within(menu).getByRole('button', { name: 'Export CSV' }))
    await within(menu).findByText('Saved as images.csv')
    const ids = sampleCatalog().imageModels.map(({ id }) => id)
    expect(saved[0]).toMatchObject({ kind: 'csv', suggestedName: 'image-models-2026-03-10' })
    for (const id of ids) expect(saved[0]?.content).toContain(`\r\n${id},`)
  })

  it('copy the table as Markdown', async () => {
    const { user } = renderPage(<ModelsView />, {
      at: '/models?q=mini',
      rpc: { catalog: stable(), preferences: onlyColumns('cachedInput') },
    })
    const menu = await openMenu(user, 'Export')
    await user.click(within(menu).getByRole('button', { name: 'Copy as Markdown' }))
    const text = await navigator.clipboard.readText()
    expect(text).toContain('| grok-3-mini | \\$0.075 |')
    expect(text).not.toContain('reasoning')
  })

  it('say why a file could not be written', async () => {
    const save = () => {
      throw failed(failureOf('disk-full'))
    }
    const { user } = renderPage(<ModelsView />, { rpc: { exports: { save } } })
    const menu = await openMenu(user, 'Export')
    await user.click(within(menu).getByRole('button', { name: 'Export JSON' }))
    await waitFor(async () => expect(await within(menu).findByRole('alert')).toHaveTextContent(/disk/i))
  })
})

it.each(['Columns', 'Views', 'Export'])('axe finds nothing wrong with %s', async (name) => {
  const { user, container } = renderPage(
    <main>
      <ModelsView />
    </main>,
  )
  await openMenu(user, name)
  expect(await axeViolations(container)).toEqual([])
})

function stable() {
  const catalog = sampleCatalog({ readAt: Date.UTC(2026, 2, 10) })
  return { read: () => catalog, refresh: () => catalog }
}

function onlyColumns(...modelsColumns: string[]) {
  return { read: () => samplePreferences({ modelsColumns }) }
}
