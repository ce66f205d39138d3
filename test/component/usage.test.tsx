import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { UsageView } from '../../renderer/features/usage/usage-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import { formatUsd } from '../../shared/money/ticks.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, sampleConnection } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleChart, sampleLedgerRow, sampleTotals } from '../support/sample-ledger.ts'

const rows: readonly LedgerRow[] = [
  sampleLedgerRow(1),
  sampleLedgerRow(2, { askedModel: 'grok-4.7', servedModel: 'grok-4.7', spent: 990_000_000_001n }),
  sampleLedgerRow(3, { state: 'estimated', method: 'usage-so-far', spent: 777n }),
  sampleLedgerRow(4, {
    state: 'unknown',
    spent: 0n,
    complete: false,
    usage: null,
    computed: null,
    difference: null,
  }),
]

function ledgerOf(all: readonly LedgerRow[]): NonNullable<FakeOverrides['ledger']> {
  return {
    names: () => ({
      models: [...new Set(all.map(({ askedModel }) => askedModel))],
      keys: ['xai-...b14o'],
      protocols: ['chat'],
      connections: ['default'],
      days: { from: '2026-09-01', to: '2026-09-28' },
      rowsFrom: null,
    }),
    totals: () => sampleTotals(all),
    chart: ({ grouping }) => sampleChart(all, grouping),
    rows: ({ offset, limit }) => ({ total: all.length, rows: all.slice(offset, offset + limit) }),
  }
}

const openUsage = (rpc: FakeOverrides = {}, at = '/usage?period=all') =>
  renderPage(<UsageView />, { at, rpc: { ledger: ledgerOf(rows), ...rpc } })

describe('totals', () => {
  it('says at least, and keeps confirmed, estimated and unknown apart', async () => {
    openUsage()
    const totals = await screen.findByRole('region', { name: 'Totals' })
    const sum = rows.reduce((all, { spent }) => all + spent, 0n)
    expect(totals).toHaveTextContent(`at least ${formatUsd(sum)}`)
    expect(totals).toHaveTextContent('4 requests')
    expect(totals).toHaveTextContent(/Estimated\$0\.0000000777 1 request/)
    expect(totals).toHaveTextContent('The cost of 1 request is not wholly known.')
  })

  it('marks the demo, and asks for its requests alone', async () => {
    const chart = vi.fn(() => sampleChart(rows, 'model'))
    openUsage({
      ledger: { ...ledgerOf(rows), chart },
      connection: { status: () => sampleConnection({ kind: 'demo', key: { kind: 'absent' } }) },
    })
    await waitFor(async () => expect(await screen.findByRole('radio', { name: 'Demo' })).toBeChecked())
    expect(chart).toHaveBeenCalledWith(
      expect.objectContaining({ period: { from: null, to: null }, filter: { demo: true } }),
      expect.anything(),
    )
  })
})

describe('charts', () => {
  it('shows, as a table, the amounts that add up to the totals', async () => {
    const { user } = openUsage()
    const figure = await screen.findByRole('figure', { name: 'Cost per day, USD' })
    await user.click(within(figure).getByRole('button', { name: 'Data table' }))
    const table = within(figure).getByRole('table')
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['From', 'To', 'grok-4.3', 'grok-4.7', 'Cost, USD', 'All known'])
    const row = within(table).getByRole('row', { name: /2026-09-03/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2026-09-03', '$0.00', '$99.0000000001', '$99.0000000001', 'yes'])
  })

  it('saves exactly what is drawn', async () => {
    const save = vi.fn(() => ({ outcome: 'saved' as const, fileName: 'chart.csv' }))
    const { user } = openUsage({ exports: { save } })
    await user.click(await screen.findByRole('button', { name: 'Save CSV' }))
    expect(await screen.findByText('Saved chart.csv')).toBeVisible()
    expect(save).toHaveBeenCalledWith(
      expect.objectContaining({
        kind: 'csv',
        content: expect.stringContaining('2026-09-03,2026-09-03,0.00,99.0000000001,99.0000000001,true\r\n'),
      }),
      undefined,
    )
  })

  it('says why it draws by another interval than the one chosen', async () => {
    const chart = () => ({ ...sampleChart(rows, 'model'), span: 'month' as const })
    const { user } = openUsage({ ledger: { ...ledgerOf(rows), chart } })
    const interval = await screen.findByRole('combobox', { name: 'Interval' })
    expect(await screen.findByRole('figure', { name: 'Cost per month, USD' })).toBeVisible()
    expect(screen.queryByText(/^Drawn by/)).toBeNull()
    await user.selectOptions(interval, 'Day')
    expect(await screen.findByText(/^Drawn by month: by day, this period has more points/)).toBeVisible()
  })

  it.each([
    ['Cumulative', 'Cumulative cost, USD'],
    ['Share', 'Share of cost by model'],
    ['Cost per request', 'Requests by cost'],
    ['Cached share', 'Cached share of prompt tokens'],
    ['Speed', 'Time to first token by model, ms (median)'],
  ])('draws %s', async (tab, figure) => {
    const { user } = openUsage()
    await user.click(await screen.findByRole('tab', { name: tab }))
    expect(await screen.findByRole('figure', { name: figure })).toBeVisible()
  })
})

describe('rows', () => {
  it('begin with what each cost, which a small window must not leave out', async () => {
    openUsage()
    const table = await screen.findByRole('table', { name: 'Requests and their cost' })
    const heads = within(table).getAllByRole('columnheader')
    expect(heads.slice(0, 4).map(({ textContent }) => textContent)).toEqual([
      'Time',
      'No. ▼',
      'Model',
      'Spent, USD',
    ])
  })

  it('lists each request with its amounts, moves by keys and opens one', async () => {
    const { user } = openUsage()
    const table = await screen.findByRole('table', { name: 'Requests and their cost' })
    await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(5))
    expect(within(table).getByRole('row', { name: /grok-4\.7/ })).toHaveTextContent('$99.0000000001')
    const unknown = within(table).getByRole('row', { name: /Unknown/ })
    expect(unknown).toHaveTextContent('–')
    const buttons = within(table).getAllByRole('button', { name: /2026/ })
    buttons[0]?.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(buttons[2]).toHaveFocus()
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Request' })
    expect(dialog).toHaveTextContent('from the last usage that the stream told')
  })

  it('sorts by a column in main', async () => {
    const asked = vi.fn(ledgerOf(rows).rows)
    const { user } = openUsage({ ledger: { ...ledgerOf(rows), rows: asked } })
    await user.click(await screen.findByRole('button', { name: 'Spent, USD' }))
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: { by: 'cost', descending: true } }),
        expect.anything(),
      ),
    )
    expect(screen.getByRole('columnheader', { name: 'Spent, USD' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
  })
})

describe('states', () => {
  it('says what fills an empty ledger', async () => {
    openUsage({ ledger: {} })
    expect(await screen.findByRole('link', { name: 'Open Playground' })).toHaveAttribute(
      'href',
      '#/playground',
    )
  })

  it('says why it cannot be read, and tries again', async () => {
    let broken = true
    const chart = () => {
      if (broken) throw failed(failureOf('storage-failed'))
      return sampleChart(rows, 'model')
    }
    const { user } = openUsage({ ledger: { ...ledgerOf(rows), chart } })
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('The local database failed'),
    )
    broken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('region', { name: 'Totals' })).toBeVisible()
  })

  it('has no accessibility violation', async () => {
    const { container } = openUsage()
    await screen.findByRole('table', { name: 'Requests and their cost' })
    await screen.findByRole('figure', { name: 'Cost per day, USD' })
    expect(await axeViolations(container)).toEqual([])
  })
})

describe('numbers of one moment', () => {
  /** Answers that come only when told, and a ledger that says when it changed. */
  function held() {
    let current = rows.slice(0, 2)
    let wake = () => {}
    const waiting: (() => void)[] = []
    const held = { isHeld: false }
    const answer = async <Answer,>(make: () => Answer): Promise<Answer> => {
      if (held.isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
      return make()
    }
    const ledger: FakeOverrides['ledger'] = {
      ...ledgerOf(rows),
      totals: () => answer(() => sampleTotals(current)),
      chart: ({ grouping }) => answer(() => sampleChart(current, grouping)),
      histogram: () =>
        answer(() => ({ bins: [{ from: 0n, to: 10n, requests: current.length }], unknown: 0 })),
      events: async function* () {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        yield { kind: 'changed' as const, revision: 1 }
        await new Promise(() => {})
      },
    }
    return {
      ledger,
      change() {
        current = rows.slice(0, 3)
        held.isHeld = true
        wake()
      },
      give: () => waiting.shift()?.(),
      waits: () => waiting.length,
    }
  }
  const busy = () => document.querySelector('[aria-busy="true"]')

  it('stay, marked, while newer ones are on their way, and change together', async () => {
    const { ledger, change, give, waits } = held()
    openUsage({ ledger }, '/usage?period=all&chart=histogram')
    const totals = await screen.findByRole('region', { name: 'Totals' })
    expect(totals).toHaveTextContent('2 requests')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Data table' }))
    const count = () => screen.getByRole('figure').querySelector('tbody td:last-child')?.textContent
    expect(count()).toBe('2')
    expect(busy()).toBeNull()
    change()
    await waitFor(() => expect(waits()).toBe(2))
    expect(busy()).toContainElement(totals)
    expect(screen.getByText('being renewed')).toHaveAttribute('aria-hidden', 'false')
    give()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(totals).toHaveTextContent('2 requests')
    expect(count()).toBe('2')
    give()
    await waitFor(() => expect(totals).toHaveTextContent('3 requests'))
    expect(count()).toBe('3')
    expect(busy()).toBeNull()
  })

  it('come from one answer where the chart adds up to the totals', async () => {
    const { ledger } = held()
    const totals = vi.fn(() => sampleTotals([]))
    openUsage({ ledger: { ...ledger, totals } })
    await waitFor(async () =>
      expect(await screen.findByRole('region', { name: 'Totals' })).toHaveTextContent('2 requests'),
    )
    expect(totals).not.toHaveBeenCalled()
  })
})

class ItemHere {
  readonly types: readonly string[]
  constructor(parts: Readonly<Record<string, Blob>>) {
    this.types = Object.keys(parts)
  }
}

describe('the table of a chart', () => {
  it('is copied for a spreadsheet as text and as a table, and as CSV', async () => {
    const { user } = openUsage()
    const button = (await screen.findAllByRole('button', { name: 'Copy table' }))[0]
    if (button === undefined) throw new Error('no button')
    await user.click(button)
    await user.click(screen.getByRole('button', { name: 'CSV' }))
    expect(await screen.findByText('Copied')).toBeVisible()
    expect(await navigator.clipboard.readText()).toMatch(/^From,.*\r\n/)
    // jsdom has no items of its own.
    vi.stubGlobal('ClipboardItem', ItemHere)
    const written = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    await user.click(button)
    await user.click(screen.getByRole('button', { name: /^For a spreadsheet/ }))
    await waitFor(() => expect(written).toHaveBeenCalledOnce())
    expect(written.mock.calls[0]?.[0][0]?.types).toEqual(['text/plain', 'text/html'])
    vi.unstubAllGlobals()
  })
})
