import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ElectronApplication } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { electronArguments } from '../../scripts/electron-arguments.ts'
import { electronRuntime } from '../../scripts/electron-runtime.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'

describe('habits of a desktop app', () => {
  const userData = freshUserData()
  let running: RunningApp | null = null
  const start = async (folder = userData.folder): Promise<RunningApp> => {
    running = await launchApp({ userData: folder })
    await modelsShown(running.page)
    return running
  }
  afterEach(async () => {
    const complaints = running?.complaints ?? []
    await running?.close()
    running = null
    expect(complaints).toEqual([])
  })

  it('comes back where the window was', async () => {
    const first = await start()
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1111, height: 701 }),
    )
    await expect.poll(() => bounds(first.app)).toMatchObject({ width: 1111, height: 701 })
    const before = await bounds(first.app)
    await closeWindow(first.app)
    const second = await start()
    await expect.poll(() => bounds(second.app)).toEqual(before)
  })

  it('shows a window of at least the smallest size on a screen that exists', async () => {
    const { app } = await start()
    const { width, height } = await bounds(app)
    expect(width).toBeGreaterThanOrEqual(800)
    expect(height).toBeGreaterThanOrEqual(560)
  })

  it('remembers theme and price unit, and paints the window in the theme', async () => {
    const { page, app } = await start()
    await openView(page, 'Settings')
    await page.getByRole('radio', { name: 'Dark', exact: true }).check()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    await openView(page, 'Models')
    await page.getByRole('radio', { name: 'raw' }).check()
    await closeWindow(app)
    const again = await start()
    expect(await again.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await expect.poll(() => again.page.getByRole('radio', { name: 'raw' }).isChecked()).toBe(true)
    const background = await again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
    )
    expect(background).toBe('#16181b')
  })

  it('comes back to filters, sorting, the open row and what was compared', async () => {
    const { page, app } = await start()
    await openView(page, 'Compare')
    await page.getByRole('button', { name: /^Compare grok/ }).click()
    await page.getByRole('slider', { name: 'Cached share' }).press('ArrowRight')
    const share = await page.getByRole('slider', { name: 'Cached share' }).inputValue()
    const hash = () => page.evaluate(() => window.location.hash)
    // At once: the slider's change is not in the address yet.
    await openView(page, 'Models')
    await page.getByRole('searchbox').fill('4.3')
    await page.locator('tr[data-model="grok-4.3"]').click()
    await page.getByRole('button', { name: 'Copy id' }).waitFor()
    const address = await hash()
    const stored = () => readFileSync(join(userData.folder, 'view.json'), 'utf8')
    await expect.poll(stored).toContain('q=4.3')
    await expect.poll(stored).toContain('compare')
    await closeWindow(app)
    const again = await start()
    expect(await again.page.evaluate(() => window.location.hash)).toBe(address)
    await again.page.getByRole('button', { name: 'Copy id' }).waitFor()
    await openView(again.page, 'Compare')
    await expect.poll(() => again.page.getByRole('slider', { name: 'Cached share' }).inputValue()).toBe(share)
    await openView(again.page, 'Models')
    await again.page.keyboard.press('Escape')
    await again.page.getByRole('searchbox').fill('')
  })

  it('lets a second start show the first one and end', async () => {
    const first = await start()
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    const runtime = await electronRuntime()
    const second = spawn(runtime.executable, [projectFolder, ...electronArguments(userData.folder)], {
      stdio: 'ignore',
    })
    const code = await new Promise((resolve) => second.once('exit', resolve))
    expect(code).toBe(0)
    await expect
      .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
      .toBe(false)
    expect(first.app.windows()).toHaveLength(1)
  })

  it('refuses the data of a newer version and leaves it as it is', async () => {
    const newer = join(userData.folder, 'newer')
    mkdirSync(newer)
    const file = join(newer, 'tokenbook.sqlite')
    copyFileSync(join(userData.folder, 'tokenbook.sqlite'), file)
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 9999')
    database.close()
    const before = readFileSync(file)
    const runtime = await electronRuntime()
    const refused = spawn(runtime.executable, [projectFolder, ...electronArguments(newer)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ended = once(refused, 'exit')
    const words = await untilSaid(refused.stderr, 'newer Tokenbook')
    refused.kill('SIGKILL')
    await ended
    expect(words).toContain('format 9999')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})

async function bounds(
  app: ElectronApplication,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  if (!found) throw new Error('there is no window')
  return found
}

/** As a person closes it, so that everything that is saved on closing is. */
async function closeWindow(app: ElectronApplication): Promise<void> {
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
}

function untilSaid(stream: NodeJS.ReadableStream, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const late = setTimeout(() => reject(new Error(`not said within 90 s: ${heard}`)), 90_000)
    stream.on('data', (data: Buffer) => {
      heard += data.toString()
      if (!heard.includes(words)) return
      clearTimeout(late)
      resolve(heard)
    })
  })
}
