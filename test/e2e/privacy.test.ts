import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { type FaultServer, startTcpServer } from '../support/fault-server.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'

const VIEWS = ['Models', 'Compare', 'Tokenizer', 'API key', 'Settings', 'Usage']
const DICTIONARIES = 'redirector.gvt1.com'

/** What Chromium writes down of a request or of a look for a host. */
const NetLog = z.object({
  events: z.array(
    z.object({ params: z.object({ url: z.string(), host: z.string() }).partial().catch({}).optional() }),
  ),
})

/** Chromium keeps a book of its own of all it does on the network; every host but this computer leads to the test. */
describe('what the app asks of the network', () => {
  const userData = freshUserData()
  const book = join(userData.folder, 'net-log.json')
  const reached: Buffer[] = []
  let everyHost: Omit<FaultServer, 'seen' | 'hangUp'>
  let running: RunningApp | null = null

  const start = async (): Promise<RunningApp> => {
    const { host } = new URL(everyHost.origin)
    const rules = `--host-resolver-rules=MAP * ${host}, EXCLUDE 127.0.0.1, EXCLUDE localhost`
    running = await launchApp({ userData: userData.folder, args: [rules, `--log-net-log=${book}`] })
    await connectionShown(running.page)
    return running
  }
  /** Ends the app, which completes the book. */
  const askedHosts = async (): Promise<string[]> => {
    await running?.close()
    running = null
    await expect.poll(() => existsSync(book) && readFileSync(book, 'utf8').trim().endsWith('}')).toBe(true)
    const { events } = NetLog.parse(JSON.parse(readFileSync(book, 'utf8')))
    const named = events.flatMap(({ params }) => [params?.url ?? '', params?.host ?? ''])
    const hosts = new Set(named.filter((name) => name !== '').map(hostOf))
    // That of the built-in demo: the book is one of this app.
    expect(hosts).toContain('127.0.0.1')
    return [...hosts].filter((host) => host !== '127.0.0.1').sort()
  }

  beforeAll(async () => {
    everyHost = await startTcpServer((socket) => {
      socket.once('data', (data) => {
        reached.push(data)
        socket.destroy()
      })
    })
  })
  afterEach(async () => {
    await running?.close()
  })
  afterAll(async () => {
    await everyHost.close()
    userData.remove()
  })

  it('is nothing of any host, from the first start through every view, while nobody turned anything on', async () => {
    const { page } = await start()
    for (const view of VIEWS) await openView(page, view)
    const answer = await sendPrompt(page, 'This sentense has misspeled words.')
    await answer.getByText('agree to the last digit').waitFor({ timeout: 60_000 })
    expect(await askedHosts()).toEqual([])
    expect(reached).toEqual([])
  })

  it('is one dictionary of the host that the settings name, once spell check is turned on', async () => {
    const { page } = await start()
    await openView(page, 'Settings')
    await page.getByText(DICTIONARIES).waitFor()
    await page.getByRole('checkbox', { name: 'Check spelling in text fields' }).check()
    await openView(page, 'Playground')
    await page.getByLabel('Message').pressSequentially('A sentense. ')
    await expect.poll(() => reached.length, { timeout: 60_000 }).toBeGreaterThan(0)
    // The first words of TLS say in clear text which host is meant.
    for (const hello of reached) expect(hello.toString('latin1')).toContain(DICTIONARIES)
    await openView(page, 'Settings')
    await page.getByRole('checkbox', { name: 'Check spelling in text fields' }).uncheck()
    expect(await askedHosts()).toEqual([DICTIONARIES])
  })

  it('is nothing again after it was turned off', async () => {
    reached.length = 0
    const { page } = await start()
    await openView(page, 'Playground')
    await page.getByLabel('Message').pressSequentially('Another sentense. ')
    expect(await askedHosts()).toEqual([])
    expect(reached).toEqual([])
  })
})

function hostOf(name: string): string {
  return /^(?:[a-z]+:\/\/)?([^/:]*)/i.exec(name)?.[1] ?? name
}
