import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { UsageView } from '../../renderer/features/usage/usage-view.tsx'
import type { ExportStep, ImportPreview, ImportStep } from '../../shared/ledger/transfer-schema.ts'
import { parseUsd } from '../../shared/money/ticks.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleChart, sampleLedgerRow, sampleTotals } from '../support/sample-ledger.ts'

const rows = [
  sampleLedgerRow(1),
  sampleLedgerRow(2, { state: 'estimated', method: 'text-estimate', spent: 777n }),
]
const ledger: NonNullable<FakeOverrides['ledger']> = {
  names: () => ({
    ...{ models: ['grok-4.3'], keys: ['xai-...b14o'], protocols: ['chat'], connections: ['default'] },
    ...{ days: { from: '2026-09-01', to: '2026-09-28' }, rowsFrom: null },
  }),
  totals: () => sampleTotals(rows),
  chart: ({ grouping }) => sampleChart(rows, grouping),
  rows: () => ({ total: rows.length, rows }),
}
const usd = (text: string): bigint => parseUsd(text) ?? 0n

const openTab = (tab: string, calls: NonNullable<FakeOverrides['ledger']> = {}) =>
  renderPage(<UsageView />, { at: `/usage?period=all${tab}`, rpc: { ledger: { ...ledger, ...calls } } })

describe('what if', () => {
  const answer = () => ({
    ...{ requests: 1268, leftOut: 28, actual: usd('51.92'), instead: usd('38.19'), longContext: 3 },
    ...{ difference: usd('38.19') - usd('51.92'), percent: -26.44, complete: false },
  })

  it('asks main for the share, the model and the tier, and shows the difference in ticks and percent', async () => {
    const whatIf = vi.fn((_asked: object) => answer())
    const { user, container } = openTab('&tab=what-if', { whatIf })
    // Two fields choose a model: which requests, and at whose price.
    expect(await screen.findByRole('combobox', { name: 'Price with model' })).toBeVisible()
    await user.type(await screen.findByLabelText('Cached share of prompts, %'), '80')
    await user.selectOptions(screen.getByLabelText('Service tier'), 'priority')
    await user.click(screen.getByRole('button', { name: 'Price again' }))
    const result = await screen.findByRole('region', { name: 'Result' })
    await waitFor(() => expect(result).toHaveTextContent('-$13.73'))
    expect(result).toHaveTextContent(/-137,300,000,000 ticks, -26\.44%/)
    expect(result).toHaveTextContent(/unknown28/)
    expect(whatIf.mock.calls[0]?.[0]).toMatchObject({
      instead: { cachedPercent: 80, serviceTier: 'priority', model: null },
    })
    expect(await axeViolations(container)).toEqual([])
  })

  it('takes a result away when other rows or other prices are asked for than it is of', async () => {
    const { user } = openTab('&tab=what-if', { whatIf: answer })
    await user.click(await screen.findByRole('button', { name: 'Price again' }))
    const result = () => screen.queryByRole('region', { name: 'Result' })
    await waitFor(() => expect(result()).toBeVisible())
    await user.click(screen.getByRole('radio', { name: 'Demo' }))
    await waitFor(() => expect(result()).toBeNull())
    await user.click(screen.getByRole('radio', { name: 'Real' }))
    await waitFor(() => expect(result()).toBeVisible())
    await user.selectOptions(screen.getByLabelText('Service tier'), 'priority')
    expect(result()).toBeNull()
  })

  it('says what is wrong with a share that is none, and asks nothing', async () => {
    const whatIf = vi.fn(answer)
    const { user } = openTab('&tab=what-if', { whatIf })
    await user.type(await screen.findByLabelText('Cached share of prompts, %'), '180')
    await user.click(screen.getByRole('button', { name: 'Price again' }))
    expect(screen.getByLabelText('Cached share of prompts, %')).toHaveAttribute('aria-invalid', 'true')
    expect(whatIf).not.toHaveBeenCalled()
  })
})

describe('reconcile', () => {
  it('shows matched and missing by line with the most likely reasons', async () => {
    const { user, container } = openTab('&tab=reconcile', {
      reconcile: ({ period }) => ({
        ...{ read: 'number', period, provider: usd('12.34'), ours: usd('12'), tolerance: usd('0.005') },
        ...{ difference: usd('12') - usd('12.34'), verdict: 'missing', unknown: 2, estimated: 1, lines: [] },
        reasons: ['unknown-rows'],
      }),
    })
    await user.type(await screen.findByLabelText('Provider’s total or JSON'), '12.34')
    await user.click(screen.getByRole('button', { name: 'Compare' }))
    await waitFor(() => expect(container).toHaveTextContent(/Difference-\$0\.34/))
    expect(screen.getByText('Most likely reasons')).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })
})

describe('import', () => {
  const preview: ImportPreview = {
    ...{ importId: 'i1', fileName: 'usage.jsonl', bytes: 4_096, format: 'tokenbook', sample: rows },
    refused: [{ line: 3, reason: 'not-json' }],
  }
  const done: ImportStep = {
    ...{
      kind: 'done',
      stopped: false,
      added: 2,
      known: 0,
      refused: 1,
      byReason: { 'not-json': 1 },
      totals: sampleTotals(rows),
    },
    ...{ refusals: [{ line: 3, reason: 'not-json' }], fileTotals: 'equal' },
  }

  it('shows rows and refusals before anything comes in, and reports what came', async () => {
    const run = vi.fn(async function* (): AsyncGenerator<ImportStep> {
      yield { kind: 'reading', bytes: 1_024, of: 4_096, added: 1, known: 0, refused: 0 }
      yield done
    })
    const { user, container } = openTab('&tab=import', { chooseImport: () => preview, import: run })
    await user.click(await screen.findByRole('button', { name: 'Choose file' }))
    expect(await screen.findByText(/usage\.jsonl/)).toBeVisible()
    expect(run).not.toHaveBeenCalled()
    expect(container).toHaveTextContent(/not JSON/)
    expect(await axeViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Import/ }))
    expect(await screen.findByText(/Came in:/)).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })

  it('can be stopped while it reads, and says what came in', async () => {
    let stop = () => {}
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    const { user } = openTab('&tab=import', {
      chooseImport: () => preview,
      import: async function* () {
        yield { kind: 'reading', bytes: 1_024, of: 4_096, added: 1, known: 0, refused: 0 }
        await stopped
        yield { ...done, stopped: true, added: 1, fileTotals: null }
      },
      stopImport: () => {
        stop()
        return {}
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Choose file' }))
    await user.click(screen.getByRole('button', { name: /^Import/ }))
    await user.click(await screen.findByRole('button', { name: 'Stop import' }))
    expect(await screen.findByText('Stopped: 1 added, 0 were here already, 1 refused.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Stop import' })).toBeNull()
  })

  it('goes on while another tab is looked at', async () => {
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const { user } = openTab('&tab=import', {
      chooseImport: () => preview,
      import: async function* () {
        yield { kind: 'reading', bytes: 1_024, of: 4_096, added: 1, known: 0, refused: 0 }
        await ended
        yield done
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Choose file' }))
    await user.click(screen.getByRole('button', { name: /^Import/ }))
    await screen.findByText(/Read 25%/)
    await user.click(screen.getByRole('tab', { name: 'What if' }))
    expect(screen.queryByText(/Read 25%/)).toBeNull()
    await user.click(screen.getByRole('tab', { name: 'Import' }))
    expect(await screen.findByText(/Read 25%/)).toBeVisible()
    end()
    expect(await screen.findByText(/^Done: 2 added/)).toBeVisible()
  })
})

describe('an export', () => {
  it('says what is in the file, with the sum and the checksum', async () => {
    const { user, container } = openTab('', {
      export: async function* (): AsyncGenerator<ExportStep> {
        yield { kind: 'writing', rows: 1, of: 2 }
        const totals = sampleTotals(rows)
        yield { kind: 'done', fileName: 'usage.csv', rows: 2, bytes: 99, totals, checksum: 'abc' }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }))
    expect(await screen.findByText(/^Saved usage\.csv: 2 rows/)).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })

  it('goes on while another view is open, can be stopped from then on, and says of which rows it is', async () => {
    const aborted = vi.fn()
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const totals = sampleTotals(rows)
    const { user } = renderPage(<LeavableUsage />, {
      at: '/usage?period=all',
      rpc: {
        ledger: {
          ...ledger,
          export: async function* (_request: object, signal?: AbortSignal): AsyncGenerator<ExportStep> {
            signal?.addEventListener('abort', aborted)
            yield { kind: 'writing', rows: 1, of: 2 }
            await ended
            yield { kind: 'done', fileName: 'usage.csv', rows: 2, bytes: 99, totals, checksum: 'abc' }
          },
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }))
    await screen.findByText('Writing 1 of 2 rows')
    await user.click(screen.getByRole('button', { name: 'Leave or come back' }))
    expect(screen.queryByText('Writing 1 of 2 rows')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Leave or come back' }))
    expect(await screen.findByText('Writing 1 of 2 rows')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Stop export' })).toBeVisible()
    expect(aborted).not.toHaveBeenCalled()
    end()
    expect(await screen.findByText(/^Saved usage\.csv: 2 rows, .* in all, as above\.$/)).toBeVisible()
    await user.selectOptions(screen.getByLabelText('Period'), 'today')
    expect(await screen.findByText(/^Saved usage\.csv: 2 rows, \S+ in all\.$/)).toBeVisible()
  })
})

function LeavableUsage() {
  const [open, setOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpen(!open)}>
        Leave or come back
      </button>
      {open && <UsageView />}
    </>
  )
}

describe('the amounts of the requests', () => {
  it('stand with their points under one another, however many digits they have', async () => {
    openTab('')
    const table = await screen.findByRole('table', { name: 'Requests and their cost' })
    await within(table).findByRole('row', { name: /Estimated/ })
    const amounts = [...table.querySelectorAll<HTMLElement>('td span[title*="$"]')]
    expect(amounts.length).toBeGreaterThan(3)
    const digits = amounts.map((amount) => (/\.(\d+)/.exec(amount.textContent)?.[1] ?? '').length)
    expect(new Set(digits).size).toBeGreaterThan(1)
    amounts.forEach((amount, at) => {
      expect(Number.parseFloat(amount.style.paddingRight) + (digits[at] ?? 0)).toBe(10)
    })
  })
})

describe('a correction', () => {
  it('asks for what was really billed and sends whole ticks', async () => {
    const correct = vi.fn(({ id }: { id: string }) => ({ id: `${id}-corrected` }))
    const { user } = openTab('', { correct })
    const table = await screen.findByRole('table', { name: 'Requests and their cost' })
    const estimated = await within(table).findByRole('row', { name: /Estimated/ })
    await user.click(within(estimated).getByRole('button', { name: /2026/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Request' })
    // Its first field stands at the end: with the focus there one would not see which request it is.
    expect(within(dialog).getByRole('heading', { name: /^Request \d+$/ })).toHaveFocus()
    await user.type(within(dialog).getByLabelText('What it really cost, USD'), '0.0000000123')
    expect(await axeViolations(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Save correction' }))
    await waitFor(() => expect(correct.mock.calls[0]?.[0]).toEqual({ id: rows[1]?.id, billed: 123n }))
  })
})
