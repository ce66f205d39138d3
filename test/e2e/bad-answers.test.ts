import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../electron/demo/fault.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { modelIds, openView, sendPrompt } from '../support/page-actions.ts'

const LIST = '/v1/language-models'
const CHAT = '/v1/chat/completions'
const NO_LOSS = 'a sentence that must not be lost'

/** What the list of models can answer, and the words a person then reads (reference 7, reliability B6). */
const LIST_FAULTS: readonly [name: string, fault: Fault, words: RegExp][] = [
  ['wrong key (HTTP 400)', { kind: 'wrong-key', path: LIST }, /API key is not accepted/],
  ['403 without permission', { kind: 'no-endpoint-acl', path: LIST }, /key may not do that/],
  ['403 disabled key', { kind: 'key-disabled', path: LIST }, /API key is disabled/],
  ['403 no credits', { kind: 'no-credits', path: LIST }, /credits are used up/],
  ['429', { kind: 'rate-limited', path: LIST, retryAfterSeconds: 3600 }, /Too many requests/],
  ['500', { kind: 'server-error', path: LIST }, /had an error of its own/],
  ['503', { kind: 'unavailable', path: LIST }, /busy or being maintained/],
  ['HTML under 200', { kind: 'html', path: LIST, status: 200 }, /not from the API/],
  ['HTML under 403', { kind: 'html', path: LIST, status: 403 }, /not from the API/],
  ['200 with an error body', { kind: 'json-error-200', path: LIST }, /busy or being maintained/],
  ['truncated JSON', { kind: 'truncated-json', path: LIST }, /could not be read|broke off/],
  ['empty body', { kind: 'empty-body', path: LIST }, /answered with nothing/],
  [
    'redirect elsewhere',
    { kind: 'redirect', path: LIST, to: 'http://127.0.0.1:9/' },
    /sent the request elsewhere/,
  ],
  ['closed without a byte', { kind: 'hang-up', path: LIST }, /broke off|connection/],
]

const CHAT_FAULTS: readonly [name: string, fault: Fault, words: RegExp][] = [
  ['wrong key', { kind: 'wrong-key', path: CHAT }, /API key is not accepted/],
  ['credits used up', { kind: 'credits-used-up', path: CHAT }, /credits are used up/],
  ['200 with an error body', { kind: 'json-error-200', path: CHAT }, /busy or being maintained/],
  ['HTML page', { kind: 'html', path: CHAT, status: 200 }, /not from the API/],
  ['empty body', { kind: 'empty-body', path: CHAT }, /answered with nothing/],
  ['stream cut without a finish', { kind: 'cut', path: CHAT, afterEvents: 6 }, /broke off/],
  ['connection lost in mid-stream', { kind: 'destroy', path: CHAT, afterEvents: 6 }, /broke off|connection/],
  [
    'malformed event',
    { kind: 'malformed-event', path: CHAT, afterEvents: 6 },
    /could not be read.*Event 7 of the stream/s,
  ],
  ['error event in mid-stream', { kind: 'error-event', path: CHAT, afterEvents: 6 }, /busy|error|broke off/],
]

describe('bad answers', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp

  beforeAll(async () => {
    server = await startDemoProcess()
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  describe('to the list of models', () => {
    const refresh = async (): Promise<void> => {
      const button = running.page.getByRole('button', { name: 'Refresh prices' })
      await button.click()
    }

    it.each(LIST_FAULTS)('%s: says so and keeps the last list with its age', async (_name, fault, words) => {
      const before = await modelIds(running.page)
      await server.tell({ do: 'faults', faults: [fault] })
      await refresh()
      const notice = running.page.locator('main [role="alert"]').filter({ hasText: words })
      await notice.waitFor({ timeout: 20_000 })
      await expect.poll(() => modelIds(running.page)).toEqual(before)
      expect(before.length).toBeGreaterThan(5)
      await expect
        .poll(() => running.page.locator('main').textContent())
        .toMatch(/Still showing the list read/)
      await server.tell({ do: 'faults', faults: [] })
      await refresh()
      await expect.poll(() => notice.count()).toBe(0)
    })

    it('one malformed entry: reports it and shows the rest', async () => {
      const before = await modelIds(running.page)
      await server.tell({ do: 'faults', faults: [{ kind: 'malformed-entry', path: LIST }] })
      await refresh()
      await running.page.getByText('1 entry could not be read').waitFor()
      expect((await modelIds(running.page)).length).toBeGreaterThanOrEqual(before.length - 1)
    })

    it('an empty list: says why and what to do', async () => {
      await server.tell({ do: 'faults', faults: [{ kind: 'empty-list', path: LIST }] })
      await refresh()
      await running.page.getByText('The list is empty').waitFor()
      await running.page.getByRole('link', { name: 'Look at permissions' }).waitFor()
      await server.tell({ do: 'faults', faults: [] })
      await refresh()
      await expect.poll(async () => (await modelIds(running.page)).length).toBeGreaterThan(5)
    })
  })

  describe('to a prompt', () => {
    it.each(CHAT_FAULTS)('%s: says so, loses nothing, and asks again', async (_name, fault, words) => {
      await server.tell({ do: 'faults', faults: [{ ...fault, times: 1 }] })
      const answer = await sendPrompt(running.page, `${NO_LOSS}: ${_name}`)
      await expect.poll(() => answer.textContent(), { timeout: 20_000 }).toMatch(words)
      await expect.poll(() => running.page.locator('main').textContent()).toContain(`${NO_LOSS}: ${_name}`)
      await answer.getByRole('button', { name: 'Try again' }).click()
      const retried = running.page.locator('.message[data-role="assistant"]').last()
      await retried.getByText('Served model').waitFor()
      await expect.poll(() => retried.textContent()).toContain('agree to the last digit')
    })

    it('no usage: shows unknown, never zero', async () => {
      await server.tell({ do: 'faults', faults: [{ kind: 'missing-usage', path: CHAT, times: 1 }] })
      const answer = await sendPrompt(running.page, 'How much was that?')
      await answer.getByText('Served model').waitFor()
      await expect.poll(() => answer.textContent()).toContain('–')
      expect(await answer.textContent()).not.toMatch(/\$0(\.0+)?(?![.\d])/)
    })
  })

  it('a server that is gone: keeps list and conversation, says so', async () => {
    await openView(running.page, 'Models')
    const before = await modelIds(running.page)
    await server.stop()
    await running.page.getByRole('button', { name: 'Refresh prices' }).click()
    await running.page.getByText('The server refused the connection').first().waitFor({ timeout: 20_000 })
    await expect.poll(() => modelIds(running.page)).toEqual(before)
    const answer = await sendPrompt(running.page, NO_LOSS)
    await answer.getByText('The server refused the connection').waitFor({ timeout: 20_000 })
    server = await startDemoProcess()
  })

  it('never made the page break its own policy', () => {
    expect(running.complaints).toEqual([])
  })
})

describe('a first start without any answer', () => {
  it('says that the server cannot be reached, offers to try again, and recovers offline from the last list', async () => {
    const userData = freshUserData()
    const server = await startDemoProcess()
    const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
    await server.tell({ do: 'faults', faults: [{ kind: 'server-error' }] })
    const first = await launchApp({ userData: userData.folder, env })
    await first.page.getByText('The models could not be read').waitFor({ timeout: 20_000 })
    await server.tell({ do: 'faults', faults: [] })
    await first.page.getByRole('button', { name: 'Try again' }).first().click()
    await modelsShown(first.page)
    const models = await modelIds(first.page)
    await first.close()
    await server.stop()

    const offline = await launchApp({ userData: userData.folder, env })
    await modelsShown(offline.page)
    await expect.poll(() => modelIds(offline.page)).toEqual(models)
    await offline.page.getByText('The server refused the connection').first().waitFor({ timeout: 20_000 })
    await expect.poll(() => offline.page.locator('main').textContent()).toMatch(/Still showing the list read/)
    expect([...first.complaints, ...offline.complaints]).toEqual([])
    await offline.close()
    userData.remove()
  })
})
