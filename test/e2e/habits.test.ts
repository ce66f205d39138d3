import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'

describe('habits of the desktop', () => {
  const userData = freshUserData()
  const configured = join(userData.folder, 'config')
  const autostart = join(configured, 'autostart', 'tokenbook.desktop')
  let running: RunningApp

  const habit = (name: string) => running.page.getByRole('checkbox', { name })

  beforeAll(async () => {
    mkdirSync(configured)
    running = await launchApp({
      userData: userData.folder,
      env: { XDG_CONFIG_HOME: configured },
      // Spell check is turned on here: its dictionary must not be asked for outside of this computer.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
    })
    await modelsShown(running.page)
    await running.app.evaluate(({ session }) => {
      session.defaultSession.on('spellcheck-dictionary-download-begin', () =>
        Reflect.set(globalThis, 'fetchedDictionary', true),
      )
    })
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  it('fetch no dictionary and check no spelling until that is chosen', async () => {
    const { page, app } = running
    await openView(page, 'Playground')
    await page.getByLabel('Message').fill('This sentense has misspeled words.')
    expect(await spelling(app)).toEqual({ on: false, languages: [] })
    await openView(page, 'Settings')
    expect(await app.evaluate(() => Reflect.get(globalThis, 'fetchedDictionary') === true)).toBe(false)
    await habit('Check spelling in text fields').check()
    await expect.poll(async () => (await spelling(app)).on).toBe(true)
    await expect.poll(async () => (await spelling(app)).languages).toHaveLength(1)
    await habit('Check spelling in text fields').uncheck()
    await expect.poll(() => spelling(app)).toEqual({ on: false, languages: [] })
  })

  it('start the app at login by a file of the desktop, and take it away again', async () => {
    await habit('Open at login').check()
    await expect
      .poll(() => existsSync(autostart) && readFileSync(autostart, 'utf8'))
      .toMatch(/^Exec="\/.*"$/m)
    await habit('Open at login').uncheck()
    await expect.poll(() => existsSync(autostart)).toBe(false)
  })

  it('offer a menu of their own in fields', async () => {
    const { page, app } = running
    await app.evaluate(({ Menu }) => {
      Reflect.set(Menu.prototype, 'popup', function popup(this: Electron.Menu) {
        Reflect.set(
          globalThis,
          'offered',
          this.items.map(({ label }) => label),
        )
      })
    })
    await openView(page, 'Playground')
    await page.getByLabel('Message').click({ button: 'right' })
    await expect
      .poll(() => app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'offered') ?? [])), {
        timeout: 15_000,
      })
      .toContain('Paste')
  })

  it('show all licences with their texts', async () => {
    const { page } = running
    await openView(page, 'Settings')
    await page.getByRole('button', { name: 'Show licences' }).click()
    await page.getByRole('searchbox', { name: /Search names/ }).fill('react-dom')
    await page.getByText(/^react-dom$/).click()
    const text = page.getByRole('textbox', { name: 'Licence of react-dom' })
    await expect.poll(() => text.inputValue()).toContain('MIT License')
  })

  it('hide the window in the tray while there is an icon there, and close it when there is none', async () => {
    const { page, app } = running
    const visible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
    await app.evaluate(({ Tray }) => {
      const setMenu = Tray.prototype.setContextMenu
      Reflect.set(Tray.prototype, 'setContextMenu', function set(this: Electron.Tray, menu: Electron.Menu) {
        Reflect.set(globalThis, 'trayIsThere', true)
        Reflect.apply(setMenu, this, [menu])
      })
    })
    await habit('Keep an icon in the tray').check()
    // The icon comes a moment after the preference; a window closed before that would be gone.
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'trayIsThere') === true)).toBe(true)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(visible).toBe(false)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show())
    await expect.poll(visible).toBe(true)
    await openView(page, 'Settings')
    await habit('Keep an icon in the tray').uncheck()
    await expect.poll(async () => (await storedHabits(userData.folder)).tray).toBe(false)
    const closed = new Promise<void>((resolve) => app.once('close', () => resolve()))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await closed
  })
})

function spelling(app: ElectronApplication): Promise<{ on: boolean; languages: string[] }> {
  return app.evaluate(({ session }) => ({
    on: session.defaultSession.isSpellCheckerEnabled(),
    languages: session.defaultSession.isSpellCheckerEnabled()
      ? session.defaultSession.getSpellCheckerLanguages()
      : [],
  }))
}

async function storedHabits(folder: string): Promise<{ tray?: boolean }> {
  const view: unknown = JSON.parse(readFileSync(join(folder, 'view.json'), 'utf8'))
  return Object(Reflect.get(Object(view), 'preferences'))
}
