import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { SettingsView } from '../../renderer/features/settings/settings-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import type { UpdateState } from '../../shared/contract/updates.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const openSettings = (rpc: FakeOverrides = {}, at = '/settings') => renderPage(<SettingsView />, { at, rpc })
const region = (name: string) => screen.findByRole('region', { name })

describe('the parts of the settings', () => {
  it('can be gone to, by the list and by an address', async () => {
    const { user, container } = openSettings({}, '/settings?section=licences')
    const list = await screen.findByRole('navigation', { name: 'Parts of the settings' })
    await waitFor(() => expect(container.querySelector('#settings-licences')).toHaveFocus())
    await user.click(within(list).getByRole('button', { name: 'Updates' }))
    await waitFor(() => expect(container.querySelector('#settings-updates')).toHaveFocus())
    expect(within(list).getByRole('button', { name: 'Updates' })).toHaveAttribute('aria-current', 'true')
    expect(window.location.hash).toBe('#/settings?section=updates')
    expect(await axeViolations(container)).toEqual([])
  })
})

describe('habits of a desktop', () => {
  it('are off until they are chosen, but for what is told, and are remembered', async () => {
    const { user, client } = openSettings()
    const desktop = await region('Desktop')
    const box = (name: string) => within(desktop).getByRole('checkbox', { name })
    await waitFor(() => expect(box('Keep an icon in the tray')).toBeEnabled())
    for (const name of ['Keep an icon in the tray', 'Open at login', 'Check spelling in text fields'])
      expect(box(name)).not.toBeChecked()
    expect(box('Tell when a long answer is complete')).toBeChecked()
    expect(box('Check spelling in text fields')).toHaveAccessibleDescription(/fetched once from Google/)
    await user.click(box('Keep an icon in the tray'))
    await user.click(box('Tell when a long answer is complete'))
    await waitFor(async () =>
      expect(await client.preferences.read()).toMatchObject({
        tray: true,
        notifyAnswers: false,
        spellCheck: false,
      }),
    )
  })
})

describe('updates', () => {
  const known: UpdateState = {
    address: 'https://api.github.com/repos/o/n/releases/latest',
    version: '1.0.0',
    sends: 'Tokenbook/1.0.0',
    last: null,
  }

  it('say what is sent before anything is, and lead to a newer version by the guarded way', async () => {
    const link = 'https://github.com/o/n/releases/tag/v1.1.0'
    const last = { kind: 'newer' as const, at: 1_790_000_000_000, version: '1.1.0', link, publishedAt: null }
    const openLink = vi.fn(() => ({ outcome: 'declined' as const }))
    const { user, client } = openSettings({
      about: { openLink },
      updates: { read: () => known, check: () => ({ ...known, last }) },
    })
    const updates = await region('Updates')
    expect(
      await within(updates).findByText(/one GET request to .*releases\/latest.*Tokenbook\/1\.0\.0/),
    ).toBeVisible()
    expect(within(updates).getByRole('checkbox', { name: 'Check once a day' })).not.toBeChecked()
    await user.click(within(updates).getByRole('button', { name: 'Check for updates' }))
    expect(await within(updates).findByText(/Version .*1\.1\.0.* is there/)).toBeVisible()
    await user.click(within(updates).getByRole('button', { name: 'Open its page' }))
    expect(openLink.mock.calls[0]).toEqual([{ url: link }, undefined])
    await user.click(within(updates).getByRole('checkbox', { name: 'Check once a day' }))
    await waitFor(async () => expect((await client.preferences.read()).checkUpdates).toBe(true))
  })

  it('say so when the check fails, and when there is nowhere to ask', async () => {
    const check = () => {
      throw failed(failureOf('offline'))
    }
    const { user, unmount } = openSettings({ updates: { read: () => known, check } })
    await user.click(await screen.findByRole('button', { name: 'Check for updates' }))
    expect(await within(await region('Updates')).findByRole('alert')).toBeVisible()
    unmount()
    openSettings()
    expect(
      await within(await region('Updates')).findByText(/does not know where newer versions/),
    ).toBeVisible()
  })
})

describe('licences', () => {
  it('are read when they are asked for, and searched in all of their words', async () => {
    const list = vi.fn(() => [
      { name: 'alpha', version: '1.0.0', licence: 'MIT', homepage: null, text: 'Permission is granted' },
      { name: 'beta', version: '2.0.0', licence: 'OFL-1.1', homepage: 'https://b.example', text: '' },
    ])
    const { user } = openSettings({ licences: { list } })
    const licences = await region('Licences')
    expect(list).not.toHaveBeenCalled()
    await user.click(within(licences).getByRole('button', { name: 'Show licences' }))
    const search = await within(licences).findByRole('searchbox')
    expect(within(licences).getByText('2 of 2 packages')).toBeVisible()
    await user.type(search, 'permission granted')
    expect(within(licences).getByText('1 of 2 packages')).toBeVisible()
    await user.click(within(licences).getByText('alpha'))
    expect(within(licences).getByRole('textbox', { name: /Licence of .*alpha/ })).toHaveValue(
      'Permission is granted',
    )
    expect(await axeViolations(licences)).toEqual([])
  })
})
