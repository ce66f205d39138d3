import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CostLines } from '../../renderer/features/usage/requests/cost-lines.tsx'
import { loadMessages } from '../../renderer/messages/index.ts'
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
