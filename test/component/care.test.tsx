import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { SettingsView } from '../../renderer/features/settings/settings-view.tsx'
import type { DataCare } from '../../shared/contract/care.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const careOf = (parts: Partial<DataCare> = {}): DataCare => ({
  databaseBytes: 123_456,
  ledgerRows: 42,
  conversations: 3,
  backups: [{ id: 'backup-1', at: Date.UTC(2026, 8, 30, 10), bytes: 120_000 }],
  damagedFiles: [],
  retention: { days: null, rows: null },
  ...parts,
})
const openSettings = (care: FakeOverrides['care'] = {}) =>
  renderPage(<SettingsView />, { at: '/settings', rpc: { care: { read: () => careOf(), ...care } } })

describe('backups', () => {
  it('makes one now and lists it', async () => {
    const more = careOf({
      backups: [{ id: 'backup-2', at: Date.UTC(2026, 9, 1, 10), bytes: 130_000 }, ...careOf().backups],
    })
    const { user } = openSettings({ backUpNow: () => more })
    await user.click(await screen.findByRole('button', { name: 'Back up' }))
    expect(await screen.findByText('130,000 bytes')).toBeVisible()
    expect(screen.getByText('Backed up, and the copy was checked.')).toBeVisible()
  })

  it('restores only after a second word', async () => {
    const restore = vi.fn((_which: { id: string }) => ({}))
    const { user } = openSettings({ restore })
    await user.click(await screen.findByRole('button', { name: /^Restore/ }))
    const dialog = screen.getByRole('dialog', { name: /^Restore the backup of Sep 30, 2026/ })
    expect(within(dialog).getByRole('button', { name: 'Keep as it is' })).toHaveFocus()
    expect(restore).not.toHaveBeenCalled()
    await user.click(within(dialog).getByRole('button', { name: 'Restore backup' }))
    expect(restore.mock.calls[0]?.[0]).toEqual({ id: 'backup-1' })
  })

  it('says why a backup could not be made', async () => {
    const backUpNow = () => {
      throw failed(failureOf('disk-full'))
    }
    const { user } = openSettings({ backUpNow })
    await user.click(await screen.findByRole('button', { name: 'Back up' }))
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full'))
  })
})

describe('retention and deletion', () => {
  it('keeps rows for as long as is said, and says how many went', async () => {
    const setRetention = vi.fn((_wanted: DataCare['retention']) => ({ removed: 1_234, care: careOf() }))
    const { user } = openSettings({ setRetention })
    await user.type(await screen.findByLabelText('For days'), '90')
    await user.click(screen.getByRole('button', { name: 'Save retention' }))
    const dialog = screen.getByRole('dialog', { name: 'Delete older requests?' })
    expect(dialog).toHaveTextContent('deleted at once: 90 days.')
    expect(within(dialog).getByRole('button', { name: 'Keep as it is' })).toHaveFocus()
    expect(setRetention).not.toHaveBeenCalled()
    await user.click(within(dialog).getByRole('button', { name: 'Delete older requests' }))
    expect(await screen.findByText('Saved. 1,234 rows were let go.')).toBeVisible()
    expect(setRetention.mock.calls[0]?.[0]).toEqual({ days: 90, rows: null })
  })

  it('asks nothing where more is kept than before', async () => {
    const setRetention = vi.fn(() => ({ removed: 0, care: careOf() }))
    const { user } = renderPage(<SettingsView />, {
      at: '/settings',
      rpc: { care: { read: () => careOf({ retention: { days: 30, rows: null } }), setRetention } },
    })
    await user.clear(await screen.findByLabelText('For days'))
    await user.click(screen.getByRole('button', { name: 'Save retention' }))
    await waitFor(() => expect(setRetention).toHaveBeenCalledOnce())
  })

  it('refuses a number of rows that is too small to be meant', async () => {
    const setRetention = vi.fn(() => ({ removed: 0, care: careOf() }))
    const { user } = openSettings({ setRetention })
    await user.type(await screen.findByLabelText('At most rows'), '5')
    await user.click(screen.getByRole('button', { name: 'Save retention' }))
    expect(screen.getByText(/1,000 to 100,000,000 rows/)).toBeVisible()
    expect(screen.getByLabelText('At most rows')).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByLabelText('For days')).not.toHaveAttribute('aria-invalid')
    expect(setRetention).not.toHaveBeenCalled()
  })

  it('deletes everything only after a second word', async () => {
    const deleteAll = vi.fn((_word: { confirmed: true }) => ({}))
    const { user } = openSettings({ deleteAll })
    await user.click(await screen.findByRole('button', { name: 'Delete all data' }))
    await user.click(screen.getByRole('button', { name: 'Keep as it is' }))
    expect(deleteAll).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Delete all data' }))
    await user.click(screen.getByRole('button', { name: 'Delete everything' }))
    expect(deleteAll.mock.calls[0]?.[0]).toEqual({ confirmed: true })
  })

  it('counts one as one', async () => {
    openSettings({ read: () => careOf({ ledgerRows: 1, conversations: 1 }) })
    expect(await screen.findByText(/bytes: 1 request, 1 conversation$/)).toBeVisible()
  })

  it('opens the data folder', async () => {
    const openDataFolder = vi.fn(() => ({}))
    const { user } = openSettings({ openDataFolder })
    await user.click(await screen.findByRole('button', { name: 'Open data folder' }))
    expect(openDataFolder).toHaveBeenCalledOnce()
  })
})
