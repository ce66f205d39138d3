import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { SettingsView } from '../../renderer/features/settings/settings-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

async function openDiagnosis(rpc: FakeOverrides = {}) {
  const rendered = renderPage(<SettingsView />, { at: '/settings', rpc })
  const section = await screen.findByRole('region', { name: 'Diagnosis' })
  return { ...rendered, section }
}

describe('diagnosis', () => {
  it('shows all that is copied before it is copied', async () => {
    const text = 'Tokenbook diagnostics\n  Tokenbook: 1.0.0'
    const { user, section } = await openDiagnosis({ diagnostics: { read: () => ({ at: 1, text }) } })
    await user.click(within(section).getByRole('button', { name: 'Copy diagnostics' }))
    const dialog = await screen.findByRole('dialog', { name: 'Diagnostics' })
    await waitFor(async () =>
      expect(await within(dialog).findByRole('textbox', { name: 'Text of the diagnostics' })).toHaveValue(
        text,
      ),
    )
    expect(within(dialog).getByText(/holds no key, no prompt/)).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Copy to clipboard' }))
    expect(await window.navigator.clipboard.readText()).toBe(text)
    expect(await axeViolations(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('opens the folder of the log, and says when that fails', async () => {
    const openLogFolder = vi.fn((): Record<string, never> => {
      throw failed(failureOf('storage-failed'))
    })
    const { user, section } = await openDiagnosis({ diagnostics: { openLogFolder } })
    await user.click(within(section).getByRole('button', { name: 'Open log folder' }))
    expect(openLogFolder).toHaveBeenCalledOnce()
    expect(await within(section).findByRole('alert')).toBeVisible()
  })
})
