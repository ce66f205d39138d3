import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { answers, openView, sendPrompt } from '../support/page-actions.ts'

const CHAT = '/v1/chat/completions'
const AGREE = 'agree to the last digit'
const LONG = 'Write a long essay about rivers, bridges and the people who build them.'

describe('an answer under way', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp
  const launch = (): Promise<RunningApp> =>
    launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })

  beforeAll(async () => {
    server = await startDemoProcess({ pacing: 'believable' })
    running = await launch()
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it('survives the sleep of the computer: kept, said so, and asked again', async () => {
    const answer = await sendPrompt(running.page, LONG)
    const began = await grown(answer)
    await running.app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend')
      powerMonitor.emit('resume')
    })
    await answer.getByText('Interrupted by sleep').waitFor()
    expect(await answer.innerText()).toContain(began)
    await answer.getByRole('button', { name: 'Try again' }).click()
    await expectWhole(answers(running.page).last())
    expect(running.output()).not.toContain('[uncaught]')
    expect(running.output()).not.toContain('[unhandled]')
  })

  it('goes on while the page is loaded again, and is asked for once', async () => {
    const before = await asked(server)
    const answer = await sendPrompt(running.page, LONG)
    await grown(answer)
    await running.page.reload()
    await running.page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor()
    await expectWhole(answers(running.page).last())
    expect(await asked(server)).toBe(before + 1)
  })

  it('goes on when the page’s process crashes, and is there when the page is back by itself', async () => {
    const before = await asked(server)
    const answer = await sendPrompt(running.page, LONG)
    await grown(answer)
    const gone = running.page.waitForEvent('crash')
    await running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    await gone
    // Playwright gives a crashed page up for good, so the window is asked through the main process.
    const shown = () =>
      running.app.evaluate(async ({ BrowserWindow }) => {
        const page = BrowserWindow.getAllWindows()[0]?.webContents
        if (page === undefined || page.isCrashed() || page.isLoading()) return ''
        const text: unknown = await page.executeJavaScript(
          `[...document.querySelectorAll('.message[data-role="assistant"]')].at(-1)?.innerText ?? ''`,
        )
        return String(text)
      })
    await expect.poll(shown, { timeout: 30_000, interval: 200 }).toContain(AGREE)
    expect(await asked(server)).toBe(before + 1)
    await running.close()
    running = await launch()
    await openView(running.page, 'Playground')
    await expectWhole(answers(running.page).last())
  })

  it('is written before the app quits, within two seconds', async () => {
    const answer = await sendPrompt(running.page, LONG)
    const began = await grown(answer)
    const ended = once(running.app.process(), 'exit')
    const pressed = performance.now()
    await running.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
    expect(await ended).toEqual([0, null])
    // Two seconds are the app's; the rest is Chromium's own end, on a machine that may do much else as well.
    expect(performance.now() - pressed).toBeLessThan(20_000)
    running = await launch()
    await openView(running.page, 'Playground')
    const kept = answers(running.page).last()
    await expect.poll(() => kept.innerText()).toContain(began)
    await kept.getByRole('button', { name: 'Try again' }).waitFor()
    // The end of the answer was not waited for.
    expect(await kept.innerText()).not.toContain(AGREE)
  })

  it('ends at once by Stop while the process of the server is frozen', async () => {
    const answer = await sendPrompt(running.page, LONG)
    const began = await grown(answer)
    const thaw = server.freeze()
    await wait(300)
    await running.page.getByRole('button', { name: 'Stop', exact: true }).click()
    await answer
      .getByText(/stopped/i)
      .first()
      .waitFor()
    // All of this while the server can say nothing: Stop waits for nobody.
    expect(await answer.innerText()).toContain(began)
    thaw()
  })

  it('never made the page break its own policy', () => {
    expect(running.complaints).toEqual([])
  })
})

/** Waits until some of the answer is shown; returns its first words. */
async function grown(answer: Locator): Promise<string> {
  const text = answer.locator('.answer-text')
  await expect
    .poll(async () => (await text.innerText()).trim().length, { timeout: 20_000 })
    .toBeGreaterThan(8)
  return (await text.innerText()).trim().slice(0, 8)
}

async function expectWhole(answer: Locator): Promise<void> {
  await expect.poll(() => answer.innerText(), { timeout: 40_000 }).toContain(AGREE)
}

async function asked(server: DemoProcess): Promise<number> {
  return (await server.requests()).filter(({ method, path }) => method === 'POST' && path === CHAT).length
}
