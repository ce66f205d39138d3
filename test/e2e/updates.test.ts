import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'

type Answer = { status: number; headers?: Record<string, string>; body: string | object }

describe('the check for updates in the real window', () => {
  const userData = freshUserData()
  const seen: IncomingMessage[] = []
  let answer: Answer = { status: 200, body: '' }
  let server: Server
  let host = ''
  let running: RunningApp

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request)
      response.writeHead(answer.status, answer.headers)
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    host = `127.0.0.1:${port}`
    running = await launchApp({
      userData: userData.folder,
      env: { TOKENBOOK_RELEASES: `http://${host}/releases/latest` },
    })
    await modelsShown(running.page)
    await openView(running.page, 'Settings')
  })
  afterAll(async () => {
    await running?.close()
    server.close()
    server.closeAllConnections()
    userData.remove()
  })

  const section = () => running.page.getByRole('region', { name: 'Updates', exact: true })
  const release = (tag: string, parts: object = {}) => ({
    status: 200,
    body: { tag_name: tag, html_url: `https://${host}/releases/${tag}`, ...parts },
  })
  const check = async (given: Answer) => {
    answer = given
    await section().getByRole('button', { name: 'Check for updates' }).click()
  }

  it('asks nobody by itself, and says beforehand what it would send', async () => {
    await section().getByText(`GET request to http://${host}/releases/latest`).waitFor()
    await section().getByText('Not checked yet.').waitFor()
    const daily = section().getByRole('checkbox', { name: 'Check once a day' })
    expect(await daily.isChecked()).toBe(false)
    expect(seen).toHaveLength(0)
  })

  it('sends what it said and nothing else, and finds no newer version', async () => {
    await check(release('v0.0.1'))
    await section()
      .getByText(/is the latest/)
      .waitFor()
    // The one of this press, and none that came by itself.
    expect(seen).toHaveLength(1)
    const { method, url, headers = {} } = seen[0] ?? {}
    expect({ method, url, agent: headers['user-agent'] }).toEqual({
      ...{ method: 'GET', url: '/releases/latest' },
      agent: expect.stringMatching(/^Tokenbook\/\d+\.\d+\.\d+$/),
    })
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) expect(headers[name]).toBeUndefined()
  })

  it('tells of a newer version and leads to its page only by the question before each link', async () => {
    await check(release('v99.1.0', { body: '<img src=x onerror=alert(1)>' }))
    await section()
      .getByText(/Version 99\.1\.0 is there/)
      .waitFor()
    await running.app.evaluate(({ dialog, shell }) => {
      dialog.showMessageBox = async (...given: unknown[]) => {
        Reflect.set(globalThis, 'asked', JSON.stringify(given.at(-1)))
        return { response: 1, checkboxChecked: false }
      }
      shell.openExternal = async (url) => void Reflect.set(globalThis, 'opened', url)
    })
    await section().getByRole('button', { name: 'Open its page' }).click()
    const asked = () => running.app.evaluate(() => String(Reflect.get(globalThis, 'asked')))
    await expect.poll(asked, { timeout: 30_000 }).toContain(host)
  })

  it.each<[string, () => Answer]>([
    ['words that are no description', () => ({ status: 200, body: '<script>alert(1)</script>' })],
    ['a version that is none', () => release('v1.0.0"><img src=x>')],
    ['a page of somebody else', () => release('v98.0.0', { html_url: 'https://evil.example/' })],
    ['a draft', () => release('v98.0.0', { draft: true })],
    ['more than it may be', () => ({ status: 200, body: 'x'.repeat(1_100_000) })],
    [
      'a way to another server',
      () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }),
    ],
    ['trouble of the server', () => ({ status: 503, body: '' })],
  ])('refuses %s, says so, and keeps what it knew', async (_, hostile) => {
    const before = seen.length
    await check(hostile())
    await section().getByRole('alert').waitFor()
    await section()
      .getByText(/Version 99\.1\.0 is there/)
      .waitFor()
    expect(seen.length).toBe(before + 1)
    expect(await section().textContent()).not.toMatch(/evil|98\.0\.0|alert\(1\)/)
    // The next answer takes the words of this one away.
    await check(release('v99.1.0'))
    await section().getByRole('alert').waitFor({ state: 'detached' })
  })

  it('says so when nobody answers, and nothing in the page broke', async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    await section().getByRole('button', { name: 'Check for updates' }).click()
    await section().getByRole('alert').waitFor()
    expect(running.complaints).toEqual([])
  })
})
