import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillViews, openView, VIEWS } from '../../scripts/scenes.ts'
import { demoWindow } from '../support/demo-window.ts'
import { layoutFaults } from '../support/layout-faults.ts'

const WINDOW = { width: 1024, height: 700 }

/** Words of twice the size in a small window, and of half the size: every view stays whole and usable. */
describe('zoom', () => {
  const opened = demoWindow()
  const zoomTo = async (percent: number): Promise<void> => {
    const { page } = opened()
    await openView(page, 'Settings')
    await page.getByLabel('Size of everything').selectOption(String(percent))
    await page.waitForFunction((width) => Math.abs(innerWidth - width) < 2, (WINDOW.width * 100) / percent)
  }

  beforeAll(async () => {
    const { app, page } = opened()
    await fillViews(page)
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, WINDOW)
  })
  afterAll(() => zoomTo(100))

  describe.each([50, 100, 150, 175, 200].map((percent) => ({ percent })))('of $percent %', ({ percent }) => {
    beforeAll(() => zoomTo(percent))

    it.each(VIEWS)('%s is whole: nothing cut, nothing wider or higher than its place', async (view) => {
      const { page } = opened()
      await openView(page, view)
      await expect.poll(() => layoutFaults(page), { timeout: 20_000 }).toEqual([])
      await expect.poll(() => page.evaluate(tooHigh)).toEqual([])
      const heading = page.getByRole('heading', { level: 1, name: view, exact: true })
      const below = async () =>
        ((await heading.boundingBox())?.y ?? Infinity) - (await page.evaluate(() => innerHeight))
      await expect.poll(below).toBeLessThan(0)
    })
  })

  describe('of 200 %, used', () => {
    beforeAll(() => zoomTo(200))

    it('leaves of the navigation its icons, which keep their names and tell them as tooltips', async () => {
      const { page } = opened()
      const navigation = page.getByRole('navigation', { name: 'Views' })
      await expect.poll(async () => (await navigation.boundingBox())?.width).toBeLessThanOrEqual(51)
      for (const [at, view] of VIEWS.entries()) {
        const link = navigation.getByRole('link', { name: view, exact: true })
        await expect.poll(() => link.getAttribute('title')).toBe(`${view} (Ctrl+${at + 1})`)
        await expect.poll(() => isInWindow(page, `nav li:nth-child(${at + 1}) a`)).toBe(true)
      }
    })

    it.each([
      { name: 'Command palette', view: 'Models', open: (page: Page) => page.keyboard.press('Control+K') },
      { name: 'Keyboard shortcuts', view: 'Models', open: (page: Page) => page.keyboard.press('?') },
    ])('$name fits into the window', async ({ name, view, open }) => {
      const { page } = opened()
      await openView(page, view)
      await page.locator('main').focus()
      await open(page)
      await page.getByRole('dialog', { name }).waitFor()
      await expect.poll(() => isInWindow(page, 'dialog[open]')).toBe(true)
      await expect.poll(() => layoutFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name }).waitFor({ state: 'detached' })
    })

    it('a panel takes the place of what it belongs to, and gives it back', async () => {
      const { page } = opened()
      await openView(page, 'Models')
      await page.getByRole('button', { name: 'grok-4.3', exact: true }).click()
      const panel = page.getByRole('complementary', { name: 'grok-4.3' })
      await panel.getByRole('button', { name: 'Copy id' }).waitFor()
      await expect.poll(async () => (await panel.boundingBox())?.width).toBeGreaterThan(360)
      const close = panel.getByRole('button', { name: 'Close details' })
      await expect.poll(() => close.evaluate(isFocused)).toBe(true)
      await page.keyboard.press('Escape')
      const row = page.getByRole('button', { name: 'grok-4.3', exact: true })
      await row.waitFor()
      await expect.poll(() => row.evaluate(isFocused)).toBe(true)
    })
  })
})

/** Parts with a scroll bar of their own that are higher than the room for them: to see all one would scroll twice. */
function tooHigh(): string[] {
  const room = document.querySelector('.centre')?.clientHeight ?? 0
  const all = [...document.querySelectorAll<HTMLElement>('main *, body, html')]
  return all
    .filter((element) => element.checkVisibility() && element.scrollHeight > element.clientHeight + 1)
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
    .filter((element) => element.clientHeight > room || element.contains(document.querySelector('main')))
    .map((element) => `${element.tagName}.${element.className}: ${element.clientHeight} in ${room}`)
}

function isInWindow(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((which) => {
    const box = document.querySelector(which)?.getBoundingClientRect()
    if (box === undefined) return false
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1
  }, selector)
}

function isFocused(element: Element): boolean {
  return element === document.activeElement
}
