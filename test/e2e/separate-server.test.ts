import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { addKey, answers, modelIds, openView, sendPrompt, statusText } from '../support/page-actions.ts'
import { filesHolding } from '../support/secret-search.ts'
import { type SessionKeyring, startSessionKeyring } from '../support/session-keyring.ts'

/** A person with a key and a real keyring, whose API is a server of its own (`XAI_BASE_URL`). */
describe('with a separate server and a real keyring', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let keyring: SessionKeyring
  let running: RunningApp
  const launch = () =>
    launchApp({
      userData: userData.folder,
      env: { ...keyring.env, XAI_BASE_URL: server.baseUrl },
      args: ['--password-store=gnome-libsecret'],
    })

  beforeAll(async () => {
    server = await startDemoProcess({ era: 'B', pacing: 'believable' })
    keyring = await startSessionKeyring()
    running = await launch()
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    keyring.stop()
    userData.remove()
  })

  it('asks nothing of the server before there is a key for it', async () => {
    await expect.poll(() => statusText(running.page)).toMatch(/^Demo/)
    expect(await server.requests()).toEqual([])
  })

  it('keeps a key in the keyring and reads the models of that server', async () => {
    await addKey(running.page, server.key)
    expect(await running.page.locator('input[type="password"]').count()).toBe(0)
    await openView(running.page, 'Models')
    await expect.poll(() => modelIds(running.page)).toContain('grok-3-mini')
    for (const words of [server.host, `…${server.key.slice(-4)}`, 'keyring'])
      await expect.poll(() => statusText(running.page)).toContain(words)
  })

  it('shows the facts of the key', async () => {
    await openView(running.page, 'API key')
    await running.page.getByText('api-key:endpoint:*').waitFor()
  })

  it('sends a prompt and stops another', async () => {
    const first = await sendPrompt(running.page, 'Say hello.')
    await first.getByText('Served model').waitFor({ timeout: 30_000 })
    const second = await sendPrompt(running.page, 'Write a long essay about rivers.')
    await expect.poll(async () => (await second.innerText()).length).toBeGreaterThan(100)
    await running.page.getByRole('button', { name: 'Stop', exact: true }).click()
    await second
      .getByText(/stopped/i)
      .first()
      .waitFor()
    // Stopping must end the work at the server too, or the rest of the answer would still be billed.
    const chats = async () => (await server.requests()).filter(({ path }) => path === '/v1/chat/completions')
    await expect.poll(async () => (await chats()).at(-1)?.outcome).toBe('client-left')
  })

  it('finds key, models and conversation after a restart', async () => {
    const before = await answers(running.page).allInnerTexts()
    const { complaints } = running
    await running.close()
    expect(complaints).toEqual([])
    running = await launch()
    await running.page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor()
    await expect.poll(() => answers(running.page).allInnerTexts()).toEqual(before)
    await expect.poll(() => statusText(running.page)).toContain(`…${server.key.slice(-4)}`)
    await openView(running.page, 'Models')
    await expect.poll(() => modelIds(running.page)).toContain('grok-3-mini')
  })

  it('leaves the key in no file, and sent it to no one else', async () => {
    expect(filesHolding(userData.folder, server.key)).toEqual([])
    const requests = await server.requests()
    expect(requests.length).toBeGreaterThan(3)
    for (const { headers } of requests) expect(headers['authorization']).toBe(`Bearer ${server.key}`)
  })

  it('forgets the key when told, and goes back to the demo', async () => {
    await openView(running.page, 'API key')
    await running.page.getByRole('button', { name: 'Forget key' }).click()
    await running.page.getByRole('button', { name: 'Forget key now' }).click()
    await expect.poll(() => statusText(running.page)).toMatch(/^Demo/)
    expect(running.complaints).toEqual([])
  })
})
