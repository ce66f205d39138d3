import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VIEWS } from '../../scripts/scenes.ts'
import {
  connectionShown,
  freshUserData,
  launchApp,
  modelsShown,
  type RunningApp,
} from '../support/electron-app.ts'
import { type LeakyServer, startLeakyServer } from '../support/leaky-server.ts'
import { openView, sendPrompt, statusText } from '../support/page-actions.ts'
import { filesHolding, spellingsIn } from '../support/secret-search.ts'
import { heapOf, processTraces, recordedTraffic, recordTraffic } from '../support/secret-traces.ts'
import { type SessionKeyring, startSessionKeyring } from '../support/session-keyring.ts'

/** Buttons that copy, save or ask the server; every view is searched for them. */
const TELLING = /^(Copy|Export|Save image|Refresh|Count tokens|Inspect|Check|Show)/

/**
 * A key nobody else has, a real keyring, and a server that echoes the key wherever it can. Everything is used, then
 * everything is searched for the key (security A5.5, reliability B6 48). One story, told in order.
 */
describe('the key is nowhere but in the keyring, the main process and the request', () => {
  const canary = `xai-CANARY${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}Zq`
  const userData = freshUserData()
  const exportFolder = join(userData.folder, 'exported')
  const outputs: string[] = []
  const copied: string[] = []
  const traffic: { toPage: string[]; fromPage: string[] } = { toPage: [], fromPage: [] }
  let server: LeakyServer
  let keyring: SessionKeyring
  let running: RunningApp

  const launch = async (): Promise<void> => {
    running = await launchApp({
      userData: userData.folder,
      env: { ...keyring.env, XAI_BASE_URL: server.origin },
      args: ['--password-store=gnome-libsecret'],
    })
    running.page.on('console', (message) => outputs.push(message.text()))
    await recordTraffic(running.app)
    await running.app.evaluate(({ dialog }, folder) => {
      let files = 0
      Reflect.set(dialog, 'showSaveDialog', async () => {
        files += 1
        return { canceled: false, filePath: `${folder}/${process.pid}-${files}` }
      })
    }, exportFolder)
    // A page that is still on its way cannot be loaded again.
    await connectionShown(running.page)
    await running.page.reload()
    await connectionShown(running.page)
  }
  const telling = async (): Promise<string[]> => {
    const shown = running.page.locator('button:visible:enabled')
    const names = await shown.evaluateAll((all) => all.map((one) => (one.textContent ?? '').trim()))
    return [...new Set(names.filter((name) => TELLING.test(name)))]
  }
  const press = async (name: string): Promise<void> => {
    const { page, app } = running
    await page.getByRole('button', { name, exact: true }).first().click()
    // It is read at its first use, and would open after the Escape that closes it.
    if (name === 'Copy diagnostics') await page.getByRole('button', { name: 'Copy to clipboard' }).waitFor()
    await page.waitForTimeout(100)
    copied.push(await app.evaluate(({ clipboard }) => clipboard.readText()))
  }
  /** Presses a button, and each one that it brings forth: exports stand in a box that opens. */
  const pressAll = async (name: string): Promise<void> => {
    const before = await telling()
    if (!before.includes(name)) return
    await press(name)
    const dialogs = running.page.locator('dialog[open]')
    const own = await dialogs.count()
    const inside = (await telling()).filter((other) => !before.includes(other))
    for (const other of inside) {
      if (!(await telling()).includes(other)) await press(name)
      await press(other)
      // One that only came meanwhile may open a dialog, which would cover the next.
      if ((await dialogs.count()) > own) await running.page.keyboard.press('Escape')
    }
    await running.page.keyboard.press('Escape')
    await dialogs.waitFor({ state: 'detached' })
  }
  /** What a view offers once its parts are there: they come one after the other. */
  const allTelling = async (): Promise<string[]> => {
    let before: string[] = []
    const isSettled = async (): Promise<boolean> => {
      const now = await telling()
      const loading = await running.page.locator('main :is([aria-busy="true"], .skeleton)').count()
      const same = now.length > 0 && now.join() === before.join()
      before = now
      return same && loading === 0
    }
    await expect.poll(isSettled, { interval: 500 }).toBe(true)
    return before
  }
  const quit = async (): Promise<void> => {
    const { toPage, fromPage } = await recordedTraffic(running.app)
    traffic.toPage.push(...toPage)
    traffic.fromPage.push(...fromPage)
    await running.close()
    outputs.push(running.output())
  }

  beforeAll(async () => {
    mkdirSync(exportFolder)
    server = await startLeakyServer(canary)
    keyring = await startSessionKeyring()
    await launch()
  })
  afterAll(async () => {
    await running?.close()
    await server.close()
    keyring.stop()
    userData.remove()
  })

  it('is found in the heap while it is being typed, so the search can find it', async () => {
    const { page } = running
    await openView(page, 'API key')
    await page.locator('input[type="password"]').focus()
    // Not through `fill`, which would leave the key among the debugger's own objects.
    await page.keyboard.insertText(canary)
    await page.getByRole('button', { name: 'Save key' }).isEnabled()
    expect(spellingsIn(await heapOf(page), canary)).toContain('plain')
  })

  it('is not in the heap any more once it is saved', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'Save key' }).click()
    await page.getByRole('button', { name: 'Forget key' }).waitFor()
    await expect.poll(() => statusText(page)).toContain(`…${canary.slice(-4)}`)
    await expect.poll(() => statusText(page)).toContain('keyring')
    await openView(page, 'Models')
    await modelsShown(page)
    expect(spellingsIn(await heapOf(page), canary)).toEqual([])
  })

  it('serves prompts, counts and errors that echo it', async () => {
    const { page } = running
    const answer = await sendPrompt(page, 'Say hello.')
    await answer.getByText('Served model').waitFor({ timeout: 30_000 })
    server.leak(true)
    const refused = await sendPrompt(page, 'Say hello again.')
    await refused.getByText('[removed]').first().waitFor({ timeout: 30_000 })
    await openView(page, 'Tokenizer')
    await page.getByRole('textbox').first().fill('A text to count.')
    await page.getByRole('button', { name: 'Count tokens' }).first().click()
    await page.getByText('[removed]').first().waitFor({ timeout: 20_000 })
    server.leak(false)
    await page.getByRole('button', { name: 'Count tokens' }).first().click()
  })

  it('is in nothing that any view copies, exports or asks for', async () => {
    for (const view of VIEWS) {
      await openView(running.page, view)
      for (const name of await allTelling()) await pressAll(name)
    }
    expect(new Set(copied).size).toBeGreaterThan(1)
    expect(readdirSync(exportFolder).length).toBeGreaterThan(4)
    for (const text of copied) expect(spellingsIn(text, canary)).toEqual([])
  })

  it('is not in the report for who helps, with the end of the log in it', async () => {
    const { page, app } = running
    await openView(page, 'Settings')
    await page.getByRole('button', { name: 'Copy diagnostics' }).click()
    await page.getByRole('button', { name: 'Copy to clipboard' }).click()
    const report = () => app.evaluate(({ clipboard }) => clipboard.readText())
    await expect.poll(report).toContain('"event":"answer"')
    expect(spellingsIn(await report(), canary)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('is in no command line and no environment of any of our processes', () => {
    const traces = processTraces(running.app.process().pid ?? 0)
    expect(traces.size).toBeGreaterThan(2)
    for (const text of traces.values()) expect(spellingsIn(text, canary)).toEqual([])
  })

  it('survives a restart without passing through the page', async () => {
    await quit()
    await launch()
    await expect.poll(() => statusText(running.page)).toContain(`…${canary.slice(-4)}`)
    for (const view of VIEWS) await openView(running.page, view)
    expect(spellingsIn(await heapOf(running.page), canary)).toEqual([])
    await quit()
  })

  it('crossed the port once: from the page, when it was saved', () => {
    expect(traffic.toPage.length).toBeGreaterThan(20)
    for (const message of traffic.toPage)
      expect(spellingsIn(message, canary), message.slice(0, 300)).toEqual([])
    const holding = traffic.fromPage.filter((message) => spellingsIn(message, canary).length > 0)
    expect(holding.map((message) => /"u\\?":\\?"([^"\\]+)/.exec(message)?.[1])).toEqual([
      '/connection/saveKey',
    ])
  })

  it('is in no file: database, backups, settings, caches, crash reports, exports', () => {
    // What the page may show of it is there, so the search reads what the app writes.
    expect(filesHolding(userData.folder, canary.slice(-4)).length).toBeGreaterThan(0)
    expect(readFileSync(join(userData.folder, 'logs', 'tokenbook.log'), 'utf8')).toContain(
      '"event":"request"',
    )
    expect(filesHolding(userData.folder, canary)).toEqual([])
  })

  it('is in no line of output and nothing on the console', () => {
    for (const text of outputs) expect(spellingsIn(text, canary)).toEqual([])
  })

  it('reached the server in the Authorization header, and in no other part of any request', () => {
    expect(server.seen.length).toBeGreaterThan(5)
    for (const { url, body, headers } of server.seen) {
      const { authorization, ...others } = headers
      expect(authorization).toBe(`Bearer ${canary}`)
      expect(spellingsIn(JSON.stringify([url, body, others]), canary)).toEqual([])
    }
  })

  it('is readable in the exports as what it is: nothing', () => {
    for (const name of readdirSync(exportFolder)) {
      expect(spellingsIn(readFileSync(join(exportFolder, name)), canary), name).toEqual([])
    }
  })
})
