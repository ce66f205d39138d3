import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Shell } from '../../renderer/app/shell.tsx'
import { axeViolations } from '../support/axe-violations.ts'
import { sampleConnection } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const demo = sampleConnection({ kind: 'demo', host: '127.0.0.1:41000', key: { kind: 'absent' } })

async function startTour() {
  const rendered = renderPage(<Shell />, { rpc: { connection: { status: () => demo } } })
  await rendered.user.click(await screen.findByRole('button', { name: 'Take the tour' }))
  const dialog = await screen.findByRole('dialog', { name: 'Every model and what it costs' })
  return { ...rendered, dialog }
}

describe('the tour', () => {
  it('is offered, points at real things, goes on and back, and is not offered again', async () => {
    const { user, client, dialog } = await startTour()
    expect(within(dialog).getByText('Step 1 of 6')).toBeVisible()
    expect(await axeViolations(dialog)).toEqual([])
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Next' })).toHaveFocus())
    await user.keyboard('{Enter}')
    expect(screen.getByRole('dialog', { name: 'One switch for all prices' })).toBeVisible()
    const pointed = () => document.querySelector('[data-toured]')
    await waitFor(() => expect(pointed()).toHaveAccessibleName('Price unit'))
    await user.click(within(dialog).getByRole('button', { name: 'Back' }))
    expect(screen.getByRole('dialog', { name: 'Every model and what it costs' })).toBeVisible()
    for (let step = 1; step < 6; step += 1)
      await user.click(within(dialog).getByRole('button', { name: 'Next' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'API key' })).toBeVisible()
    expect(within(dialog).queryByRole('button', { name: 'Skip tour' })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(pointed()).toBeNull()
    await waitFor(async () => expect((await client.preferences.read()).tourSeen).toBe(true))
    expect(screen.queryByRole('button', { name: 'Take the tour' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Keep exploring' })).toBeVisible()
  })

  it('is skipped with Escape, remembered, and can be started again from the palette', async () => {
    const { user, client } = await startTour()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(async () => expect((await client.preferences.read()).tourSeen).toBe(true))
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Command palette' })
    await user.keyboard('start the tour{Enter}')
    expect(await screen.findByRole('dialog', { name: 'Every model and what it costs' })).toBeVisible()
  })
})
