import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { addKey, modelIds, openView, statusText } from '../support/page-actions.ts'
import { filesHolding } from '../support/secret-search.ts'

/** Connections beside xAI itself, as a person adds and uses them. */
describe('a connection', () => {
  let userData: ReturnType<typeof freshUserData>
  let server: DemoProcess
  let running: RunningApp

  const launch = async (env: Record<string, string> = {}): Promise<RunningApp> => {
    running = await launchApp({ userData: userData.folder, env })
    await connectionShown(running.page)
    return running
  }

  beforeEach(async () => {
    userData = freshUserData()
    server = await startDemoProcess({ key: `xai-canary-${Date.now()}-0123456789` })
  })
  afterEach(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  async function add(service: 'Custom base URL' | 'Segmind', baseUrl: string | null): Promise<void> {
    const { page } = running
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Add connection' }).click()
    const form = page.getByRole('form', { name: 'Add a connection' })
    await form.getByRole('radio', { name: service }).check()
    if (baseUrl !== null) await form.getByRole('textbox', { name: 'Base URL' }).fill(baseUrl)
    await form.getByRole('button', { name: 'Add and use' }).click()
    await form.waitFor({ state: 'detached' })
  }

  it('to a custom host has a key of its own, which goes to that host alone, and is left and found again', async () => {
    const { page } = await launch()
    await add('Custom base URL', server.baseUrl)
    await addKey(page, server.key)
    await expect.poll(() => statusText(page)).toContain(server.host)
    await openView(page, 'Models')
    await expect.poll(async () => (await modelIds(page)).length).toBeGreaterThan(5)
    const seen = await server.requests()
    expect(seen.every(({ headers }) => headers['authorization'] === `Bearer ${server.key}`)).toBe(true)

    await page.getByRole('button', { name: /switch connection/i }).click()
    await page.getByRole('menuitemradio', { name: /^Demo/ }).click()
    await expect.poll(() => statusText(page)).toMatch(/^Demo/)
    const before = (await server.requests()).length
    await openView(page, 'Models')
    await expect.poll(async () => (await modelIds(page)).length).toBeGreaterThan(5)
    expect((await server.requests()).length).toBe(before)
  })

  it('whose host is changed asks for a key again and never shows the first one to the new host', async () => {
    const other = await startDemoProcess({ key: 'xai-the-other-server-0000' })
    const { page } = await launch()
    await add('Custom base URL', server.baseUrl)
    await addKey(page, server.key)
    await openView(page, 'Settings')
    await page.getByRole('textbox', { name: 'Base URL' }).fill(other.baseUrl)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => statusText(page)).toMatch(/^Demo/)
    await openView(page, 'API key')
    await page.getByText(`It will only ever be sent to ${other.host}.`).waitFor()
    await page.getByText(server.host).first().waitFor()
    expect(await other.requests()).toEqual([])
    await other.stop()
  })

  it('to Segmind has one model with unknown prices, sends the key in its own header, and asks for no list', async () => {
    const { page } = await launch()
    await add('Segmind', null)
    await openView(page, 'Settings')
    await page.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await addKey(page, server.key)
    await expect.poll(() => statusText(page)).toContain('Segmind')
    await openView(page, 'Models')
    await expect.poll(() => modelIds(page)).toEqual(['grok-2'])
    expect(await page.locator('tr[data-model="grok-2"]').innerText()).not.toContain('$')
    await openView(page, 'API key')
    await page.getByText(/does not say anything about its keys/).waitFor()
    await page.getByText(/no call that costs nothing/).waitFor()
    expect(await server.requests()).toEqual([])
  })

  it('with a wrong key says so, and that nothing of it is the fault of its permissions', async () => {
    const { page } = await launch()
    await add('Custom base URL', server.baseUrl)
    await addKey(page, 'xai-this-key-is-not-known-to-it')
    await page
      .getByText(/The API key is not accepted/)
      .first()
      .waitFor()
  })

  it('to xAI refuses the key of another service with its name, before anything is sent', async () => {
    const { page } = await launch()
    await openView(page, 'API key')
    await page.locator('input[type="password"]').fill('sk-ant-api03-0123456789')
    await page.getByRole('button', { name: 'Save key' }).click()
    await page.getByText(/looks like a key of Anthropic/).waitFor()
    await expect.poll(() => statusText(page)).toMatch(/^Demo/)
  })

  it('takes XAI_API_KEY to disk only when asked to', async () => {
    const { page } = await launch({ XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key })
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Import it to disk with weaker protection' }).waitFor()
    await running.close()
    await launch({ XAI_BASE_URL: server.baseUrl })
    await expect.poll(() => statusText(running.page)).toMatch(/^Demo/)
    await running.close()

    await launch({ XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key })
    await openView(running.page, 'API key')
    await running.page.getByRole('button', { name: 'Import it to disk with weaker protection' }).click()
    await running.page.getByText(/weaker protection: whoever can read/).waitFor()
    await running.close()
    await launch({ XAI_BASE_URL: server.baseUrl })
    await expect.poll(() => statusText(running.page)).toContain(server.host)
    expect(filesHolding(userData.folder, server.key)).toEqual([])
  })
})
