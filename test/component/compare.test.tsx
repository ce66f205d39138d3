import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { navigate } from '../../renderer/app/hash-location.ts'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { parseUsd } from '../../shared/money/ticks.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { renderPage } from '../support/render-page.tsx'

const two = '/compare?models=grok-4.20,grok-3-mini'

const costTable = () => screen.findByRole('table', { name: 'Workload cost' })

/** The texts of a row's cells, the model's own first. */
function cells(table: HTMLElement, name: string): string[] {
  const row = within(table).getByRole('row', { name: new RegExp(`^${name}`) })
  return [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')
}

describe('the costs of a workload', () => {
  it('are exact, and the cheapest is named in words', async () => {
    renderPage(<CompareView />, { at: two })
    const table = await costTable()
    // 720 × 12500 + 1080 × 2000 + 500 × 25000 ticks, and 720 × 3000 + 1080 × 750 + 500 × 5000.
    expect(cells(table, 'grok-4.20')).toStrictEqual([
      'grok-4.20',
      '$0.002366',
      '$4.732',
      '$141.96',
      '$1,727.18',
      '4.33×',
    ])
    expect(cells(table, 'grok-3-mini')).toStrictEqual([
      'grok-3-mini Cheapest',
      '$0.000547',
      '$1.094',
      '$32.82',
      '$399.31',
      '1×',
    ])
    expect(screen.getByText('In US dollars, exact. A month is 30 days, a year 365 days.')).toBeVisible()
  })

  it('never call a model cheapest whose price is unknown', async () => {
    renderPage(<CompareView />, { at: `${two},grok-unpriced` })
    const table = await costTable()
    expect(cells(table, 'grok-unpriced')).toStrictEqual(['grok-unpriced', '–', '–', '–', '–', '–'])
    expect(within(table).getAllByText('Cheapest')).toHaveLength(1)
  })

  it('follow the sliders and the fields at once, and the address after them', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    const table = await costTable()
    fireEvent.change(screen.getByRole('slider', { name: 'Cached share' }), { target: { value: '0' } })
    fireEvent.change(screen.getByRole('slider', { name: 'Answer length' }), { target: { value: '850' } })
    // 1800 × 3000 + (850 + 150) × 5000 ticks.
    expect(cells(table, 'grok-3-mini')[1]).toBe('$0.00104')
    const requests = screen.getByRole('textbox', { name: 'Requests per day' })
    await user.clear(requests)
    await user.type(requests, '10,000')
    expect(cells(table, 'grok-3-mini')[2]).toBe('$10.40')
    await waitFor(() => expect(window.location.hash).toContain('requests=10000'))
    expect(window.location.hash).toContain('cached=0&answer=850')
  })

  it('say what is wrong with a number and keep the last right one', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    const table = await costTable()
    const prompt = screen.getByRole('textbox', { name: 'Prompt tokens' })
    await user.clear(prompt)
    await user.type(prompt, '99999999')
    expect(prompt).toBeInvalid()
    expect(screen.getByRole('alert')).toHaveTextContent('A whole number from 0 to 10,000,000.')
    await user.tab()
    expect(prompt).toBeValid()
    expect(cells(table, 'grok-3-mini')[1]).not.toBe('–')
  })

  it('agree to the tick with the exported file', async () => {
    const files: { kind: string; content: string }[] = []
    const { user } = renderPage(<CompareView />, {
      at: `${two}&prompt=123457&cached=3333&answer=77`,
      rpc: {
        exports: {
          save: (file) => {
            files.push(file)
            return { outcome: 'saved', fileName: 'tokenbook-comparison.csv' }
          },
        },
      },
    })
    const table = await costTable()
    await user.click(screen.getByRole('button', { name: 'Export CSV' }))
    expect(await screen.findByText('Saved tokenbook-comparison.csv')).toBeVisible()
    const lines = (files[0]?.content ?? '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const at = (name: string) => lines[0]?.indexOf(name) ?? -1
    for (const name of ['grok-4.20', 'grok-3-mini']) {
      const written = lines.filter((line) => line[0] === name).map((line) => line[at('total_ticks')])
      const shown = cells(table, name)
        .slice(1, 5)
        .map((text) => String(parseUsd(text)))
      expect(written).toStrictEqual(shown)
    }
  })

  it('take their presets and show images only where there are some', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    await costTable()
    expect(screen.queryByRole('textbox', { name: 'Image width in pixels' })).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Preset' }), 'Vision')
    expect(screen.getByRole('textbox', { name: 'Image width in pixels' })).toHaveValue('1,280')
    // 1280 × 720: 40 × 23 patches and two more.
    expect(screen.getByText('922 tokens each')).toBeVisible()
    await user.clear(screen.getByRole('textbox', { name: 'Answer tokens' }))
    await user.type(screen.getByRole('textbox', { name: 'Answer tokens' }), '5')
    expect(screen.getByRole('combobox', { name: 'Preset' })).toHaveDisplayValue('Own numbers')
  })
})

describe('the bars of the costs', () => {
  const numberOf = (element: Element, name: string) => Number(element.getAttribute(name))

  /** Colours of the first bar from its foot on, and of the key; where the bar ends and where its total begins, in px. */
  function drawn(chart: HTMLElement) {
    const all = [...chart.querySelectorAll('path.recharts-rectangle')]
    const first = all
      .filter((part) => numberOf(part, 'y') === Math.min(...all.map((other) => numberOf(other, 'y'))))
      .toSorted((a, b) => numberOf(a, 'x') - numberOf(b, 'x'))
    const total = chart.querySelector('.recharts-label-list text')
    return {
      stack: first.map((part) => part.getAttribute('fill')),
      key: [...chart.querySelectorAll('g > rect[rx="2"]')].map((mark) => mark.getAttribute('fill')),
      end: Math.max(...first.map((part) => numberOf(part, 'x') + numberOf(part, 'width'))),
      totalAt: total === null ? null : numberOf(total, 'x'),
    }
  }

  it('keep their order, their colours and the total behind them when a class joins', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    const chart = await screen.findByRole('figure', { name: 'Cost per month by token class' })
    await waitFor(() => expect(drawn(chart).stack).toHaveLength(4))
    const before = drawn(chart)
    await user.type(screen.getByRole('textbox', { name: 'Images per request' }), '3')
    await waitFor(() => expect(drawn(chart).stack).toHaveLength(5))
    const after = drawn(chart)
    expect(after.stack).toStrictEqual(after.key)
    expect(after.key.filter((color) => before.key.includes(color))).toStrictEqual(before.key)
    expect(after.totalAt).toBeGreaterThanOrEqual(after.end)
  })
})

describe('a change just before the view is left', () => {
  const change = (value: string) =>
    fireEvent.change(screen.getByRole('slider', { name: 'Cached share' }), { target: { value } })

  it('is there when one comes back', async () => {
    renderPage(<CompareView />, { at: two })
    await costTable()
    change('15')
    expect(window.location.hash).not.toContain('15')
    act(() => navigate('/models'))
    act(() => navigate('/compare'))
    expect(window.location.hash).toContain('cached=15')
  })
})

describe('prices and classes', () => {
  it('stand side by side with long-context tiers in lines of their own', async () => {
    renderPage(<CompareView />, { at: two })
    const prices = await screen.findByRole('table', { name: 'Price comparison' })
    expect(cells(prices, 'grok-4.20 from')).toStrictEqual([
      'grok-4.20 from 200,000',
      '$2.50',
      '$0.40',
      '$2.50',
      '$5.00',
    ])
    expect(cells(prices, 'grok-3-mini')).toStrictEqual(['grok-3-mini', '$0.30', '$0.075', '$0.30', '$0.50'])
  })

  it('add up to the total of the chosen period', async () => {
    const { user } = renderPage(<CompareView />, { at: two })
    const table = await screen.findByRole('table', { name: 'Cost by token class' })
    await user.click(screen.getByRole('radio', { name: 'Year' }))
    const [, total = '', ...parts] = cells(table, 'grok-4.20')
    expect(total).toBe('$1,727.18')
    expect(parts.reduce((sum, part) => sum + (parseUsd(part) ?? 0n), 0n)).toBe(parseUsd(total))
    expect(window.location.hash).toContain('period=year')
  })

  it('mark the long-context price when the prompt reaches it', async () => {
    renderPage(<CompareView />, { at: `${two}&prompt=200000&cached=0&answer=0&reasoning=0t` })
    const [name, request] = cells(await costTable(), 'grok-4.20')
    expect(name).toContain('long-context price')
    expect(request).toBe('$0.50')
  })
})

describe('Compare in every state', () => {
  it.each([two, '/compare', `${two},grok-unpriced,nonsense,grok-2-image&images=1x64x64`])(
    'has nothing that axe objects to at %s',
    async (at) => {
      const { container, user } = renderPage(<CompareView />, { at })
      await screen.findByText('Your workload')
      for (const button of screen.queryAllByRole('button', { name: 'Data table' })) await user.click(button)
      expect(await axeViolations(container)).toStrictEqual([])
    },
  )
})
