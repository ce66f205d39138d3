import type { ElectronApplication } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoWindow } from '../support/demo-window.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'

/** What is handed to the system, up to the last call: this computer may have no service that shows it. */
describe('notifications', () => {
  const opened = demoWindow()

  it('tell once that a budget is reached, without a word of what was asked, and bring the window back', async () => {
    const { app, page } = opened()
    await recordNotifications(app)
    await openView(page, 'Usage')
    await page.getByRole('tab', { name: 'Budgets', exact: true }).click()
    await page.getByRole('button', { name: 'Add budget' }).click()
    await page.getByLabel('Limit in USD').fill('0.0001')
    await page.getByLabel('Stop requests at the limit').uncheck()
    await page.getByRole('button', { name: 'Save budget' }).click()
    await page.getByRole('row', { name: /^Each month/ }).waitFor()
    const answer = await sendPrompt(page, 'Tell of lighthouses.')
    await answer.getByText('agree to the last digit').waitFor({ timeout: 60_000 })
    await expect.poll(() => shown(app), { timeout: 20_000 }).toHaveLength(1)
    const [told] = await shown(app)
    expect(told).toMatch(/^Tokenbook: a budget is reached \| ≈?\$0\.00\d+ of \$0\.0001 for .* is spent\.$/)
    expect(told).not.toContain('lighthouse')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await app.evaluate(() => Reflect.get(globalThis, 'lastNotification').emit('click'))
    const visible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
    await expect.poll(visible).toBe(true)
    const again = await sendPrompt(page, 'And once more.')
    await again.getByText('agree to the last digit').waitFor({ timeout: 60_000 })
    expect(await shown(app)).toHaveLength(1)
  })
})

/** Takes the place of the system's service: keeps what it would show. */
async function recordNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const texts: string[] = []
    Reflect.set(globalThis, 'shownNotifications', texts)
    Reflect.set(Notification, 'isSupported', () => true)
    Reflect.set(Notification.prototype, 'show', function show(this: Electron.Notification) {
      texts.push(`${this.title} | ${this.body}`)
      Reflect.set(globalThis, 'lastNotification', this)
    })
  })
}

function shown(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => [...Reflect.get(globalThis, 'shownNotifications')])
}
