import type { ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { type NotificationService, startNotificationService } from '../support/notification-service.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'

const AGREE = 'agree to the last digit'
const BUDGET = 'Tokenbook: a budget is reached'
const COMPLETE = 'Tokenbook: an answer is complete'
/** Shorter answers are not told of (ms). */
const LONG_MS = 10_000

/** From Electron over a real bus to a real service that shows them, and back by a click. */
describe.runIf(process.platform === 'linux')('notifications', () => {
  const userData = freshUserData()
  let service: NotificationService
  let server: DemoProcess
  let running: RunningApp
  const told = (wanted: string) => service.shown().filter(({ title }) => title === wanted)

  beforeAll(async () => {
    service = await startNotificationService()
    server = await startDemoProcess({ pacing: 'none' })
    running = await launchApp({
      userData: userData.folder,
      env: { ...service.env, XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
      args: ['--js-flags=--expose-gc'],
    })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    await server?.stop()
    service?.stop()
    userData.remove()
  })

  it('tell once that a budget is reached, without a word of what was asked, and a click shows the window', async () => {
    const { app, page } = running
    await openView(page, 'Usage')
    await page.getByRole('tab', { name: 'Budgets', exact: true }).click()
    await page.getByRole('button', { name: 'Add budget' }).click()
    await page.getByLabel('Limit in USD').fill('0.0001')
    await page.getByLabel('Stop requests at the limit').uncheck()
    await page.getByRole('button', { name: 'Save budget' }).click()
    await page.getByRole('row', { name: /^Each month/ }).waitFor()
    const answer = await sendPrompt(page, 'Tell of lighthouses.')
    await answer.getByText(AGREE).waitFor({ timeout: 60_000 })
    await expect.poll(() => told(BUDGET), { timeout: 20_000 }).toHaveLength(1)
    const [budget] = told(BUDGET)
    expect(budget?.body).toMatch(/^≈?\$0\.00\d+ of \$0\.0001 for .* is spent\.$/)
    expect(budget?.program).toBe('Tokenbook')
    expect(JSON.stringify(budget)).not.toContain('lighthouse')
    await hideFor(app)
    service.click()
    await expect.poll(() => isVisible(app)).toBe(true)
    const again = await sendPrompt(page, 'And once more.')
    await again.getByText(AGREE).waitFor({ timeout: 60_000 })
    expect(told(BUDGET)).toHaveLength(1)
  })

  it('tell that a long answer is complete while another window is in front, and a click shows ours', async () => {
    const { app, page } = running
    // The request waits for a server that stands still: however quick the computer, the answer takes long enough.
    const thaw = server.freeze()
    await sendPrompt(page, 'Tell of rivers.')
    await hideFor(app)
    await new Promise((resolve) => setTimeout(resolve, LONG_MS))
    thaw()
    await expect.poll(() => told(COMPLETE), { timeout: 60_000 }).toHaveLength(1)
    expect(told(COMPLETE)[0]?.body).toBe('It took a while, and the window was not in front.')
    service.click()
    await expect.poll(() => isVisible(app)).toBe(true)
  })
})

/** Puts the window away. What was held by nothing but chance is gone by then. */
async function hideFor(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.hide()
    const collect: unknown = Reflect.get(globalThis, 'gc')
    if (typeof collect !== 'function') throw new Error('the garbage cannot be collected')
    collect()
  })
  await expect.poll(() => isVisible(app)).toBe(false)
}

function isVisible(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
}
