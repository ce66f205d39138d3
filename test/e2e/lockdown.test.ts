import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { codeAttempts, exitAttempts, networkAttempts } from '../support/page-attempts.ts'

/** What a script in the page could try (security A1, A4). Each is done for real inside a real window. */
describe('the page is locked in', (): void => {
  const userData = freshUserData()
  /** A server that must never hear from the page. */
  const outside = { hits: 0, origin: '' }
  const server = createServer((_request, response) => {
    outside.hits += 1
    response.end('outside')
  })
  let running: RunningApp

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    outside.origin = `http://127.0.0.1:${port}`
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    expect(outside.hits).toBe(0)
    await running?.close()
    server.close()
    userData.remove()
  })

  it('loads without one complaint, from the first byte to the first row', async () => {
    await running.page.reload()
    await modelsShown(running.page)
    expect(running.complaints).toEqual([])
  })

  it('has no Node, no Electron and no preload object', async () => {
    const found = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => name in window,
      ),
    )
    expect(found).toEqual([])
  })

  it('runs sandboxed and isolated, with web security on', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents: object | undefined = BrowserWindow.getAllWindows()[0]?.webContents
      // Not in the public types: what the window was really given.
      const read: unknown = contents === undefined ? null : Reflect.get(contents, 'getLastWebPreferences')
      return typeof read === 'function' ? (read.call(contents) as Record<string, unknown>) : {}
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      nodeIntegrationInSubFrames: false,
    })
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
  })

  it('is served with the policy of the decision record and a new nonce each time', async () => {
    const { page } = running
    const nonce = () => page.locator('meta[name="csp-nonce"]').getAttribute('content')
    const first = await nonce()
    await page.reload()
    await modelsShown(page)
    expect(await nonce()).not.toBe(first)
    const response = await page.reload()
    await modelsShown(page)
    const policy = response?.headers()['content-security-policy'] ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'self';",
      "connect-src 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part)
    }
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
  })

  it.each(networkAttempts)('has no network by %s', async (_way, attempt) => {
    const result = await running.page.evaluate(`(${String(attempt)})(${JSON.stringify(outside.origin)})`)
    expect(result).toBe('refused')
    expect(outside.hits).toBe(0)
  })

  it.each(codeAttempts)('runs no code by %s', async (_way, attempt) => {
    // From a timer, because code that the debugger itself runs may evaluate strings whatever the policy says.
    await running.page.evaluate(`delete window.owned; setTimeout(${String(attempt)}, 0)`)
    await running.page.waitForTimeout(150)
    expect(await running.page.evaluate(() => 'owned' in window)).toBe(false)
  })

  it.each(exitAttempts)('goes nowhere and opens nothing by %s', async (_way, attempt) => {
    await running.page.evaluate(`(${String(attempt)})(${JSON.stringify(`${outside.origin}/away`)})`)
    await running.page.waitForTimeout(300)
    expect(running.page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it.each(['file:///etc/passwd', 'app://evil/index.html', 'data:text/html,hello'])(
    'does not navigate to %s',
    async (to) => {
      await running.page.evaluate((address) => {
        location.href = address
      }, to)
      await running.page.waitForTimeout(200)
      expect(running.page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
    },
  )

  it('is refused every permission but copying', async () => {
    const answers = await running.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      geolocation: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      ),
      camera:
        (await navigator.mediaDevices?.getUserMedia({ video: true }).then(
          () => 'granted',
          () => 'denied',
        )) ?? 'denied',
      read: await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'denied',
      ),
    }))
    expect(answers).toEqual({
      notification: 'denied',
      geolocation: 'denied',
      camera: 'denied',
      read: 'denied',
    })
  })

  it('ignores a port that comes from a frame inside the page', async () => {
    const before = await running.app.evaluate(({ ipcMain }) => ipcMain.listenerCount('tokenbook:port'))
    expect(before).toBe(1)
    const answered = await running.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe')
          document.body.append(frame)
          frame.contentWindow?.addEventListener(
            'message',
            ({ ports }) => ports.length > 0 && resolve('got a port'),
          )
          frame.contentWindow?.postMessage({ kind: 'tokenbook:port-wanted' }, '*')
          setTimeout(() => resolve('nothing'), 500)
        }),
    )
    expect(answered).toBe('nothing')
  })
})
