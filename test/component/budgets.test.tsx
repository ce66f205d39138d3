import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { UnsavedNotice } from '../../renderer/app/spend/unsaved-notice.tsx'
import { StatusBar } from '../../renderer/app/status-bar.tsx'
import { UsageView } from '../../renderer/features/usage/usage-view.tsx'
import type { Budgets } from '../../shared/contract/budgets.ts'
import type { Budget, BudgetState } from '../../shared/ledger/budget.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'

const USD = 10_000_000_000n
const month: Budget = {
  id: 'b-1',
  scope: 'month',
  subject: null,
  limit: 10n * USD,
  warnPercent: 80,
  stop: true,
}
const stateOf = (parts: Partial<BudgetState> = {}): BudgetState => ({
  budget: month,
  subject: null,
  spent: 8n * USD + 1n,
  reserved: 0n,
  atLeast: false,
  level: 'warned',
  ...parts,
})
const budgetsOf = (budgets: BudgetState[], parts: Partial<Budgets> = {}): Budgets => ({
  demo: false,
  unsaved: 0,
  today: { ticks: 12_345n, atLeast: false },
  month: { ticks: 8n * USD + 1n, atLeast: true },
  projection: { likely: 12n * USD, low: 9n * USD, high: 15n * USD },
  budgets,
  ...parts,
})
const openBudgets = (rpc: FakeOverrides) => renderPage(<UsageView />, { at: '/usage?tab=budgets', rpc })

describe('a disk that refuses what requests cost', () => {
  const openWith = (unsaved: number) =>
    renderPage(
      <>
        <UnsavedNotice />
        <StatusBar />
      </>,
      { rpc: { budgets: { read: () => budgetsOf([], { unsaved }) } } },
    )

  it('is told of with how many they are', async () => {
    openWith(2)
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent(/refuses what 2 requests cost/),
    )
  })

  it('is not told of when it takes them', async () => {
    openWith(0)
    await screen.findByRole('link', { name: /^Today/ })
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('budgets', () => {
  it('shows what each has used, to the tick, and where the month will end', async () => {
    openBudgets({ budgets: { read: () => budgetsOf([stateOf()]) } })
    const row = await screen.findByRole('row', { name: /^Each month/ })
    expect(row).toHaveTextContent(/\$10\.00\$8\.0000000001.*80%.*Warning.*stops · warns at 80%/)
    expect(screen.getByText(/ends at about \$12\.00/)).toBeVisible()
    expect(screen.getByText('That is above the budget of $10.00 for each month.')).toBeVisible()
  })

  it('adds one in whole ticks', async () => {
    const save = vi.fn((_budget: Budget) => budgetsOf([stateOf()]))
    const { user } = openBudgets({ budgets: { read: () => budgetsOf([]), save } })
    await user.click(await screen.findByRole('button', { name: 'Add budget' }))
    const form = screen.getByRole('form', { name: 'New budget' })
    await user.selectOptions(within(form).getByLabelText('Limits'), 'Each day')
    await user.type(within(form).getByLabelText('Limit in USD'), '0.2500000001')
    await user.clear(within(form).getByLabelText('Warn at percent'))
    await user.click(within(form).getByRole('button', { name: 'Save budget' }))
    expect(await screen.findByRole('row', { name: /^Each month/ })).toBeVisible()
    expect(save.mock.calls[0]?.[0]).toMatchObject({
      scope: 'day',
      subject: null,
      limit: 2_500_000_001n,
      warnPercent: null,
      stop: true,
    })
    expect(screen.queryByRole('form')).toBeNull()
  })

  it.each([
    ['0', '80', 'Enter an amount above zero'],
    ['five', '80', 'Enter an amount above zero'],
    ['5', '100', 'Enter a whole number from 1 to 99'],
    ['5', '0.5', 'Enter a whole number from 1 to 99'],
  ])('refuses %s USD with a warning at %s', async (limit, warn, words) => {
    const save = vi.fn(() => budgetsOf([]))
    const { user } = openBudgets({ budgets: { read: () => budgetsOf([]), save } })
    await user.click(await screen.findByRole('button', { name: 'Add budget' }))
    await user.type(screen.getByLabelText('Limit in USD'), limit)
    await user.clear(screen.getByLabelText('Warn at percent'))
    await user.type(screen.getByLabelText('Warn at percent'), warn)
    await user.click(screen.getByRole('button', { name: 'Save budget' }))
    expect(screen.getByText(new RegExp(words))).toBeVisible()
    expect(screen.getByLabelText('Limit in USD')).toHaveValue(limit)
    expect(save).not.toHaveBeenCalled()
  })

  it('adds one by two quick presses, not two, and keeps the focus near', async () => {
    const saved: Budget[] = []
    let answer: () => void = () => undefined
    const save = (budget: Budget) => {
      saved.push(budget)
      return new Promise<Budgets>((done) => (answer = () => done(budgetsOf([stateOf()]))))
    }
    const { user } = openBudgets({ budgets: { read: () => budgetsOf([]), save } })
    await user.click(await screen.findByRole('button', { name: 'Add budget' }))
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Limits' })).toHaveFocus())
    await user.type(screen.getByLabelText('Limit in USD'), '5')
    await user.dblClick(screen.getByRole('button', { name: 'Save budget' }))
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
    await act(async () => answer())
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add budget' })).toHaveFocus())
  })

  it('changes and removes one', async () => {
    const save = vi.fn((_budget: Budget) => budgetsOf([stateOf()]))
    const remove = vi.fn((_which: { id: string }) => budgetsOf([]))
    const { user } = openBudgets({ budgets: { read: () => budgetsOf([stateOf()]), save, remove } })
    await user.click(await screen.findByRole('button', { name: /^Edit budget/ }))
    expect(screen.getByLabelText('Limit in USD')).toHaveValue('10.00')
    await user.click(screen.getByRole('checkbox', { name: 'Stop requests at the limit' }))
    await user.click(screen.getByRole('button', { name: 'Save budget' }))
    expect(save.mock.calls[0]?.[0]).toEqual({ ...month, stop: false })
    await user.click(await screen.findByRole('button', { name: /^Remove budget/ }))
    expect(await screen.findByText('There is no budget yet.')).toBeVisible()
    expect(remove.mock.calls[0]?.[0]).toEqual({ id: 'b-1' })
    expect(screen.getByText(/^Each month was removed\./)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('row', { name: /^Each month/ })).toBeVisible()
    expect(save.mock.calls[1]?.[0]).toEqual(month)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('has no accessibility violation', async () => {
    const { container, user } = openBudgets({ budgets: { read: () => budgetsOf([stateOf()]) } })
    await user.click(await screen.findByRole('button', { name: 'Add budget' }))
    expect(await axeViolations(container)).toEqual([])
  })
})

describe('the status bar', () => {
  it.each<[string, BudgetState[], RegExp]>([
    ['without budgets', [], /^Today \$0\.0000012345 · This month at least \$8\.0000000001$/],
    ['with one that warns', [stateOf()], / · 1 budget warns$/],
    ['with one that is reached', [stateOf(), stateOf({ level: 'reached' })], / · 1 budget reached$/],
    ['with one that is kept', [stateOf({ level: 'ok' })], / · Budgets kept$/],
  ])('tells spend to the tick %s', async (_, states, words) => {
    renderPage(<StatusBar />, { rpc: { budgets: { read: () => budgetsOf(states) } } })
    await waitFor(() => expect(screen.getByRole('link', { name: /^Today/ }).textContent).toMatch(words))
  })

  it('says that spend is unknown, not at least zero, where no part of it is known', async () => {
    const today = { ticks: 0n, atLeast: true }
    renderPage(<StatusBar />, { rpc: { budgets: { read: () => budgetsOf([], { today }) } } })
    await waitFor(() =>
      expect(screen.getByRole('link', { name: /^Today/ })).toHaveTextContent(/^Today unknown · This month/),
    )
  })
})
