import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { SettingsView } from '../../renderer/features/settings/settings-view.tsx'
import type { About, StorageState } from '../../shared/contract/about.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, sampleConnection, samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const openSettings = (rpc: FakeOverrides = {}) => renderPage(<SettingsView />, { at: '/settings', rpc })
const address = () => screen.findByRole('textbox', { name: 'Base URL' })
const aboutWith = (storage: StorageState): About => ({
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '156.0',
  node: '24.1',
  sqlite: '3.51.3',
  dataFolder: '/data/tokenbook',
  storage,
})

describe('connection', () => {
  it('saves another address and says whose key it is', async () => {
    const custom = sampleConnection({
      kind: 'custom',
      host: 'gateway.example',
      baseUrl: 'https://gateway.example',
      baseUrlFrom: 'settings',
      key: { kind: 'absent' },
      otherKeyHost: 'api.x.ai',
    })
    const setBaseUrl = vi.fn(() => custom)
    const { user } = openSettings({ connection: { setBaseUrl } })
    const input = await address()
    expect(input).toHaveValue('https://api.x.ai')
    expect(
      screen.getByText(/The key ending in b14o is for api\.x\.ai and is sent nowhere else/),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Use default' })).toBeDisabled()
    expect(screen.queryByText(/is said to bill/)).toBeNull()
    await user.clear(input)
    await user.type(input, ' https://gateway.example/ ')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(setBaseUrl.mock.calls[0]).toEqual([{ baseUrl: 'https://gateway.example/' }, undefined])
    expect(await screen.findByText('Saved. Requests are for gateway.example.')).toBeVisible()
    expect(input).toHaveValue('https://gateway.example')
    expect(screen.getByText('No key is kept for this address.')).toBeVisible()
    expect(screen.getByText(/A key for api\.x\.ai is kept as well/)).toBeVisible()
  })

  it('goes back to the default', async () => {
    const setBaseUrl = vi.fn(() => sampleConnection())
    const status = () =>
      sampleConnection({ kind: 'custom', baseUrl: 'https://gateway.example', baseUrlFrom: 'settings' })
    const { user } = openSettings({ connection: { status, setBaseUrl } })
    await user.click(await screen.findByRole('button', { name: 'Use default' }))
    expect(setBaseUrl.mock.calls[0]).toEqual([{ baseUrl: null }, undefined])
    await waitFor(async () => expect(await address()).toHaveValue('https://api.x.ai'))
  })

  it('keeps an address that is refused and says what is wrong', async () => {
    const setBaseUrl = () => {
      throw failed(failureOf('invalid-base-url'))
    }
    const { user } = openSettings({ connection: { setBaseUrl } })
    const input = await address()
    await user.clear(input)
    await user.type(input, 'http://somewhere{Enter}')
    expect(await screen.findByText(/This is not a usable base URL/)).toBeVisible()
    expect(input).toHaveValue('http://somewhere')
    expect(input).toBeInvalid()
  })

  it('warns of a regional address, which bills more than its list', async () => {
    const regional = { kind: 'custom', host: 'us.api.x.ai', baseUrl: 'https://us.api.x.ai' } as const
    openSettings({ connection: { status: () => sampleConnection(regional) } })
    expect(await screen.findByText(/^us\.api\.x\.ai is said to bill 10 % more/)).toBeVisible()
  })

  it('says that the environment decides, and changes nothing', async () => {
    const status = () => sampleConnection({ baseUrl: 'http://127.0.0.1:8080', baseUrlFrom: 'environment' })
    openSettings({ connection: { status } })
    await waitFor(async () => expect(await address()).toHaveAttribute('readonly'))
    expect(screen.getByText(/XAI_BASE_URL sets it for this session/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  })

  it('says when the demo answers', async () => {
    const status = () => sampleConnection({ kind: 'demo', host: '127.0.0.1:4000', key: { kind: 'absent' } })
    openSettings({ connection: { status } })
    expect(
      await screen.findByText(/demo server answers now, because there is no usable key for api\.x\.ai/),
    ).toBeVisible()
  })
})

describe('appearance', () => {
  it('changes theme and price unit at once and remembers them', async () => {
    const change = vi.fn(() => samplePreferences({ theme: 'dark' }))
    const { user } = openSettings({ preferences: { change } })
    const theme = await screen.findByRole('radiogroup', { name: 'Theme' })
    await user.click(within(theme).getByRole('radio', { name: 'Dark' }))
    expect(within(theme).getByRole('radio', { name: 'Dark' })).toBeChecked()
    expect(change.mock.calls[0]).toEqual([{ theme: 'dark' }, undefined])
    const unit = screen.getByRole('radiogroup', { name: 'Price unit' })
    expect(within(unit).getAllByRole('radio')).toHaveLength(4)
    await user.click(within(unit).getByRole('radio', { name: 'raw (ticks per token)' }))
    expect(change.mock.calls[1]).toEqual([{ priceUnit: 'raw' }, undefined])
  })
})

describe('data and about', () => {
  it.each<[string, StorageState, RegExp]>([
    ['ok', { kind: 'ok' }, /All well/],
    [
      'recovered',
      { kind: 'recovered', backupFrom: 1_770_000_000_000, keptAs: 'broken-1.db' },
      /backup of .*2026.* is in use.*broken-1\.db/,
    ],
    ['started anew', { kind: 'recovered', backupFrom: null, keptAs: 'broken-1.db' }, /started anew/],
    [
      'memory',
      { kind: 'memory-only', why: 'disk-full' },
      /The disk is full, so nothing from this session is kept/,
    ],
    ['memory', { kind: 'memory-only', why: 'read-only' }, /cannot be written/],
    ['memory', { kind: 'memory-only', why: 'unreadable' }, /cannot be read/],
  ])('tells where data is and how it is: %s', async (_, storage, words) => {
    openSettings({ about: { read: () => aboutWith(storage) } })
    const data = await screen.findByRole('region', { name: 'Data' })
    expect(await within(data).findByText(words)).toBeVisible()
    expect(within(data).getByText('/data/tokenbook')).toBeVisible()
    expect(screen.getByRole('region', { name: 'About' })).toHaveTextContent(/0\.1\.0.*45\.4\.1.*3\.51\.3/)
  })

  it('says when that cannot be read', async () => {
    let broken = true
    const read = () => {
      if (broken) throw failed(failureOf('storage-failed'))
      return aboutWith({ kind: 'ok' })
    }
    const { user } = openSettings({ about: { read } })
    const data = await screen.findByRole('region', { name: 'Data' })
    const again = await within(data).findByRole('button', { name: 'Try again' })
    broken = false
    await user.click(again)
    expect(await within(data).findByText(/All well/)).toBeVisible()
  })
})

it('has no accessibility violation', async () => {
  const { container } = openSettings()
  await address()
  await screen.findByText(/All well/)
  expect(screen.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  expect(await axeViolations(container)).toEqual([])
})
