import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'

const PROMPT = 'Zwischenzeitlich marker 4711'

describe('the log of a real run', () => {
  const userData = freshUserData()
  let running: RunningApp

  const logText = (): string => readFileSync(join(userData.folder, 'logs', 'tokenbook.log'), 'utf8')
  const events = (): string[] =>
    logText()
      .split('\n')
      .filter(Boolean)
      .map((line) => String(Reflect.get(Object(JSON.parse(line)), 'event')))

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    expect(events().at(-1)).toBe('quit')
    userData.remove()
  })

  it('tells of the start, the storage and the requests, and never what was asked or answered', async () => {
    const answer = await sendPrompt(running.page, PROMPT)
    await answer.getByText('Served model').waitFor({ timeout: 30_000 })
    const words = (await answer.innerText()).split('\n').find((line) => line.length > 40) ?? 'no words'
    await expect.poll(events).toContain('answer')
    expect(events()).toEqual(expect.arrayContaining(['start', 'storage', 'request']))
    expect(logText()).toMatch(/"versions":\{"Tokenbook":"\d/)
    expect(logText()).toMatch(/"requestId":"[\w-]{8,}/)
    expect(logText()).not.toContain('4711')
    expect(logText()).not.toContain(words.slice(0, 30))
  })

  it('shows the diagnostics before they are copied, and opens its folder', async () => {
    const { page, app } = running
    await app.evaluate(({ shell }) => {
      Reflect.set(shell, 'openPath', async (path: string) => {
        Reflect.set(globalThis, 'openedPath', path)
        return ''
      })
    })
    await openView(page, 'Settings')
    await page.getByRole('button', { name: 'Copy diagnostics' }).click()
    const text = page.getByRole('textbox', { name: 'Text of the diagnostics' })
    await expect.poll(() => text.inputValue()).toContain('SQLite:')
    const shown = await text.inputValue()
    expect(shown).toContain('"event":"start"')
    expect(shown).not.toContain('4711')
    await page.getByRole('button', { name: 'Copy to clipboard' }).click()
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('button', { name: 'Open log folder' }).click()
    await expect
      .poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'openedPath'))))
      .toBe(join(userData.folder, 'logs'))
  })

  it('tells of a page whose process is gone', async () => {
    const { app, page } = running
    const loaded = page.waitForEvent('load', { timeout: 20_000 }).catch(() => undefined)
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    await expect.poll(events, { timeout: 20_000 }).toContain('process-gone')
    await loaded
  })
})
