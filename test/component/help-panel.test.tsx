import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { NUMBER_FACTS } from '../../renderer/app/help/number-facts.ts'
import { Shell } from '../../renderer/app/shell.tsx'
import { numbers } from '../../renderer/messages/en/numbers.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'

async function openPanel(rpc: FakeOverrides = {}) {
  const rendered = renderPage(<Shell />, { rpc })
  await screen.findByRole('columnheader', { name: /^Output price/ })
  const button = screen.getByRole('button', { name: 'What is this?' })
  await rendered.user.click(button)
  const panel = await screen.findByRole('complementary', { name: 'What is this?' })
  const entry = (name: string) => {
    const found = within(panel).getByRole('button', { name }).closest('li')
    if (found === null) throw new Error(`no entry ${name}`)
    return found
  }
  return { ...rendered, button, panel, entry }
}

describe('the panel that explains numbers', () => {
  it('lists the numbers of the page in reading order, each with formula, source and age', async () => {
    const { button, panel, entry } = await openPanel()
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(panel).toHaveFocus()
    const names = within(panel)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent)
    const inOrder = ['Context length', 'Input price', 'Cached price', 'Output price', 'Age of the prices']
    expect(names.filter((name) => inOrder.includes(name))).toEqual(inOrder)
    const input = entry('Input price')
    expect(input).toHaveTextContent(numbers['input-price'].formula)
    expect(input).toHaveTextContent('Price list of 127.0.0.1:43110 · read 3 minutes ago')
    expect(await axeViolations(panel)).toEqual([])
  })

  it('marks the entry of what is pointed at, and finds the number of an entry', async () => {
    const { user, panel, entry } = await openPanel()
    const header = screen.getByRole('columnheader', { name: /^Output price/ })
    const cell = within(screen.getByRole('table', { name: 'Language models' })).getAllByRole('row')[1]
    await user.hover(header)
    expect(entry('Output price')).toHaveAttribute('aria-current', 'true')
    expect(header).toHaveAttribute('data-explained')
    expect(cell?.querySelectorAll('td[data-explained]')).toHaveLength(1)
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
    await user.click(within(panel).getByRole('button', { name: 'Input price' }))
    expect(entry('Input price')).toHaveAttribute('aria-current', 'true')
    expect(scrolled.mock.contexts).toContain(screen.getByRole('columnheader', { name: /^Input price/ }))
    expect(header).not.toHaveAttribute('data-explained')
  })

  it('closes with Escape, gives the focus back, and leaves no mark', async () => {
    const { user, button } = await openPanel()
    await user.hover(screen.getByRole('columnheader', { name: /^Output price/ }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary', { name: 'What is this?' })).toBeNull()
    expect(button).toHaveFocus()
    expect(document.querySelector('[data-explained]')).toBeNull()
  })

  it('opens and closes with Shift+F1', async () => {
    const { user } = renderPage(<Shell />)
    await screen.findByRole('columnheader', { name: /^Output price/ })
    await waitFor(async () => {
      await user.keyboard('{Shift>}{F1}{/Shift}')
      expect(screen.queryByRole('complementary', { name: 'What is this?' })).not.toBeNull()
    })
    await user.keyboard('{Shift>}{F1}{/Shift}')
    expect(screen.queryByRole('complementary', { name: 'What is this?' })).toBeNull()
  })

  it('asks to open the page of the documentation that fits', async () => {
    const openLink = vi.fn(() => ({ outcome: 'declined' as const }))
    const { user, entry } = await openPanel({ about: { openLink } })
    const link = within(entry('Cached price')).getByRole('button', { name: /documentation: prompt caching/ })
    await user.click(link)
    expect(openLink.mock.calls[0]).toMatchObject([
      { url: 'https://docs.x.ai/developers/advanced-api-usage/prompt-caching' },
      undefined,
    ])
  })

  it('leads to the word in the glossary, which can be searched', async () => {
    const { user, entry } = await openPanel()
    await user.click(within(entry('Cached price')).getByRole('button', { name: 'Cached input' }))
    const dialog = await screen.findByRole('dialog', { name: 'Glossary' })
    expect(dialog.querySelector('[data-chosen="true"]')).toHaveTextContent(/^Cached input/)
    const field = within(dialog).getByRole('searchbox')
    expect(field).toHaveFocus()
    await user.type(field, 'priority')
    expect(within(dialog).getAllByRole('term')[0]).toHaveTextContent('Priority tier')
    expect(await axeViolations(dialog)).toEqual([])
    await user.clear(field)
    await user.type(field, 'nonsense')
    expect(within(dialog).getByRole('status')).toHaveTextContent('Nothing here is called that.')
  })
})

it('has facts for every kind of number, and no others', () => {
  expect(Object.keys(NUMBER_FACTS).sort()).toEqual(Object.keys(numbers).sort())
})
