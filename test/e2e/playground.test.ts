import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { answers, openView, runSideBySide, sendPrompt } from '../support/page-actions.ts'
import { xssCorpus } from '../support/xss-corpus.ts'

const PROTOCOLS = [
  'Chat completions',
  'Responses',
  'Messages',
  'Completions',
  'Complete',
  'Chat completions, deferred',
]
const pictures = join(projectFolder, '.cache', 'screenshots')

/** One story in one window: every API, branches, parameters, costs, several models, hostile text. */
describe('the Playground in a real window', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    server = await startDemoProcess()
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })
    await openView(running.page, 'Playground')
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  const billed = async (answer: Locator) => {
    const bill = answer.getByRole('group', { name: 'Cost of this answer' })
    await bill.waitFor({ timeout: 60_000 })
    return bill
  }

  it.each(PROTOCOLS)('asks and accounts for an answer by %s', async (name) => {
    const { page } = running
    await page.getByRole('button', { name: 'New conversation' }).click()
    await page.getByRole('combobox', { name: 'API' }).selectOption({ label: name })
    const model = name === 'Completions' || name === 'Complete' ? 'grok-4.20-0309-non-reasoning' : null
    const models = page.getByRole('combobox', { name: 'Model' })
    if (model !== null && (await models.locator(`option[value="${model}"]`).count()) > 0)
      await models.selectOption(model)
    const answer = await sendPrompt(page, `Say hello by ${name}.`)
    // The old form of Anthropic tells no usage at all (reference 6.2): unknown is not zero.
    const told =
      name === 'Complete' ? /^Billed\s+–\s+Computed\s+–\s+The server told no usage/ : /\$0\.0*[1-9]/
    const bill = await billed(answer)
    await expect.poll(() => bill.innerText()).toMatch(told)
    expect(await answer.locator('.answer-text').innerText()).not.toBe('')
    await answer.getByText('Request details').click()
    await answer.getByRole('table', { name: 'Request headers' }).first().waitFor()
    expect(await answer.innerText()).not.toContain(server.key)
    await page.screenshot({
      path: join(pictures, `playground-${name.replaceAll(/\W+/g, '-').toLowerCase()}.png`),
    })
  })

  it('keeps both branches when an answer is made again, and shows what all cost', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'New conversation' }).click()
    await page.getByRole('combobox', { name: 'API' }).selectOption({ label: 'Chat completions' })
    await billed(await sendPrompt(page, 'Give me a number.'))
    await answers(page).first().getByRole('button', { name: 'Regenerate' }).click()
    await answers(page).first().getByText('2 of 2').waitFor()
    await billed(answers(page).first())
    await page.getByRole('button', { name: 'Costs' }).click()
    const costs = page.getByRole('complementary', { name: 'Costs' })
    await costs.getByRole('checkbox', { name: 'Show all branches' }).check()
    await costs.getByRole('button', { name: 'Data table' }).click()
    const rows = costs.getByRole('table', { name: 'Cost of each answer' }).locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(2)
    await page.screenshot({ path: join(pictures, 'playground-costs.png') })
    await costs.getByRole('button', { name: 'Close' }).click()
  })

  it('stops at once and keeps what came; the box is free again', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'New conversation' }).click()
    await server.tell({ do: 'pacing', pacing: 'believable' })
    const answer = await sendPrompt(page, 'Write a long essay about rivers.')
    const stop = page.getByRole('button', { name: 'Stop', exact: true })
    await expect.poll(async () => (await answer.innerText()).length).toBeGreaterThan(200)
    await stop.click()
    await answer.getByText(/You stopped this answer/).waitFor()
    // The answer was not waited for: the server was left in the middle of it.
    await expect.poll(async () => (await server.requests()).at(-1)?.outcome).toBe('client-left')
    await server.tell({ do: 'pacing', pacing: 'none' })
    await expect.poll(() => stop.isDisabled()).toBe(true)
  })

  it('runs two models side by side under a cap, and keeps the vote', async () => {
    const { page } = running
    const columns = await runSideBySide(page, 'Which is cheaper?')
    await columns.first().getByRole('checkbox', { name: 'Best answer' }).check()
    await page.screenshot({ path: join(pictures, 'playground-side-by-side.png') })
    await page.getByRole('button', { name: 'Back to the conversation' }).click()
  })

  it('finds a word again in all conversations and opens the place', async () => {
    const { page } = running
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('rivers')
    const hits = page.locator('.search-hits button')
    await expect.poll(() => hits.count()).toBeGreaterThan(0)
    await hits.first().click()
    const found = page.locator('.message[data-found]')
    await found.filter({ hasText: /rivers/i }).waitFor()
    await expect.poll(() => found.evaluate((message) => message === document.activeElement)).toBe(true)
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('')
  })

  it('shows two hundred hostile texts without running, fetching or complaining', async () => {
    const { page } = running
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const corpus = xssCorpus('https://outside.example')
    const text = corpus.map(({ text }) => text).join('\n\n')
    await page.getByRole('button', { name: 'New conversation' }).click()
    await page.getByRole('combobox', { name: 'Write as' }).selectOption({ label: 'As an answer' })
    await page.getByLabel('Message').fill(text)
    await page.getByRole('button', { name: 'Add message' }).click()
    await answers(page).first().locator('.answer-block').first().waitFor()
    await page.waitForTimeout(1_500)
    expect(await page.evaluate(() => Reflect.get(window, 'owned') ?? null)).toBeNull()
    expect(requests.filter((url) => !url.startsWith('app://') && !url.startsWith('data:'))).toEqual([])
    expect(running.complaints).toEqual([])
  })
})
