import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { type FaultServer, reply, startFaultServer } from '../support/fault-server.ts'

/** The points of Electron's security checklist that lockdown.test.ts does not prove; docs/security.md has the table. */
describe('Electron’s checklist', () => {
  const userData = freshUserData()
  let outside: FaultServer
  let running: RunningApp
  const requested: string[] = []

  beforeAll(async () => {
    outside = await startFaultServer((response) => reply(response, 200, 'outside'))
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    expect(outside.seen).toEqual([])
    await running?.close()
    await outside.close()
    userData.remove()
  })

  it('shows nothing that does not come from app://', async () => {
    const { page, app } = running
    page.on('request', (request) => requested.push(request.url()))
    await app.evaluate(({ session }) => {
      const refused: string[] = []
      Reflect.set(globalThis, 'refusedRequests', refused)
      session.defaultSession.webRequest.onErrorOccurred(({ url }) => void refused.push(url))
    })
    await page.reload()
    await modelsShown(page)
    for (const view of ['Compare', 'Tokenizer', 'Playground', 'Usage', 'API key', 'Settings', 'Models']) {
      await page.getByRole('navigation').getByRole('link', { name: view, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: view, exact: true }).waitFor()
    }
    expect(requested.length).toBeGreaterThan(5)
    expect(requested.filter((url) => !url.startsWith('app://bundle/'))).toEqual([])
    const refused: string[] = await app.evaluate(() => Reflect.get(globalThis, 'refusedRequests'))
    expect(refused.filter((url) => !url.startsWith('app://bundle/'))).toEqual([])
  })

  it('keeps the preload script out of reach of what the page overwrites', async () => {
    const { page } = running
    const outcome = await page.evaluate(async () => {
      const used: string[] = []
      const spy = (owner: object, name: string): void => {
        const original: unknown = Reflect.get(owner, name)
        if (typeof original !== 'function') return
        const spied = (...given: unknown[]): unknown => {
          used.push(name)
          return Reflect.construct(original, given)
        }
        Reflect.set(owner, name, spied)
      }
      for (const name of ['MessageChannel', 'MessagePort']) spy(window, name)
      const push = Array.prototype.push
      Array.prototype.push = () => {
        throw new Error('overwritten')
      }
      Reflect.set(Object.prototype, 'kind', 'polluted')
      const got = await new Promise<boolean>((resolve) => {
        window.addEventListener('message', ({ ports }) => ports[0] && resolve(true), { once: false })
        window.postMessage({ kind: 'tokenbook:port-wanted' }, location.origin)
        setTimeout(() => resolve(false), 60_000)
      })
      Array.prototype.push = push
      Reflect.deleteProperty(Object.prototype, 'kind')
      return { got, used }
    })
    expect(outcome).toEqual({ got: true, used: [] })
    await page.reload()
    await modelsShown(page)
  })

  it('refuses a port unless the top frame of our own page sent it', async () => {
    const closed = await running.app.evaluate(async ({ BrowserWindow, ipcMain, MessageChannelMain }) => {
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const own = 'app://bundle/index.html'
      const senders = {
        'frame that is gone': { sender, senderFrame: null },
        'frame inside the page': { sender, senderFrame: { url: own, parent: {} } },
        'foreign page': { sender, senderFrame: { url: 'https://bundle/index.html', parent: null } },
        'page that only begins like ours': {
          sender,
          senderFrame: { url: 'app://bundle.evil/', parent: null },
        },
        'other window': { sender: { id: -1 }, senderFrame: { url: own, parent: null } },
      }
      const results: Record<string, string> = {}
      for (const [name, event] of Object.entries(senders)) {
        const { port1, port2 } = new MessageChannelMain()
        const ended = new Promise<string>((resolve) => {
          port1.once('close', () => resolve('closed'))
          port1.once('message', () => resolve('answered'))
          setTimeout(() => resolve('silent'), 20_000)
        })
        port1.start()
        ipcMain.emit('tokenbook:port', { ...event, ports: [port2] })
        port1.postMessage(JSON.stringify({ i: '1', p: { u: '/connection/status', b: {} } }))
        results[name] = await ended
      }
      return results
    })
    expect(Object.values(closed)).toEqual(Array(5).fill('closed'))
  })

  it('lets no webview in', async () => {
    const { page, app } = running
    await page.evaluate((origin) => {
      const view = document.createElement('webview')
      view.setAttribute('src', `${origin}/webview`)
      view.setAttribute('nodeintegration', '')
      view.setAttribute('allowpopups', '')
      document.body.append(view)
    }, outside.origin)
    await page.waitForTimeout(500)
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
    await page.evaluate(() => document.querySelector('webview')?.remove())
  })

  it('opens nothing by a middle click', async () => {
    const { page, app } = running
    await page.evaluate((to) => {
      const link = document.createElement('a')
      Object.assign(link, { id: 'bait', href: to, textContent: 'bait' })
      Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '99999' })
      document.body.append(link)
    }, `${outside.origin}/middle`)
    const bait = page.locator('#bait')
    await bait.click({ button: 'middle' })
    await bait.click({ modifiers: ['Control'] })
    await bait.click({ modifiers: ['Shift'] })
    await page.waitForTimeout(400)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
    await page.evaluate(() => document.querySelector('#bait')?.remove())
  })

  it('serves no file from outside the build', async () => {
    const statuses = await running.app.evaluate(async ({ net }) => {
      const paths = [
        '../../etc/passwd',
        '%2e%2e/main/main.cjs',
        '..%5cmain%5cmain.cjs',
        '/etc/passwd',
        'index.html%00',
      ]
      const asked = await Promise.all(
        paths.map((path) =>
          net.fetch(`app://bundle/${path}`).then(
            ({ status }) => status,
            () => 404,
          ),
        ),
      )
      const page = await net.fetch('app://bundle/index.html')
      return [...asked, page.status]
    })
    expect(statuses).toEqual([404, 404, 404, 404, 404, 200])
  })

  // Electron itself adds allow-file-access-from-files until the fuse grantFileProtocolExtraPrivileges is off.
  it('adds no switch that weakens Chromium', async () => {
    const switches = await running.app.evaluate(({ app }) => {
      const weakening = [
        'disable-web-security',
        'allow-running-insecure-content',
        'ignore-certificate-errors',
        'disable-site-isolation-trials',
        'enable-blink-features',
        'host-rules',
        'proxy-server',
      ]
      return {
        found: weakening.filter((name) => app.commandLine.hasSwitch(name)),
        v8: app.commandLine.getSwitchValue('js-flags'),
      }
    })
    expect(switches).toEqual({ found: [], v8: '--min-semi-space-size=16' })
  })

  it('answers no address of another program', async () => {
    const registered = await running.app.evaluate(({ app }) =>
      ['tokenbook', 'app', 'xai', 'http', 'https'].filter((scheme) => app.isDefaultProtocolClient(scheme)),
    )
    expect(registered).toEqual([])
  })
})
