import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EstimateSample } from '../../shared/estimate/estimate-sample.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { countOf, sampleCount } from '../support/sample-count.ts'
import { chips, enter, openTokenizer, pressCount } from '../support/tokenizer-page.tsx'

const sample = (parts: Partial<EstimateSample>): EstimateSample => ({
  ...{ source: 'count', kind: 'prose', raw: 100, estimated: 100, actual: 110, at: 1_780_000_000_000 },
  ...parts,
})

describe('comparing', () => {
  it('shows two texts with their counts and the difference', async () => {
    const page = await openTokenizer()
    enter('one two three')
    await page.user.click(screen.getByRole('radio', { name: 'Two texts' }))
    enter('one', 'Text 2')
    await pressCount(page)
    expect(await screen.findByText('The second takes 2 tokens fewer (-66.7%).')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Text 1' })).toHaveValue('one two three')
  })

  it('knows an empty text exactly: only the other may be an estimate', async () => {
    const page = await openTokenizer()
    enter('one two three')
    await page.user.click(screen.getByRole('radio', { name: 'Two texts' }))
    expect(screen.getByText('At least one of the two is an estimate.')).toBeVisible()
    await pressCount(page)
    expect(await screen.findByText('The second takes 3 tokens fewer (-100%).')).toBeVisible()
    expect(screen.queryByText('At least one of the two is an estimate.')).toBeNull()
  })

  it('counts one text on two different models, one after the other', async () => {
    let inFlight = 0
    let most = 0
    const page = await openTokenizer(async ({ model, text }) => {
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inFlight -= 1
      // The second model's tokenizer cuts after every letter.
      const letters = Array.from(text, (letter) => ({ id: 1, bytes: letter }))
      return model === 'grok-3-mini' ? countOf(model, text, letters) : sampleCount(model, text)
    })
    enter('one two')
    await page.user.click(screen.getByRole('radio', { name: 'Two models' }))
    await pressCount(page)
    expect(await screen.findByText('The second takes 5 tokens more (+250%).')).toBeVisible()
    await waitFor(() => expect(screen.getAllByRole('listbox')).toHaveLength(2))
    expect(page.asked.map(({ model }) => model)).toEqual(['grok-4.20-0309-reasoning', 'grok-3-mini'])
    expect(most).toBe(1)
  })
})

describe('costs and estimates', () => {
  it('gives the cost on every model, exact where counted and marked where not', async () => {
    const page = await openTokenizer(undefined, {
      estimates: {
        read: () => ({
          host: 'api.x.ai',
          demo: false,
          models: [
            { model: 'grok-3-mini', samples: [100, 200, 300].map((raw) => sample({ raw, actual: raw * 2 })) },
          ],
        }),
      },
    })
    enter('one two three')
    await pressCount(page)
    await chips()
    const table = screen.getByRole('table', { name: /Cost of this text/ })
    const row = within(table).getByRole('row', { name: /^grok-4.20-0309-reasoning/ })
    expect(row).toHaveTextContent('$0.00000375')
    expect(row).toHaveTextContent('exact')
    expect(within(table).getByRole('row', { name: /^grok-3-mini/ })).toHaveTextContent(
      /≈ 6.*last 3 counts within ±0%/,
    )
    const times = screen.getByRole('textbox', { name: 'Repeated' })
    await page.user.clear(times)
    await page.user.type(times, '1000')
    expect(row).toHaveTextContent('$0.00375')
    await page.user.clear(times)
    expect(times).toHaveAttribute('aria-invalid', 'true')
  })

  it('adds the overhead that bills told, with its error', async () => {
    const page = await openTokenizer(undefined, {
      estimates: {
        read: () => ({
          host: 'api.x.ai',
          demo: false,
          models: [
            {
              model: 'grok-4.20-0309-reasoning',
              samples: [
                sample({ raw: 100, actual: 100 }),
                ...[10, 20, 30].map((raw) => sample({ source: 'request', raw, actual: raw + 185 })),
              ],
            },
          ],
        }),
      },
    })
    enter('one two three')
    await pressCount(page)
    expect(await screen.findByText(/text 3 \+ overhead about 185, last 3 requests within ±0%/)).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: 'How good are estimates' }))
    expect(await screen.findByRole('img', { name: /Estimated against billed/ })).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: 'Data table' }))
    expect(screen.getAllByRole('row', { name: /Billed prompt/ })).toHaveLength(3)
    expect(await axeViolations(page.container)).toEqual([])
  })
})
