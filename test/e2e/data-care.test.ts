import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { openView, sendPrompt, statusText } from '../support/page-actions.ts'
import { storedRows } from '../support/stored-ledger.ts'

/** What a person does to all of their data, and what budgets do to a request, in the real window. */
describe('the data of the app', () => {
  let userData: ReturnType<typeof freshUserData>
  let server: DemoProcess
  let running: RunningApp

  const start = async (): Promise<Page> => {
    const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
    running = await launchApp({ userData: userData.folder, env })
    await connectionShown(running.page)
    return running.page
  }
  const rows = () => storedRows(userData.folder)
  const spendOn = async (prompt: string) => {
    const before = rows().length
    await sendPrompt(running.page, prompt)
    await expect.poll(() => rows().at(before)?.state, { timeout: 30_000 }).toBe('final')
  }
  /** Ends the app by `press`; what would start it again is left out, as the test starts it. */
  const endedBy = async (press: () => Promise<void>): Promise<void> => {
    await running.app.evaluate(({ app }) => {
      Reflect.set(app, 'relaunch', () => undefined)
    })
    const gone = once(running.app.process(), 'exit')
    await press()
    await gone
  }

  beforeEach(async () => {
    userData = freshUserData()
    server = await startDemoProcess({ pacing: 'none' })
    await start()
  })
  afterEach(async () => {
    await running?.close().catch(() => undefined)
    await server.stop()
    userData.remove()
  })

  it('is put back from a backup, and what was there since is in a backup too', async () => {
    await spendOn('This is kept.')
    await openView(running.page, 'Settings')
    await running.page.getByRole('button', { name: 'Back up', exact: true }).click()
    await running.page.getByText('Backed up, and the copy was checked.').waitFor()
    await spendOn('This came later.')
    expect(rows()).toHaveLength(2)

    await openView(running.page, 'Settings')
    await endedBy(async () => {
      await running.page
        .getByRole('button', { name: /^Restore/ })
        .first()
        .click()
      await running.page.getByRole('button', { name: 'Restore backup' }).click()
    })
    const page = await start()
    expect(rows()).toHaveLength(1)
    await openView(page, 'Playground')
    await page.getByText('This is kept.').first().waitFor()
    expect(await page.getByText('This came later.').count()).toBe(0)
    await openView(page, 'Settings')
    await expect.poll(() => page.getByRole('button', { name: /^Restore/ }).count()).toBe(2)
    expect(running.output()).not.toContain('[storage thread]')
  })

  it('is gone when all of it is deleted: no file holds any of it, and the app starts as new', async () => {
    await spendOn('A sentence that must not stay anywhere.')
    await openView(running.page, 'Settings')
    await running.page.getByRole('button', { name: 'Back up', exact: true }).click()
    await running.page.getByText('Backed up, and the copy was checked.').waitFor()
    await endedBy(async () => {
      await running.page.getByRole('button', { name: 'Delete all data' }).click()
      await running.page.getByRole('button', { name: 'Delete everything' }).click()
    })
    const left = filesIn(userData.folder)
    expect(left.filter((path) => /tokenbook|backup|weak-key|view\.json|\.log/.test(path))).toEqual([])
    expect(left.filter((path) => holds(join(userData.folder, path), 'must not stay anywhere'))).toEqual([])

    const page = await start()
    expect(rows()).toEqual([])
    await openView(page, 'Usage')
    await page.getByText('No request yet').first().waitFor()
    await openView(page, 'Playground')
    expect(await page.getByText('must not stay anywhere').count()).toBe(0)
    await openView(page, 'Settings')
    await page.getByText('There is no backup yet.').waitFor()
  })

  it('stops a request at a budget, lets one pass when told to, and tells of each threshold once', async () => {
    const { page } = running
    await spendOn('The first request is free to go.')
    await openView(page, 'Usage')
    await page.getByRole('tab', { name: 'Budgets', exact: true }).click()
    await page.getByRole('button', { name: 'Add budget' }).click()
    const [first] = rows()
    await page.getByLabel('Limit in USD').fill(`0.${String(first?.spent ?? 1n).padStart(10, '0')}`)
    await page.getByRole('button', { name: 'Save budget' }).click()
    await page.getByRole('contentinfo').getByText('1 budget reached').waitFor()

    await openView(page, 'Playground')
    await page.getByLabel('Message').fill('The second is too much.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('A budget is reached').waitFor()
    expect(rows()).toHaveLength(1)
    expect(await chatRequests(server)).toBe(1)
    // What was typed is still there to be sent.
    await expect.poll(() => page.getByLabel('Message').inputValue()).toBe('The second is too much.')

    await page.getByRole('button', { name: /^Allow one request past/ }).click()
    await page.getByText('The next request may pass the budget.').waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect.poll(() => rows().at(1)?.state, { timeout: 30_000 }).toBe('final')
    await expect.poll(() => told(userData.folder)).toEqual([{ scope: 'month', level: 'reached' }])

    // The word was for one request.
    await page.getByLabel('Message').fill('The third is too much again.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('A budget is reached').waitFor()
    expect(await chatRequests(server)).toBe(2)
    expect(told(userData.folder)).toHaveLength(1)
    await expect.poll(() => statusText(page)).toContain('1 budget reached')
    expect(running.complaints).toEqual([])
  })
})

async function chatRequests(server: DemoProcess): Promise<number> {
  const seen = await server.requests()
  return seen.filter(({ method, path }) => method === 'POST' && path === '/v1/chat/completions').length
}

/** The thresholds that the person was told of, as the log has them: a notification of the system cannot be seen. */
function told(folder: string): unknown[] {
  return filesIn(join(folder, 'logs'))
    .flatMap((name) =>
      readFileSync(join(folder, 'logs', name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line): { event: string; facts: unknown } => JSON.parse(line))
    .filter(({ event }) => event === 'budget')
    .map(({ facts }) => facts)
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false })
      return found?.isFile() === true
    })
}

function holds(path: string, text: string): boolean {
  return readFileSync(path).includes(text)
}
