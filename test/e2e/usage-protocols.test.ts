import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { addKey, openView, sendPrompt, statusText } from '../support/page-actions.ts'
import { storedLedger, storedRows } from '../support/stored-ledger.ts'
import {
  chartSum,
  csvSum,
  databaseSum,
  jsonLinesSum,
  rowSum,
  saveFilesTo,
  statusSpend,
  totalShown,
} from '../support/usage-figures.ts'

const pictures = join(projectFolder, '.cache', 'screenshots')
const WITHOUT_REASONING = 'grok-4.20-0309-non-reasoning'
/** Complete tells no usage (reference 6.2), so what it cost is worked out from the text, and marked so. */
const PROTOCOLS = [
  { protocol: 'chat', closed: { state: 'final', method: null } },
  { protocol: 'responses', closed: { state: 'final', method: null } },
  { protocol: 'messages', closed: { state: 'final', method: null } },
  { protocol: 'completions', closed: { state: 'final', method: null } },
  { protocol: 'complete', closed: { state: 'estimated', method: 'text-estimate' } },
  { protocol: 'deferred', closed: { state: 'final', method: null } },
] as const

/** Every way to ask, one answer that is stopped, one that breaks off: the sum is the same wherever it is read. */
describe('what every protocol cost', () => {
  const userData = freshUserData()
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-protocols-'))
  let server: DemoProcess
  let running: RunningApp
  const rows = () => storedRows(userData.folder)
  const start = async (): Promise<Page> => {
    const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
    running = await launchApp({ userData: userData.folder, env })
    await connectionShown(running.page)
    await saveFilesTo(running.app, folder)
    return running.page
  }
  /** Sends and waits until the row of it is closed. */
  const spendOn = async (protocol: string, prompt: string) => {
    const before = rows().length
    const { page } = running
    await openView(page, 'Playground')
    if (protocol !== 'segmind') await page.getByLabel('API', { exact: true }).selectOption(protocol)
    // Models that reason have no completions.
    if (protocol === 'completions')
      await page.locator('select.model-picker, .model-picker select').selectOption(WITHOUT_REASONING)
    await sendPrompt(running.page, prompt)
    return await closedAfter(before)
  }
  const closedAfter = async (before: number) => {
    await expect
      .poll(
        () =>
          rows()
            .slice(before)
            .map(({ state }) => state)
            .join(),
        { timeout: 60_000 },
      )
      .toMatch(/^(?!.*pending).+/)
    return rows().slice(before)
  }

  beforeAll(async () => {
    server = await startDemoProcess({ era: 'C', pacing: 'believable' })
    await start()
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
    rmSync(folder, { recursive: true })
  })

  it.each(PROTOCOLS)('$protocol: what it cost is on record', async ({ protocol, closed }) => {
    const [row, ...more] = await spendOn(protocol, `Say one word about ${protocol}.`)
    expect(more).toEqual([])
    expect(row).toMatchObject({ protocol, ...closed })
    expect(row?.spent).toBeGreaterThan(0n)
    // Where the server tells no bill, the sum is what the tokens cost at the rates of that moment.
    expect(row?.spent).toBe(row?.usage?.billed ?? row?.computed?.total)
  })

  it('one that is stopped is an estimate, or the bill when that came first', async () => {
    const { page } = running
    await page.getByLabel('API', { exact: true }).selectOption('chat')
    const before = rows().length
    await sendPrompt(page, 'Write a very long story about a lighthouse.')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    const [row] = await closedAfter(before)
    expect(['estimated', 'final']).toContain(row?.state)
    if (row?.state === 'estimated') expect(row.method).not.toBeNull()
  })

  it('one that breaks off in the middle is an estimate', async () => {
    await server.tell({ do: 'faults', faults: [{ kind: 'cut', path: '/v1/chat/*', times: 1 }] })
    const [row] = await spendOn('chat', 'Write a long essay about harbours.')
    expect(row).toMatchObject({ protocol: 'chat', state: 'estimated' })
    expect(row?.spent).toBeGreaterThan(0n)
    expect(row?.errorCode).not.toBeNull()
  })

  it('Segmind tells no price: its part is unknown, not nothing', async () => {
    const { page } = running
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Add connection' }).click()
    const form = page.getByRole('form', { name: 'Add a connection' })
    await form.getByRole('radio', { name: 'Segmind' }).check()
    await form.getByRole('button', { name: 'Add and use' }).click()
    await form.waitFor({ state: 'detached' })
    await openView(page, 'Settings')
    await page.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await addKey(page, server.key, 'weak')
    await expect.poll(() => statusText(page)).toContain('Segmind')
    const [row] = await spendOn('segmind', 'Say one word.')
    expect(row).toMatchObject({ protocol: 'segmind', complete: false, spent: 0n })
    await openView(page, 'Playground')
    await page.getByRole('group', { name: 'Cost of this answer' }).last().waitFor()
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, 'playground-segmind.png') })
    expect(row?.usage?.promptTokens).toBeGreaterThan(0)
  })

  it('is the same sum after a restart, wherever it is read', async () => {
    await running.close()
    const stored = storedLedger(userData.folder)
    expect(stored).toMatchObject({ sound: true, wrongRollups: 0 })
    const spent = stored.rows.reduce((sum, row) => sum + row.spent, 0n)
    expect(stored.totals.spent).toBe(spent)

    const page = await start()
    await openView(page, 'Usage')
    await expect.poll(() => totalShown(page)).toBe(spent)
    await expect.poll(() => page.locator('[data-total="spent"]').innerText()).toMatch(/^at least/)
    await expect.poll(() => statusSpend(page)).toEqual([spent, spent])
    await expect.poll(() => statusText(page)).toMatch(/Today at least \$/)
    await expect.poll(() => chartSum(page)).toBe(spent)
    await expect.poll(() => rowSum(page)).toBe(spent)
    expect(await csvSum(page, folder)).toBe(spent)
    expect(await jsonLinesSum(page, folder)).toBe(spent)
    expect(databaseSum(userData.folder)).toBe(spent)
    expect(running.complaints).toEqual([])
  })
})
