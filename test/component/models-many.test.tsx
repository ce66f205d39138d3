import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { axeViolations } from '../support/axe-violations.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModel } from '../support/sample-catalog.ts'

const MANY = 1_000
const nameOf = (at: number) => `grok-many-${String(at).padStart(4, '0')}`
const models = Array.from({ length: MANY }, (_, at) =>
  sampleModel(nameOf(at), { created: 1_700_000_000 - at, aliases: [`many-${at}`] }),
)
const rpc = { catalog: { read: () => sampleCatalog({ models }), refresh: () => sampleCatalog({ models }) } }

/** jsdom lays nothing out: the box that the table scrolls in gets a size. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function table(): Promise<HTMLElement> {
  await screen.findByRole('button', { name: nameOf(0) })
  const found = screen.getByRole('table', { name: 'Language models' })
  await waitFor(() => expect(found.querySelector('.row-gap')).not.toBeNull())
  return found
}

describe('a list of a thousand models', () => {
  it('is one table that says how long it is, with few rows in the page', async () => {
    renderPage(<ModelsView />, { rpc })
    const found = await table()
    expect(found).toHaveAttribute('aria-rowcount', String(MANY + 1))
    const rows = [...found.querySelectorAll('tr[data-model]')]
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(60)
    expect(rows[3]).toHaveAttribute('aria-rowindex', '5')
  })

  it('keeps the place of the rows that are not in the page', async () => {
    renderPage(<ModelsView />, { rpc })
    const found = await table()
    const shown = found.querySelectorAll('tr[data-model]').length
    const gaps = [...found.querySelectorAll<HTMLElement>('tr.row-gap')]
    const height = gaps.reduce((sum, gap) => sum + Number.parseInt(gap.style.height, 10), 0)
    expect(height).toBe((MANY - shown) * 36)
  })

  it('is walked through by keys to its very end and back', async () => {
    const { user } = renderPage(<ModelsView />, { rpc })
    await table()
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{ArrowDown}{End}')
    const last = await screen.findByRole('button', { name: nameOf(MANY - 1) })
    expect(last).toHaveFocus()
    expect(last.closest('tr')).toHaveAttribute('aria-rowindex', String(MANY + 1))
    await user.keyboard('{ArrowUp}')
    await waitFor(async () =>
      expect(await screen.findByRole('button', { name: nameOf(MANY - 2) })).toHaveFocus(),
    )
    await user.keyboard('{Home}')
    expect(screen.getByRole('button', { name: nameOf(0) })).toHaveFocus()
  })

  it('opens a row far down from its address, in the order of the table', async () => {
    renderPage(<ModelsView />, { rpc, at: `/models?model=${nameOf(700)}` })
    const found = await table()
    const row = await within(found).findByRole('row', { name: nameOf(700) })
    expect(row).toHaveAttribute('aria-current', 'true')
    expect(row).toHaveAttribute('aria-rowindex', '702')
    const indexes = [...found.querySelectorAll('tr[data-model]')].map((one) =>
      Number(one.getAttribute('aria-rowindex')),
    )
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b))
  })

  it('is filtered to one', async () => {
    const { user } = renderPage(<ModelsView />, { rpc })
    const found = await table()
    await user.type(screen.getByRole('searchbox'), 'many-0777')
    expect(screen.getByText('1 of 1,000 models')).toBeVisible()
    expect(within(found).getAllByRole('rowheader')).toHaveLength(1)
    expect(found).toHaveAttribute('aria-rowcount', '2')
  })

  it('has nothing wrong for axe', async () => {
    const { container } = renderPage(
      <main>
        <ModelsView />
      </main>,
      { rpc },
    )
    await table()
    expect(await axeViolations(container)).toEqual([])
  })
})
