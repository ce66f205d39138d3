import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { BudgetTable } from '../../renderer/app/spend/budget-table.tsx'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { EarlierComparisons } from '../../renderer/features/playground/compare/earlier-comparisons.tsx'
import { LiveFacts } from '../../renderer/features/playground/live/live-facts.tsx'
import { SettingsView } from '../../renderer/features/settings/settings-view.tsx'
import { loadMessages } from '../../renderer/messages/index.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const euro = { code: 'EUR', rate: '0.92', date: '2026-11-20' }
const inEuro = { preferences: { read: () => samplePreferences({ secondCurrency: euro }) } }
const RATE = '≈ at 1 USD = 0.92 EUR, Nov 20, 2026, as entered in Settings'

async function openSettings(secondCurrency: typeof euro | null = null) {
  const change = vi.fn((part: object) => samplePreferences(part))
  const page = renderPage(<SettingsView />, {
    rpc: { preferences: { read: () => samplePreferences({ secondCurrency }), change } },
  })
  const form = await screen.findByRole('form', { name: 'Second currency' })
  return { ...page, change, form }
}

describe('a second currency', () => {
  it('is chosen by its code, rate and day, and said with both', async () => {
    const { user, change, form, container } = await openSettings()
    const field = within(form)
    await user.selectOptions(field.getByRole('combobox', { name: 'Currency' }), 'EUR')
    await user.type(field.getByRole('textbox', { name: '1 USD in EUR' }), '0,92')
    const day = field.getByLabelText('Rate of')
    await user.clear(day)
    await user.type(day, '2026-11-20')
    await user.click(field.getByRole('button', { name: 'Save currency' }))
    await waitFor(() => expect(change.mock.calls[0]?.[0]).toEqual({ secondCurrency: euro }))
    expect(await screen.findByText(RATE)).toBeVisible()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save currency' })).toHaveFocus())
    expect(await axeViolations(container)).toEqual([])
  })

  it('takes no rate that is none, says so at the field, and keeps what was typed', async () => {
    const { user, change, form } = await openSettings()
    const field = within(form)
    await user.selectOptions(field.getByRole('combobox', { name: 'Currency' }), 'JPY')
    const rate = field.getByRole('textbox', { name: '1 USD in JPY' })
    await user.type(rate, '1,234.5{Enter}')
    expect(await field.findByRole('alert')).toHaveTextContent('such as 0.92')
    expect(rate).toHaveAccessibleDescription(/number above zero/)
    expect(rate).toHaveValue('1,234.5')
    expect(change).not.toHaveBeenCalled()
  })

  it('takes no day that has not come', async () => {
    const { user, change, form } = await openSettings(euro)
    const day = within(form).getByLabelText('Rate of')
    await user.clear(day)
    await user.type(day, '9999-12-31')
    await user.click(within(form).getByRole('button', { name: 'Save currency' }))
    expect(await within(form).findByRole('alert')).toHaveTextContent('today at the latest')
    expect(change).not.toHaveBeenCalled()
  })

  it('is given up by choosing none', async () => {
    const { user, change, form } = await openSettings(euro)
    await user.selectOptions(within(form).getByRole('combobox', { name: 'Currency' }), '')
    await user.click(within(form).getByRole('button', { name: 'Save currency' }))
    await waitFor(() => expect(change.mock.calls[0]?.[0]).toEqual({ secondCurrency: null }))
  })

  it('stands below each price of a model, with its rate once, and the exact price stays', async () => {
    renderPage(<ModelsView />, { at: '/models?model=grok-3-mini', rpc: inEuro })
    const prices = await screen.findByRole('table', { name: 'Prices' })
    const input = await within(prices).findByRole('row', { name: /^Input/ })
    await waitFor(() => expect(input).toHaveTextContent('$0.30≈€0.276'))
    expect(screen.getAllByText(RATE)).toHaveLength(1)
  })

  it('stands in the costs of Compare, and is left out of what is copied', async () => {
    const { user } = renderPage(<CompareView />, {
      at: '/compare?models=grok-4.20,grok-3-mini',
      rpc: inEuro,
    })
    const costs = await screen.findByRole('table', { name: 'Workload cost' })
    await waitFor(() => expect(costs).toHaveTextContent('$0.000547≈€0.000503'))
    expect(screen.getByText(RATE)).toBeVisible()
    const section = costs.closest('.compare-section')
    if (!(section instanceof HTMLElement)) throw new Error('no section')
    await user.click(within(section).getByRole('button', { name: 'Copy table' }))
    await user.click(await screen.findByRole('button', { name: 'CSV' }))
    await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('0.000547'))
    expect(await navigator.clipboard.readText()).not.toMatch(/[€≈]/)
  })

  it('stands below what a budget has used, and beside what an answer costs while it comes', async () => {
    await loadMessages('playground')
    const spent = 5_000_000_000n
    const budget = {
      id: 'b',
      scope: 'day',
      subject: null,
      limit: spent,
      warnPercent: null,
      stop: true,
    } as const
    const state = { budget, subject: null, spent, reserved: 0n, atLeast: false, level: 'reached' } as const
    renderPage(<BudgetTable states={[state]} onEdit={() => {}} onRemove={() => {}} />, { rpc: inEuro })
    await waitFor(() => expect(screen.getByRole('cell', { name: /€/ })).toHaveTextContent('$0.50≈€0.46'))
    const progress = { elapsedMs: 1, firstTokenMs: null, tokens: { count: 1, exact: false }, usage: null }
    const cost = { ticks: 10_000_000n, exact: false }
    renderPage(<LiveFacts progress={{ ...progress, tokensPerSecond: null, cost }} />, { rpc: inEuro })
    await waitFor(() =>
      expect(screen.getByText('Cost so far').nextSibling).toHaveTextContent('≈ $0.001≈€0.00092'),
    )
  })

  it('stands beside the cost of each earlier comparison, but for one of which nothing is known', async () => {
    const row = { createdAt: 1, opening: 'Compare', models: ['grok-4'], vote: null }
    const rows = [
      { ...row, id: 'x1', spent: { ticks: 5_000_000_000n, complete: true } },
      { ...row, id: 'x2', spent: { ticks: 0n, complete: false } },
    ]
    renderPage(<EarlierComparisons openId={null} onOpen={() => {}} />, {
      rpc: { ...inEuro, comparisons: { list: () => ({ rows, next: null }) } },
    })
    const [first, second] = await screen.findAllByRole('listitem')
    await waitFor(() => expect(first).toHaveTextContent(/\$0\.50 ≈€0\.46$/))
    expect(second).toHaveTextContent(/–$/)
    expect(screen.getAllByText(RATE)).toHaveLength(1)
  })

  it('is nowhere unless it was chosen', async () => {
    renderPage(<ModelsView />, { at: '/models?model=grok-3-mini' })
    expect(await screen.findByRole('table', { name: 'Prices' })).not.toHaveTextContent('≈')
  })
})
