import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'

/** A whole menu bar, as a person sees it. */
type Shown = { id: string; label: string; accelerator: string; enabled: boolean; checked: boolean }

describe('the menu bar', () => {
  const userData = freshUserData()
  let running: RunningApp

  const launch = async (): Promise<void> => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
    await expect
      .poll(async () => (await menuItems(running.app)).length, { timeout: 20_000 })
      .toBeGreaterThan(40)
  }
  const item = async (id: string) => (await menuItems(running.app)).find((one) => one.id === id)

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  it('is whole soon after the first view, with the keys of the list of keys', async () => {
    await expect
      .poll(async () => (await menuItems(running.app)).length, { timeout: 20_000 })
      .toBeGreaterThan(40)
    expect(await item('new-conversation')).toMatchObject({ accelerator: 'CommandOrControl+N', enabled: true })
    expect(await item('view-usage')).toMatchObject({ label: 'Usage', accelerator: 'CommandOrControl+5' })
    const { page } = running
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.waitFor()
    for (const { accelerator, id } of await menuItems(running.app)) {
      if (accelerator === '' || /^(view|zoom)-/.test(id)) continue
      const keys = accelerator.replace('CommandOrControl', 'Ctrl').replaceAll('+', '')
      await expect.poll(() => sheet.innerText().then((text) => text.replaceAll('\n', ''))).toContain(keys)
    }
    await page.keyboard.press('Escape')
  })

  it('goes to views, changes the theme, and opens what was used last', async () => {
    const { app, page } = running
    await choose(app, 'view-compare')
    await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor()
    await choose(app, 'theme-dark')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await expect.poll(async () => (await item('theme-dark'))?.checked).toBe(true)
    const answer = await sendPrompt(page, 'Name three & four rivers.')
    await answer.getByText('Served model').waitFor({ timeout: 30_000 })
    await openView(page, 'Models')
    await expect
      .poll(async () => (await item('recent-conversations-0'))?.label, { timeout: 20_000 })
      .toContain('three && four')
    await choose(app, 'recent-conversations-0')
    await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor()
    await page.getByText('Name three & four rivers.').first().waitFor()
  })

  it('starts a new conversation, and asks before it opens the documentation', async () => {
    const { app, page } = running
    const before = await page.evaluate(() => window.location.hash)
    await choose(app, 'new-conversation')
    await expect.poll(() => page.evaluate(() => window.location.hash)).not.toBe(before)
    await app.evaluate(({ dialog, shell }) => {
      Reflect.set(dialog, 'showMessageBox', async (_window: unknown, question: { detail: string }) => {
        Reflect.set(globalThis, 'askedFor', question.detail)
        return { response: 0 }
      })
      Reflect.set(shell, 'openExternal', async () => Reflect.set(globalThis, 'askedFor', 'opened unasked'))
    })
    await choose(app, 'docs')
    await expect
      .poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'askedFor'))))
      .toBe('https://docs.x.ai/')
  })

  it('searches the view, shows the diagnostics, and is the same as the palette', async () => {
    const { app, page } = running
    await choose(app, 'view-models')
    await modelsShown(page)
    await choose(app, 'find')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    await choose(app, 'diagnostics')
    await page.getByRole('textbox', { name: 'Text of the diagnostics' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').getByRole('combobox').fill('comfortable')
    await page.getByRole('option', { name: /comfortable/i, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await item('rows-comfortable'))?.checked).toBe(true)
  })

  it('makes everything larger and smaller from 50 to 200 %, also with the wheel, and remembers it', async () => {
    const { app, page } = running
    const factor = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0)
    await choose(app, 'zoom-in')
    await expect.poll(factor).toBeCloseTo(1.1, 2)
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('Control+=')
    await expect.poll(factor).toBeCloseTo(2, 2)
    await expect.poll(async () => (await item('zoom-in'))?.enabled).toBe(false)
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeCloseTo(2, 2)
    await expect.poll(() => hasSidewaysScroll(page)).toBe(false)
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('Control+-')
    await expect.poll(factor).toBeCloseTo(0.5, 2)
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.emit('zoom-changed', {}, 'in'),
    )
    await expect.poll(factor).toBeCloseTo(0.67, 2)
    await choose(app, 'zoom-reset')
    await expect.poll(factor).toBeCloseTo(1, 2)
    await choose(app, 'zoom-in')
    await expect.poll(factor).toBeCloseTo(1.1, 2)
    await page.reload()
    await expect.poll(factor).toBeCloseTo(1.1, 2)
    await running.close()
    await launch()
    await expect
      .poll(() =>
        running.app.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0,
        ),
      )
      .toBeCloseTo(1.1, 2)
  })
})

/** Presses a menu item once it can be, as a person does: the menu hears of the view a moment after it is there. */
async function choose(app: ElectronApplication, id: string): Promise<void> {
  const press = () =>
    app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
      if (!item?.enabled) return `there is no ${wanted} to press`
      item.click()
      return 'pressed'
    }, id)
  await expect.poll(press).toBe('pressed')
}

function menuItems(app: ElectronApplication): Promise<Shown[]> {
  return app.evaluate(({ Menu }) => {
    const found: Shown[] = []
    const visit = (menu: Electron.Menu | null | undefined): void => {
      for (const { id, label, accelerator, enabled, checked, submenu } of menu?.items ?? []) {
        found.push({ id, label, accelerator: String(accelerator ?? ''), enabled, checked })
        visit(submenu)
      }
    }
    visit(Menu.getApplicationMenu())
    return found
  })
}

async function hasSidewaysScroll(page: Page): Promise<boolean> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
}
