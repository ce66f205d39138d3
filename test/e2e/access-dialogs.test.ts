import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { chooseTheme, openView } from '../../scripts/scenes.ts'
import { demoWindow } from '../support/demo-window.ts'
import { findingsOfAxe, tabThrough, unreached } from '../support/page-access.ts'

type Over = {
  name: string
  view: string
  open: (page: Page) => Promise<unknown>
  /** What is open. A modal one keeps Tab inside. */
  opened: string
  modal: boolean
}

/** What lies over the views or beside them: each in every theme by axe with real colours, and by keyboard alone. */
describe('access to help and dialogs in the real window', () => {
  const opened = demoWindow()

  beforeAll(async () => {
    const { page } = opened()
    await openView(page, 'Settings')
    await page.getByRole('button', { name: 'Back up', exact: true }).click()
    await page.getByText('Backed up, and the copy was checked.').waitFor({ timeout: 60_000 })
  })

  describe.each(['light', 'dark', 'high-contrast'] as const)('%s', (theme) => {
    beforeAll(async () => chooseTheme(opened().page, theme))

    it.each(OVER)('$name: nothing for axe, all reached by Tab, focus seen and given back', async (over) => {
      const { page } = opened()
      await openView(page, over.view)
      await over.open(page)
      const shown = page.locator(over.opened)
      try {
        await shown.waitFor()
        await settled(page)
        await expect.poll(() => page.evaluate(focusedWithin, over.opened)).toBe(true)
        expect(await findingsOfAxe(page)).toEqual([])
        const places = await tabThrough(page)
        const inside = await shown.locator('[data-tab-number]').count()
        expect(inside).toBeGreaterThan(0)
        if (over.modal) expect(inside).toBe(places.length)
        expect(places.filter(({ marked }) => !marked).map(({ name }) => name)).toEqual([])
        expect(places.filter(({ inSight }) => !inSight).map(({ name }) => name)).toEqual([])
        if (!over.modal) expect(await unreached(page)).toEqual([])
      } finally {
        await page.keyboard.press('Escape')
        await shown.waitFor({ state: 'detached' })
      }
      await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
    })
  })

  it('the licences have nothing that axe objects to, and open by keyboard', async () => {
    const { page } = opened()
    await openView(page, 'Settings')
    await page.getByRole('button', { name: 'Show licences' }).press('Enter')
    await page.getByRole('searchbox', { name: /Search names/ }).fill('react')
    const first = page.locator('.licence-list summary').first()
    await first.press('Enter')
    await page.getByRole('textbox', { name: /^Licence of/ }).waitFor()
    expect(await findingsOfAxe(page)).toEqual([])
    await page.getByRole('button', { name: 'Hide licences' }).press('Enter')
  })
})

const press =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name, exact: true }).first().press('Enter')
  }
const command =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('main').focus()
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
    await page.keyboard.type(name)
    await page.getByRole('option', { name, exact: false }).first().waitFor()
    await page.keyboard.press('Enter')
  }

const OVER: Over[] = [
  {
    name: 'What is this?',
    view: 'Models',
    open: press('What is this?'),
    opened: 'aside.numbers-panel',
    modal: false,
  },
  {
    name: 'the glossary',
    view: 'Settings',
    open: command('Glossary'),
    opened: 'dialog[aria-label="Glossary"]',
    modal: true,
  },
  {
    name: 'the tour',
    view: 'Settings',
    open: command('Start the tour'),
    opened: 'section.tour',
    modal: false,
  },
  {
    name: 'the command palette',
    view: 'Models',
    open: async (page) => {
      await page.locator('main').focus()
      await page.keyboard.press('Control+K')
    },
    opened: 'dialog[aria-label="Command palette"]',
    modal: true,
  },
  {
    name: 'the keyboard shortcuts',
    view: 'Models',
    open: async (page) => {
      await page.locator('main').focus()
      await page.keyboard.press('?')
    },
    opened: 'dialog[aria-label="Keyboard shortcuts"]',
    modal: true,
  },
  {
    name: 'the diagnostics',
    view: 'Settings',
    open: press('Copy diagnostics'),
    opened: 'dialog[open]',
    modal: true,
  },
  {
    name: 'the question before restoring',
    view: 'Settings',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Restore / })
        .first()
        .press('Enter')
    },
    opened: 'dialog[aria-label^="Restore the backup of"]',
    modal: true,
  },
  {
    name: 'the question before deleting all',
    view: 'Settings',
    open: press('Delete all data'),
    opened: 'dialog[aria-label="Delete everything?"]',
    modal: true,
  },
]

/** Lazily loaded parts are there and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
}

function focusedWithin(selector: string): boolean {
  const focused = document.activeElement
  return focused !== null && focused.closest(selector) !== null
}
