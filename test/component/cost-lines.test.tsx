import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CostLines } from '../../renderer/features/usage/requests/cost-lines.tsx'
import { loadMessages } from '../../renderer/messages/index.ts'
import { samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleLedgerRow } from '../support/sample-ledger.ts'

await loadMessages('usage')

it.each([
  {
    difference: { ticks: 0n, reason: 'equal', proven: true },
    said: 'Difference: none, the bill agrees to the tick',
  },
  {
    difference: { ticks: -5n, reason: 'cached-input', proven: true },
    said: 'Difference: cached input, to the tick',
  },
  {
    difference: { ticks: 7n, reason: 'priority-tier', proven: false },
    said: 'Difference: priority tier, most likely',
  },
  { difference: { ticks: 7n, reason: 'unknown', proven: false }, said: 'Difference: of unknown reason' },
  { difference: { ticks: 7n, reason: 'of-2031', proven: true }, said: 'Difference: of unknown reason' },
])('names a difference in words: $difference.reason', ({ difference, said }) => {
  renderPage(<CostLines row={sampleLedgerRow(1, { difference })} />)
  expect(screen.getByRole('rowheader', { name: said })).toBeVisible()
})

it.each([
  ['per-million', 'Price per 1M tokens', '$2.00'],
  ['per-thousand', 'Price per 1K tokens', '$0.002'],
  ['raw', 'Ticks per token', '20000'],
] as const)('shows prices in the unit that was chosen: %s', async (priceUnit, heading, price) => {
  const line = { kind: 'input' as const, tokens: 5, rate: 20_000n, amount: 100_000n }
  const source = { kind: 'search-source' as const, tokens: 2, rate: 250_000_000n, amount: 500_000_000n }
  const computed = { total: 500_100_000n, complete: true, tier: 'standard' as const, lines: [line, source] }
  renderPage(<CostLines row={sampleLedgerRow(1, { computed })} />, {
    rpc: { preferences: { read: () => samplePreferences({ priceUnit }) } },
  })
  expect(await screen.findByRole('columnheader', { name: heading })).toBeVisible()
  expect(screen.getByRole('row', { name: /^Input/ })).toHaveTextContent(`Input5${price}$0.00001`)
  expect(screen.getByRole('row', { name: /^Search sources/ })).toHaveTextContent('2$0.025$0.05')
})
