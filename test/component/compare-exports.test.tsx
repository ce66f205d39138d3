import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModel } from '../support/sample-catalog.ts'

const two = '/compare?models=grok-4.20,grok-3-mini'

describe('taking a comparison away', () => {
  it('copies it as Markdown with the exact costs and where the prices are from', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    await user.click(await screen.findByRole('button', { name: 'Copy as Markdown' }))
    const text = await navigator.clipboard.readText()
    expect(text).toContain(
      '| grok-3-mini (Cheapest) | $0.30 | $0.075 | $0.50 | $0.000547 | $1.094 | $32.82 | $399.31 |',
    )
    expect(text).toContain('Workload: 2,000 requests a day, 1,800 prompt tokens (1,080 cached, 0 of images)')
    expect(text).toContain('Prices of 127.0.0.1:43110, read ')
  })

  it('copies a link that brings exactly this state back', async () => {
    const { user, unmount } = renderPage(<CompareView />, { at: `${two}&period=year&by=answer&prompt=4321` })
    await user.click(await screen.findByRole('button', { name: 'Copy link' }))
    const before = screen.getByRole('table', { name: 'Cost by token class' }).textContent
    const link = await navigator.clipboard.readText()
    unmount()
    renderPage(<CompareView />, { at: link.replace(/^.*#/, '') })
    expect((await screen.findByRole('table', { name: 'Cost by token class' })).textContent).toBe(before)
    expect(link).toContain('requests=2000')
  })

  it('says why a file could not be written', async () => {
    const { user } = renderPage(<CompareView />, {
      at: two,
      rpc: {
        exports: {
          save: () => {
            throw failed(failureOf('disk-full'))
          },
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }))
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent(/disk/i))
  })
})

describe('reference columns', () => {
  const references = `${two}&references=openai/gpt-5.4-mini`

  it('are marked, compared to the tick, and never the cheapest', async () => {
    renderPage(<CompareView />, { at: references })
    const table = await screen.findByRole('table', { name: 'Workload cost' })
    const row = await within(table).findByRole('row', { name: /^openai\/gpt-5.4-mini reference/ })
    // 720 × 7500 + 1080 × 750 + 500 × 45000 ticks.
    expect(within(row).getAllByRole('cell')[0]).toHaveTextContent('$0.002871')
    expect(
      screen.getByText(/Public list prices from @pydantic\/genai-prices 0.1.8, data of 2026-09-23/),
    ).toBeVisible()
  })

  it('take only what the package knows exactly', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    await user.click(await screen.findByRole('button', { name: 'Add reference columns' }))
    const field = await screen.findByRole('combobox', { name: 'Add reference model' })
    await user.type(field, 'openai/gpt-5.4-minimal{Enter}')
    expect(screen.getByText(/does not know exactly this model/)).toBeVisible()
    await user.clear(field)
    await user.type(field, 'deepseek/deepseek-v4-pro{Enter}')
    await waitFor(() => expect(window.location.hash).toContain('references=deepseek%2Fdeepseek-v4-pro'))
    expect(screen.getByText(/depends on the time of day/)).toBeVisible()
  })

  it('show where the package disagrees with the live list, which counts', async () => {
    const grok = sampleModel('grok-4.6', {
      prices: {
        promptText: 30_000n,
        cachedPromptText: 5_000n,
        completionText: 60_000n,
        longContextThreshold: 0,
      },
    })
    const catalog = sampleCatalog({ models: [grok] })
    renderPage(<CompareView />, {
      at: '/compare?models=grok-4.6&references=openai/gpt-5.4-mini',
      rpc: { catalog: { read: () => catalog, refresh: () => catalog } },
    })
    const difference = await screen.findByText(/grok-4.6, input: live \$3.00, package \$2.00/)
    expect(difference).toBeVisible()
    expect(screen.getAllByRole('listitem').filter((item) => item.textContent?.includes('live'))).toHaveLength(
      1,
    )
  })
})
