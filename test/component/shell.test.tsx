import { screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ErrorBoundary } from '../../renderer/app/error-boundary.tsx'
import { Shell } from '../../renderer/app/shell.tsx'
import type { Connection } from '../../shared/contract/connection.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { system } from '../support/component-setup.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { sampleConnection, samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

const demo: Partial<Connection> = { kind: 'demo', host: '127.0.0.1:41000', key: { kind: 'absent' } }
const on = (parts: Partial<Connection>): FakeOverrides => ({
  connection: { status: () => sampleConnection(parts) },
})
const names = ['Models', 'Compare', 'Tokenizer', 'Playground', 'Usage', 'API key', 'Settings']

describe('the navigation', () => {
  it('has seven links; each opens a view whose one heading is the link’s name', async () => {
    const { user } = renderPage(<Shell />)
    const links = within(screen.getByRole('navigation')).getAllByRole('link')
    expect(links.map(({ textContent }) => textContent)).toEqual(names)
    for (const name of names) {
      const link = screen.getByRole('link', { name })
      await user.click(link)
      expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible()
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
      expect(link).toHaveAttribute('aria-current', 'page')
      expect(document.title).toBe(`${name} – Tokenbook`)
    }
  })

  it.each(names.map((name, index) => ({ name, key: index + 1 })))('Ctrl+$key opens $name', async (view) => {
    const { user } = renderPage(<Shell />, { at: view.key === 1 ? '/usage' : '/models' })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard(`{Control>}${view.key}{/Control}`)
    expect(await screen.findByRole('heading', { level: 1, name: view.name })).toBeVisible()
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('collapses to icons, keeps the names, and remembers it', async () => {
    const { user, client } = renderPage(<Shell />)
    await user.click(await screen.findByRole('button', { name: 'Collapse navigation' }))
    expect(screen.getByRole('button', { name: 'Expand navigation' })).toHaveAttribute(
      'aria-expanded',
      'false',
    )
    expect(screen.getByRole('link', { name: 'API key' })).toBeInTheDocument()
    await waitFor(async () => expect((await client.preferences.read()).navigationCollapsed).toBe(true))
  })

  it('remembers the last view and leads an unknown address to Models', async () => {
    const { user, client } = renderPage(<Shell />, { at: '/nowhere' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Usage' }))
    await waitFor(async () => expect((await client.preferences.read()).lastView).toBe('/usage'))
  })

  it('lets the keyboard skip to the content', async () => {
    const { user } = renderPage(<Shell />)
    await screen.findByRole('heading', { level: 1 })
    await user.tab()
    expect(screen.getByRole('button', { name: 'Skip to content' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('main')).toHaveFocus()
  })
})

describe('the status bar', () => {
  const weak = {
    kind: 'present',
    lastFour: 'wxyz',
    storage: 'weak',
    backend: 'basic_text',
    host: 'h',
  } as const
  it.each([
    { parts: {}, says: ['xAI', 'Key …b14o kept in the keyring (gnome_libsecret)'] },
    { parts: demo, says: ['Demo', 'No key'] },
    {
      parts: { kind: 'custom', host: 'proxy.example:8443', key: weak },
      says: ['proxy.example:8443', 'Key …wxyz kept without real protection'],
    },
    {
      parts: { key: { ...weak, storage: 'environment', backend: null } },
      says: ['Key …wxyz from XAI_API_KEY, this session only'],
    },
  ] satisfies { parts: Partial<Connection>; says: string[] }[])('says $says', async ({ parts, says }) => {
    renderPage(<Shell />, { rpc: on(parts) })
    const bar = screen.getByRole('contentinfo', { name: 'Status' })
    for (const text of says) await waitFor(() => expect(bar).toHaveTextContent(text))
  })

  it('tells the age of the prices and reads them again', async () => {
    let refreshed = 0
    const refresh = () => {
      refreshed += 1
      return sampleCatalog({ readAt: Date.now(), failure: refreshed > 1 ? failureOf('offline') : null })
    }
    const read = () => sampleCatalog({ readAt: Date.now() - 2 * 3_600_000 })
    const { user } = renderPage(<Shell />, { rpc: { catalog: { read, refresh } } })
    const bar = screen.getByRole('contentinfo')
    await waitFor(() => expect(bar).toHaveTextContent('Prices read now'))
    await user.click(within(bar).getByRole('button', { name: 'Refresh prices' }))
    await waitFor(() => expect(bar).toHaveTextContent('last attempt failed'))
    expect(refreshed).toBe(2)
  })
})

describe('the demo banner', () => {
  it('says what demo mode is and leads to the key', async () => {
    renderPage(<Shell />, { rpc: on(demo) })
    const banner = await screen.findByRole('region', { name: 'Demo mode' })
    expect(banner).toHaveTextContent('nothing costs money')
    expect(within(banner).getByRole('link', { name: 'Add API key' })).toHaveAttribute('href', '#/api-key')
  })

  it('goes away for good with `Keep exploring`', async () => {
    const { user, client } = renderPage(<Shell />, { rpc: on(demo) })
    await user.click(await screen.findByRole('button', { name: 'Keep exploring' }))
    expect(screen.queryByRole('region', { name: 'Demo mode' })).not.toBeInTheDocument()
    await waitFor(async () => expect((await client.preferences.read()).demoBannerDismissed).toBe(true))
  })

  it('is not there with a key', async () => {
    renderPage(<Shell />)
    await screen.findByText('xAI')
    expect(screen.queryByRole('region', { name: 'Demo mode' })).not.toBeInTheDocument()
  })
})

it('tells when nothing can be kept', async () => {
  const about = {
    version: '1',
    electron: '1',
    chromium: '1',
    node: '1',
    sqlite: '1',
    dataFolder: '/d',
    storage: { kind: 'memory-only', why: 'disk-full' },
  } as const
  renderPage(<Shell />, { rpc: { about: { read: () => about } } })
  expect(await screen.findByText(/The disk is full: nothing from this session will be kept/)).toBeVisible()
})

function Fragile({ health }: { health: { broken: boolean } }): ReactNode {
  if (health.broken) throw new Error('planted')
  return <p>well</p>
}

it('comes back to a view as it was left, and clears it when its own link is pressed', async () => {
  const { user } = renderPage(<Shell />, { rpc: on(demo), at: '/models?q=mini' })
  await user.click(screen.getByRole('link', { name: 'Usage' }))
  expect(window.location.hash).toBe('#/usage')
  await user.click(screen.getByRole('link', { name: 'Models' }))
  expect(window.location.hash).toBe('#/models?q=mini')
  await user.click(screen.getByRole('link', { name: 'Models' }))
  expect(window.location.hash).toBe('#/models')
})

it('keeps a crashed view to itself and lets it be tried again', async () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => reported.mockRestore())
  const health = { broken: true }
  const report = vi.fn()
  const { user } = renderPage(
    <ErrorBoundary heading="Models" report={report}>
      <Fragile health={health} />
    </ErrorBoundary>,
  )
  expect(screen.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
  expect(screen.getByRole('alert')).not.toHaveTextContent('planted')
  expect(report).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining('planted') }),
  )
  health.broken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('well')).toBeVisible()
})

describe('themes', () => {
  it.each([
    { chosen: 'system', scheme: 'dark', shown: 'dark' },
    { chosen: 'system', scheme: 'light', shown: 'light' },
    { chosen: 'high-contrast', scheme: 'light', shown: 'high-contrast' },
  ] as const)('shows $shown for $chosen, and axe finds nothing wrong', async ({ chosen, scheme, shown }) => {
    system.scheme = scheme
    const preferences = { read: () => samplePreferences({ theme: chosen }) }
    const { container } = renderPage(<Shell />, { rpc: { ...on(demo), preferences } })
    await screen.findByRole('button', { name: 'grok-3-mini' })
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe(shown))
    expect(await axeViolations(container)).toEqual([])
  })
})
