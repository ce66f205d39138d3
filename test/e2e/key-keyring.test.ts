import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { addKey, openView, statusText } from '../support/page-actions.ts'
import { filesHolding } from '../support/secret-search.ts'
import { type SessionKeyring, startSessionKeyring } from '../support/session-keyring.ts'

/** What becomes of a key when the keyring around it is another one, or comes later. Keyrings are real ones. */
describe('a key and its keyring', () => {
  let userData: ReturnType<typeof freshUserData>
  let server: DemoProcess
  let running: RunningApp
  let keyrings: SessionKeyring[]

  const keyring = async (): Promise<SessionKeyring> => {
    const started = await startSessionKeyring()
    keyrings.push(started)
    return started
  }
  const launch = async (found: SessionKeyring | null): Promise<RunningApp> => {
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, ...found?.env },
      args: found === null ? [] : ['--password-store=gnome-libsecret'],
    })
    await connectionShown(running.page)
    return running
  }

  beforeEach(async () => {
    keyrings = []
    userData = freshUserData()
    server = await startDemoProcess({ key: `xai-canary-${Date.now()}-0123456789` })
  })
  afterEach(async () => {
    await running?.close()
    await server.stop()
    for (const started of keyrings) started.stop()
    userData.remove()
  })

  it('that refuses to open it: said with what to do, nothing deleted, and open again with the first keyring', async () => {
    const first = await keyring()
    await addKey((await launch(first)).page, server.key)
    await running.close()

    const { page } = await launch(await keyring())
    await expect.poll(() => statusText(page)).toContain('cannot be opened')
    await openView(page, 'API key')
    await page.getByText(/which refuses to open it/).waitFor()
    await page
      .getByText(/Nothing was deleted/)
      .first()
      .waitFor()
    await running.close()

    await launch(first)
    await expect.poll(() => statusText(running.page)).toContain(server.host)
  })

  it('of another kind than the one that keeps it: both are named, and nothing is deleted', async () => {
    const found = await keyring()
    await addKey((await launch(found)).page, server.key)
    await running.close()
    const path = join(userData.folder, 'tokenbook.sqlite')
    const before = keptBy(path)
    change(path, `UPDATE connection_key SET backend = 'kwallet6'`)

    const { page } = await launch(found)
    await openView(page, 'API key')
    await page.getByText(/It was encrypted by the keyring kwallet6, but this session has/).waitFor()
    await running.close()
    expect(keptBy(path)).toEqual([{ backend: 'kwallet6' }])
    change(path, `UPDATE connection_key SET backend = '${String(before[0]?.['backend'])}'`)
    await launch(found)
    await expect.poll(() => statusText(running.page)).toContain(server.host)
  })

  it('that appears later is offered, and takes the key over when asked to', async () => {
    await addKey((await launch(null)).page, server.key, 'weak')
    expect(readdirSync(userData.folder)).toContain('weak-key')
    await running.close()

    const { page } = await launch(await keyring())
    await openView(page, 'API key')
    await page.getByText(/A keyring is available now/).waitFor()
    await page.getByRole('button', { name: 'Move it into the keyring' }).click()
    await page.getByText(/Encrypted by this computer’s keyring/).waitFor()
    expect(readdirSync(userData.folder)).not.toContain('weak-key')
    await expect.poll(() => statusText(page)).toContain('keyring')
    await running.close()
    expect(filesHolding(userData.folder, server.key)).toEqual([])
  })
})

function keptBy(path: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return database.prepare('SELECT backend FROM connection_key').all()
  } finally {
    database.close()
  }
}

function change(path: string, sql: string): void {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}
