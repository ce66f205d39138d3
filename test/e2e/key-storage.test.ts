import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { addKey, modelIds, openView, statusText } from '../support/page-actions.ts'
import { filesHolding } from '../support/secret-search.ts'
import { startSessionKeyring } from '../support/session-keyring.ts'

const KEYRING_SWITCH = '--password-store=gnome-libsecret'

describe('where a key is kept', () => {
  let userData: ReturnType<typeof freshUserData>
  let server: DemoProcess
  let running: RunningApp
  const launch = async (
    env: Record<string, string> = {},
    args: readonly string[] = [],
  ): Promise<RunningApp> => {
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, ...env },
      args,
    })
    await connectionShown(running.page)
    return running
  }

  beforeEach(async () => {
    userData = freshUserData()
    server = await startDemoProcess({
      key: `xai-canary-${Math.random().toString(36).slice(2)}-${Date.now()}`,
    })
  })
  afterEach(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it('without a keyring: in memory, said plainly, and gone after the session', async () => {
    const { page } = await launch()
    await openView(page, 'API key')
    await page
      .getByText(/no keyring/)
      .first()
      .waitFor()
    await addKey(page, server.key)
    await expect.poll(() => statusText(page)).toContain('this session only')
    expect(filesHolding(userData.folder, server.key)).toEqual([])
    await running.close()
    const again = await launch()
    await expect.poll(() => statusText(again.page)).toMatch(/^Demo No key/)
  })

  it('without a keyring, chosen on purpose: kept over a restart, not in plain text, and erased when forgotten', async () => {
    await addKey((await launch()).page, server.key, 'weak')
    await running.close()
    const { page } = await launch()
    await expect.poll(() => statusText(page)).toContain(server.host)
    expect(filesHolding(userData.folder, server.key)).toEqual([])
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Forget key' }).click()
    await page.getByRole('button', { name: 'Forget key now' }).click()
    await expect.poll(() => statusText(page)).toMatch(/^Demo No key/)
    expect(readdirSync(userData.folder)).not.toContain('weak-key')
  })

  it('from XAI_API_KEY: used for the session, written nowhere, passed on to no child process', async () => {
    const { page, app } = await launch({ XAI_API_KEY: server.key })
    await expect.poll(() => statusText(page)).toContain('XAI_API_KEY')
    expect(await app.evaluate(() => process.env['XAI_API_KEY'] ?? 'gone')).toBe('gone')
    await running.close()
    expect(filesHolding(userData.folder, server.key)).toEqual([])
    const again = await launch()
    await expect.poll(() => statusText(again.page)).toMatch(/^Demo No key/)
  })

  it('in a keyring that is missing later: nothing deleted, clear words, and works again when it is back', async () => {
    const keyring = await startSessionKeyring()
    await addKey((await launch(keyring.env, [KEYRING_SWITCH])).page, server.key)
    await running.close()

    const { page } = await launch({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' })
    await expect.poll(() => statusText(page)).toContain('cannot be opened')
    await openView(page, 'API key')
    await page.getByText('The stored key cannot be opened now').waitFor()
    await page
      .getByText(/Nothing was deleted/)
      .first()
      .waitFor()
    await running.close()

    const again = await launch(keyring.env, [KEYRING_SWITCH])
    await expect.poll(() => statusText(again.page)).toContain(server.host)
    await openView(again.page, 'Models')
    await expect.poll(async () => (await modelIds(again.page)).length).toBeGreaterThan(5)
    keyring.stop()
  })

  it('belongs to the host it was entered for: another base URL never gets it', async () => {
    const other = await startDemoProcess({ key: 'xai-another-server-0000' })
    await addKey((await launch()).page, server.key, 'weak')
    await running.close()
    const { page } = await launch({ XAI_BASE_URL: other.baseUrl })
    await expect.poll(() => statusText(page)).toMatch(/^Demo/)
    await openView(page, 'API key')
    await page.getByText(server.host).first().waitFor()
    expect(await other.requests()).toEqual([])
    await other.stop()
  })
})
