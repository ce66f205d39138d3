import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import type { Catalog } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

const never = () => new Promise<Catalog>(() => {})

function answering(catalog: Catalog): FakeOverrides {
  return { catalog: { read: () => catalog, refresh: () => catalog } }
}
const nothingKnown: Partial<Catalog> = { from: 'none', readAt: null, models: [], imageModels: [] }

describe('the states of Models', () => {
  it('loading: keeps the place of the rows and says so', async () => {
    renderPage(<ModelsView />, { rpc: { catalog: { read: never, refresh: never } } })
    expect(await screen.findByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
    const table = screen.getByRole('table', { name: 'Language models' })
    expect(within(table).getByText('Loading…')).toBeInTheDocument()
  })

  it('shows the list from disk at once and the fresh one when it comes', async () => {
    let answer: (catalog: Catalog) => void = () => undefined
    const refresh = () => new Promise<Catalog>((resolve) => (answer = resolve))
    renderPage(<ModelsView />, {
      rpc: { catalog: { read: () => sampleCatalog({ from: 'disk', models: [] }), refresh } },
    })
    expect(await screen.findByText('The list is empty')).toBeVisible()
    answer(sampleCatalog())
    expect(await screen.findByRole('button', { name: 'grok-3-mini' })).toBeVisible()
  })

  it('keeps what is typed into the search while the list is still loading', async () => {
    let answer: (catalog: Catalog) => void = () => undefined
    const refresh = () => new Promise<Catalog>((resolve) => (answer = resolve))
    const { user } = renderPage(<ModelsView />, {
      rpc: { catalog: { read: () => sampleCatalog(nothingKnown), refresh } },
    })
    await screen.findByText('Loading…')
    await user.type(screen.getByRole('searchbox'), 'mini')
    answer(sampleCatalog())
    expect(await screen.findByText('1 of 3 models')).toBeVisible()
    expect(screen.getByRole('searchbox')).toHaveFocus()
  })

  it('a first start with nothing on disk loads rather than being empty', async () => {
    renderPage(<ModelsView />, {
      rpc: { catalog: { read: () => sampleCatalog(nothingKnown), refresh: never } },
    })
    expect(await screen.findByText('Loading…')).toBeInTheDocument()
    expect(screen.queryByText('The list is empty')).not.toBeInTheDocument()
  })

  it('empty: says why and where to look', async () => {
    renderPage(<ModelsView />, { rpc: answering(sampleCatalog({ models: [] })) })
    const panel = await screen.findByRole('region', { name: 'The list is empty' })
    expect(panel).toHaveTextContent(/permissions/)
    expect(within(panel).getByRole('link')).toHaveAttribute('href', '#/api-key')
  })

  it('offline: keeps the last good list and tells its age', async () => {
    renderPage(<ModelsView />, { rpc: answering(sampleCatalog({ failure: failureOf('offline') })) })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('This computer is offline')
    expect(alert).toHaveTextContent('Still showing the list read from 127.0.0.1:43110 3 minutes ago.')
    expect(screen.getByRole('button', { name: 'grok-3-mini' })).toBeVisible()
  })

  it('failed with nothing kept: the cause, the server’s words and the way to mend it', async () => {
    const failure = failureOf('wrong-key', {
      status: 400,
      serverWords: 'Incorrect API key provided: <b>xa***4o</b>.',
      requestId: 'req-7',
    })
    const { user } = renderPage(<ModelsView />, {
      rpc: answering(sampleCatalog({ ...nothingKnown, failure })),
    })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The API key is not accepted')
    expect(alert).toHaveTextContent('Incorrect API key provided: <b>xa***4o</b>.')
    expect(within(alert).getByRole('link', { name: 'Open API key' })).toHaveAttribute('href', '#/api-key')
    await user.click(within(alert).getByRole('button', { name: 'Copy details' }))
    expect(await navigator.clipboard.readText()).toContain('request id: req-7')
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
  })

  it('tries again on request', async () => {
    let calls = 0
    const refresh = () => {
      calls += 1
      if (calls === 1) throw failed(failureOf('timed-out', { phase: 'headers' }))
      return sampleCatalog()
    }
    const { user } = renderPage(<ModelsView />, {
      rpc: { catalog: { read: () => sampleCatalog(nothingKnown), refresh } },
    })
    expect(await screen.findByText(/No answer began in time/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: 'grok-3-mini' })).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  })

  it('lists entries that could not be read and shows the others', async () => {
    const problem = { list: 'language-models', index: 3, id: 'grok-x', reason: 'no id of its own' }
    const { user } = renderPage(<ModelsView />, { rpc: answering(sampleCatalog({ problems: [problem] })) })
    await user.click(await screen.findByRole('button', { name: '1 entry could not be read' }))
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'language-models, entry 4 (grok-x): no id of its own',
    )
    expect(screen.getByRole('button', { name: 'grok-3-mini' })).toBeVisible()
  })

  it('marks demo numbers', async () => {
    renderPage(<ModelsView />, { rpc: answering(sampleCatalog({ demo: true })) })
    expect(await screen.findByText('Demo')).toBeVisible()
  })
})

describe('axe', () => {
  it.each([
    { name: 'the table with an open panel', rpc: {}, at: '/models?model=grok-3-mini' },
    { name: 'images', rpc: {}, at: '/models?kind=images' },
    { name: 'loading', rpc: { catalog: { read: never, refresh: never } }, at: '/models' },
    { name: 'empty', rpc: answering(sampleCatalog({ models: [] })), at: '/models' },
    {
      name: 'failed with a list',
      rpc: answering(sampleCatalog({ failure: failureOf('not-permitted', { status: 403 }) })),
      at: '/models',
    },
  ])('finds nothing wrong with $name', async ({ rpc, at }) => {
    const { container } = renderPage(
      <main>
        <ModelsView />
      </main>,
      { rpc, at },
    )
    await screen.findByRole('tabpanel')
    await waitFor(() => expect(screen.getByRole('tabpanel').childElementCount).toBeGreaterThan(0))
    expect(await axeViolations(container)).toEqual([])
  })
})
