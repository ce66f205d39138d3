import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { openView, typeLetters } from '../support/page-actions.ts'

describe('the Tokenizer with a server of its own', () => {
  const userData = freshUserData()
  const shots = join(projectFolder, '.cache', 'screenshots', 'tokenizer')
  let server: DemoProcess
  let running: RunningApp
  let page: Page
  let serving = true
  const field = (name = 'Text') => page.getByRole('textbox', { name, exact: true })
  const countNow = () => page.getByRole('button', { name: 'Count tokens' }).click()
  const shot = (name: string) => page.screenshot({ path: join(shots, `${name}.png`) })

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    server = await startDemoProcess({ era: 'B' })
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })
    page = running.page
    await openView(page, 'Tokenizer')
    await page
      .getByRole('combobox', { name: 'Model' })
      .getByRole('option')
      .nth(3)
      .waitFor({ state: 'attached' })
  })
  afterAll(async () => {
    await running?.close()
    if (serving) await server.stop()
    userData.remove()
  })

  const countsAsked = async () =>
    (await server.requests()).filter(({ path }) => path === '/v1/tokenize-text').length

  it('asks once for a text that is typed, and not again for what it knows', async () => {
    await typeLetters(field(), 'twenty letters typed')
    await page.getByRole('listbox').waitFor()
    await countNow()
    expect(await countsAsked()).toBe(1)
  })

  it('gives the same text on two models whose tokenizers differ', async () => {
    await page.getByRole('radio', { name: 'Two models' }).check()
    await page.getByRole('combobox', { name: 'Model 1' }).selectOption('grok-2-vision-1212')
    await field().fill('1234567 wonderful !!!!')
    await countNow()
    await page.getByText(/^The second takes \d+ tokens fewer/).waitFor()
    await expect.poll(() => page.getByRole('listbox').count()).toBe(2)
    await shot('two-models')
    await page.getByRole('radio', { name: 'One text' }).check()
  })

  it('leaves out the models that the key may not use', async () => {
    await server.tell({
      do: 'key-state',
      change: { acls: ['api-key:endpoint:*', 'api-key:model:grok-3', 'api-key:model:grok-4'] },
    })
    await page.reload()
    await field().fill('Which models may I use?')
    const table = page.getByRole('table', { name: 'Cost of this text' })
    await expect
      .poll(async () => (await table.locator('tbody th').allInnerTexts()).toSorted())
      .toEqual(['grok-3', 'grok-4-0709'])
  })

  it('says when the text costs the long-context price, or does not fit', async () => {
    await server.tell({ do: 'key-state', change: { acls: ['api-key:endpoint:*', 'api-key:model:*'] } })
    // Of 2026: twice the price from 200,000 tokens on (reference 8).
    await server.tell({ do: 'era', era: 'C' })
    // What a key may do is asked once for each load of the page.
    await page.reload()
    await field().fill('x')
    await page.getByRole('button', { name: 'Refresh prices' }).click()
    await expect.poll(() => page.locator('.cost-of-text tbody tr').count()).toBeGreaterThan(3)
    await field().focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('1234567 '.repeat(100_000))
    const table = page.getByRole('table', { name: 'Cost of this text' })
    await table.getByText('Does not fit the context window').first().waitFor()
    await table.getByText('Long-context price').first().waitFor()
    await table.scrollIntoViewIfNeeded()
    await shot('long-context')
  })

  it('estimates without the permission to tokenize, says so, and links to the permissions', async () => {
    await server.tell({ do: 'key-state', change: { acls: ['api-key:model:*', 'api-key:endpoint:chat'] } })
    await field().focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('May I count this?')
    await countNow()
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByText(/^About \d+ tokens/).count()).toBe(1)
    await expect
      .poll(() => page.getByRole('table', { name: 'Cost of this text' }).locator('tbody tr').count())
      .toBeGreaterThan(3)
    await shot('no-permission')
    await page.getByRole('link', { name: 'See permissions' }).click()
    await page.getByRole('heading', { level: 1, name: 'API key' }).waitFor()
    await openView(page, 'Tokenizer')
  })

  it('shows where the server tells something else than the text', async () => {
    await server.tell({ do: 'key-state', change: { acls: ['api-key:endpoint:*', 'api-key:model:*'] } })
    const body = JSON.stringify({
      token_ids: [
        { token_id: 1, string_token: 'Hel', token_bytes: [72, 101, 255] },
        { token_id: 2, string_token: 'lo' },
      ],
    })
    const answer = {
      kind: 'raw',
      path: '/v1/tokenize-text',
      status: 200,
      type: 'application/json',
      body,
    } as const
    await server.tell({ do: 'faults', faults: [answer] })
    await field().fill('Hello')
    await countNow()
    await page.getByText('they differ from byte 2 on.').waitFor()
    await page.getByText('One token came without readable bytes.').waitFor()
    await expect
      .poll(() => page.getByRole('listbox').getByRole('option').allInnerTexts())
      .toEqual(['48 65 FF', '∅'])
    await shot('not-the-text')
    await server.tell({ do: 'faults', faults: [] })
  })

  it('estimates when the server is gone, files too, and the text stays', async () => {
    await server.stop()
    serving = false
    await field().fill('Nobody is there to count this.')
    await countNow()
    await page.getByRole('alert').waitFor({ timeout: 30_000 })
    await expect.poll(() => page.getByText(/^About \d+ tokens/).count()).toBe(1)
    await expect.poll(() => field().inputValue()).toBe('Nobody is there to count this.')
    await shot('offline')
  })

  it('broke no rule of the page', () => {
    expect(running.complaints).toEqual([])
  })
})
