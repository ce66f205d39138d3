import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { addKey, openView, statusText } from '../support/page-actions.ts'

/** A person whose key may read the lists and chat with one model, at a server of its own. */
describe('with a key that may do little', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp
  const acls = ['api-key:endpoint:models', 'api-key:endpoint:chat', 'api-key:model:grok-4.3', 'nonsense', '']

  beforeAll(async () => {
    server = await startDemoProcess()
    await server.tell({ do: 'key-state', change: { acls, name: 'Little key' } })
    running = await launchApp({ userData: userData.folder, env: { XAI_BASE_URL: server.baseUrl } })
    await modelsShown(running.page)
    await addKey(running.page, server.key)
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it('shows endpoints × models with the reason in every cell, and the strings as they came', async () => {
    const { page } = running
    const grid = page.getByRole('grid', { name: 'Permissions' })
    const row = grid.locator('tr[data-model="grok-4.3"]')
    await row.waitFor()
    await expect
      .poll(() => row.getByRole('gridcell').allInnerTexts())
      .toEqual(expect.arrayContaining(['✓ Allowed', '✕ No endpoint']))
    // The server lists only what the key has access to (reference 2.1).
    await expect.poll(() => grid.locator('tr[data-model]').count()).toBe(1)
    await page.getByText('nonsense').waitFor()
    await page.getByText('"" (an empty string)').waitFor()
  })

  it('leads from a refused request to the missing permission, focused and marked', async () => {
    const { page } = running
    await openView(page, 'Tokenizer')
    await page.getByLabel('Model', { exact: true }).selectOption('grok-4.3')
    await page.getByLabel('Text', { exact: true }).fill('How many tokens is this?')
    const count = page.getByRole('button', { name: 'Count tokens' })
    await expect.poll(() => count.getAttribute('title')).toContain('no access to the endpoint tokenize')
    await count.click()
    const notice = page.getByRole('alert')
    await notice.getByText('api-key:endpoint:tokenize').waitFor()
    await notice.getByRole('link', { name: 'See permissions' }).click()
    const column = page.getByRole('grid', { name: 'Permissions' }).getByRole('columnheader')
    await column.first().waitFor()
    await expect.poll(() => page.url()).toContain('endpoint=tokenize')
    const marked = page.locator('td[aria-current="true"]')
    await expect.poll(() => marked.evaluate((cell) => cell === document.activeElement)).toBe(true)
    expect(await marked.getAttribute('data-reason')).toMatch(/no-endpoint|neither/)
  })

  it('switches to the demo and back by the status bar', async () => {
    const { page } = running
    await page.getByRole('button', { name: /switch connection/ }).click()
    await page.getByRole('menuitemradio', { name: /^Demo/ }).click()
    await expect.poll(() => statusText(page)).toMatch(/^Demo/)
    // The new connection is told before the menu closes; a press in between would only close it.
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /switch connection/ }).press('Enter')
    await page.getByRole('menuitemradio', { name: new RegExp(server.host) }).press('Enter')
    await expect.poll(() => statusText(page)).toContain(server.host)
    expect(running.complaints).toEqual([])
  })

  it('tells that the owner disabled the key once it is read again', async () => {
    const { page } = running
    await server.tell({ do: 'key-state', change: { apiKeyDisabled: true, describesItself: true } })
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Read again' }).click()
    await page.getByText('The key is disabled by its owner, so nothing below is allowed now.').waitFor()
    const cells = page.getByRole('grid', { name: 'Permissions' }).getByRole('gridcell')
    await expect.poll(() => cells.first().innerText()).toBe('✕ Disabled')
  })
})
