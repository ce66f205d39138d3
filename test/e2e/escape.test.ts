import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { demoWindow } from '../support/demo-window.ts'
import { openView } from '../support/page-actions.ts'

const opened = demoWindow()

const TOUR = 'section.tour'
const NUMBERS = 'aside.numbers-panel'
const MODEL = 'aside.model-panel'
const SIDE = 'aside.side-panel'
const POPOVER = '.popover-panel'
const DIALOG = 'dialog[open]'
const LIST = '[role="listbox"]:visible'

/** Opens one thing after the other; then each press closes one, the last first. */
it.each([
  { name: 'the tour under What is this?', view: 'Models', order: [TOUR, NUMBERS] },
  { name: 'What is this? under the tour', view: 'Models', order: [NUMBERS, TOUR] },
  { name: 'a panel, What is this? and the palette', view: 'Models', order: [MODEL, NUMBERS, DIALOG] },
  { name: 'a menu over a panel', view: 'Models', order: [MODEL, POPOVER] },
  { name: 'a panel and the tour', view: 'Models', order: [MODEL, TOUR] },
  { name: 'a dialog over the costs', view: 'Playground', order: [SIDE, DIALOG] },
  { name: 'a list of models beside What is this?', view: 'Compare', order: [NUMBERS, LIST] },
  { name: 'a menu over the costs', view: 'Playground', order: [SIDE, POPOVER] },
])('a press of Escape closes one thing, the one on top: $name', async ({ view, order }) => {
  const { page } = opened()
  await openView(page, view)
  for (const what of order) {
    await open(page, view, what)
    await page.locator(what).first().waitFor()
  }
  for (let left = order.length; left > 0; left -= 1) {
    await page.keyboard.press('Escape')
    await page
      .locator(order[left - 1] ?? '')
      .first()
      .waitFor({ state: 'hidden' })
    for (const under of order.slice(0, left - 1))
      expect(await page.locator(under).first().isVisible(), under).toBe(true)
  }
})

async function open(page: Page, view: string, what: string): Promise<void> {
  switch (what) {
    case TOUR:
      await page.keyboard.press('Control+K')
      return await page.getByRole('option').filter({ hasText: 'Start the tour' }).first().click()
    case NUMBERS:
      return await page.keyboard.press('Shift+F1')
    case DIALOG:
      return await page.keyboard.press('Control+K')
    case MODEL:
      return await page.locator('.model-table tbody button').first().click()
    case SIDE:
      return await page.getByRole('button', { name: 'Costs', exact: true }).click()
    case LIST:
      return await page.getByPlaceholder('Any id or alias').click()
    default: {
      const menu = view === 'Models' ? 'Columns' : 'Copy as'
      return await page.getByRole('button', { name: menu, exact: true }).click()
    }
  }
}
