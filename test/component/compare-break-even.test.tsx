import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModel } from '../support/sample-catalog.ts'

// At 1,000 prompt tokens: dear 10·(1000-k) + 1·k, flat 7·1000: they meet at 3000/9 cached tokens.
const models = [
  sampleModel('dear', {
    prices: { promptText: 10n, cachedPromptText: 1n, completionText: 5n, longContextThreshold: 0 },
  }),
  sampleModel('flat', {
    prices: { promptText: 7n, cachedPromptText: 7n, completionText: 5n, longContextThreshold: 0 },
  }),
  sampleModel('tiered', {
    prices: {
      promptText: 6n,
      completionText: 5n,
      promptTextLongContext: 12n,
      longContextThreshold: 200_000,
    },
  }),
  sampleModel('grok-unpriced'),
]
const catalog = sampleCatalog({ models })
const rpc = { catalog: { read: () => catalog, refresh: () => catalog } }
const work = 'prompt=1000&cached=0&answer=0&reasoning=0t'

const section = async () => within(await screen.findByRole('region', { name: 'Break-even' }))

describe('break-even', () => {
  it('says where one becomes cheaper, with the costs on both sides', async () => {
    renderPage(<CompareView />, { at: `/compare?models=dear,flat&${work}`, rpc })
    const words = await section()
    expect(words.getByText(/becomes cheaper/).closest('p')).toHaveTextContent(
      'dear becomes cheaper at 33.33% cached (333.33 tokens). The lines meet at 333.33 tokens, between two ' +
        'whole counts: at 333 dear costs $0.0000007003 and flat $0.0000007, at 334 $0.0000006994 and $0.0000007.',
    )
    expect(words.getByRole('figure', { name: 'Cost of a request by cached share' })).toBeInTheDocument()
  })

  it('shows the long-context tier as a jump that changes the order', async () => {
    const { user } = renderPage(<CompareView />, { at: `/compare?models=tiered,flat&${work}`, rpc })
    await user.click((await section()).getByRole('radio', { name: 'Prompt size' }))
    expect((await section()).getByText(/flat/, { selector: 'strong code' }).closest('p')).toHaveTextContent(
      'flat becomes cheaper at 200,000 tokens. The long-context price begins at 200,000 tokens and changes ' +
        'the order at once, without the lines meeting.',
    )
    await user.click((await section()).getByRole('button', { name: 'Data table' }))
    const table = (await section()).getByRole('table')
    expect(
      within(table).getByRole('row', { name: '199,999 $0.0001199994 $0.0001399993' }),
    ).toBeInTheDocument()
    expect(within(table).getByRole('row', { name: '200,000 $0.00024 $0.00014' })).toBeInTheDocument()
  })

  it('compares no unknown price, and keeps the chosen pair in the address', async () => {
    const { user } = renderPage(<CompareView />, {
      at: `/compare?models=dear,flat,grok-unpriced&${work}`,
      rpc,
    })
    await user.selectOptions(
      (await section()).getByRole('combobox', { name: 'Second model' }),
      'grok-unpriced',
    )
    expect(
      (await section()).getByText(
        'A price that would be needed is unknown, so these two cannot be compared.',
      ),
    ).toBeVisible()
    expect(window.location.hash).toContain('a=dear&b=grok-unpriced')
  })

  it('asks for a second model', async () => {
    renderPage(<CompareView />, { at: `/compare?models=dear&${work}`, rpc })
    expect((await section()).getByText(/Choose two models with prices/)).toBeVisible()
  })
})
