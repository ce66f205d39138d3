import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { writeLedgerFile } from '../support/ledger-file.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'
import { countRows, storedRows } from '../support/stored-ledger.ts'
import { csvSum, jsonLinesSum, openFile, saveFilesTo, totalShown } from '../support/usage-figures.ts'

const ROWS = 30_000
/** As a busy computer needs (ms). */
const LONG = 180_000

/** What a report says came in and was there, such as `Done: 1,200 added, 0 were here already, 3 refused.` */
async function reported(page: Page, how: 'Stopped' | 'Done'): Promise<{ added: number; known: number }> {
  const report = page.getByRole('region', { name: 'Import report' })
  await report.waitFor({ timeout: LONG })
  const found = new RegExp(`${how}: ([\\d,]+) added, ([\\d,]+) were here already, 0 refused`).exec(
    await report.innerText(),
  )
  const count = (text: string | undefined) => Number(text?.replaceAll(',', '') ?? Number.NaN)
  return { added: count(found?.[1]), known: count(found?.[2]) }
}

async function begin(page: Page): Promise<void> {
  await openView(page, 'Usage')
  await page.getByRole('tab', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Choose file' }).click()
  await page.getByRole('button', { name: 'Import file' }).click()
}

describe('a long file that comes in', () => {
  const userData = freshUserData()
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-import-'))
  let running: RunningApp
  let spent = 0n
  let before = 0

  beforeAll(async () => {
    spent = writeLedgerFile(join(folder, 'rows.jsonl'), ROWS)
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
    await openFile(running.app, join(folder, 'rows.jsonl'))
  })
  afterAll(async () => {
    await running.close()
    userData.remove()
    rmSync(folder, { recursive: true })
  })

  it('shows how far it is, and once stopped exactly what came in', { timeout: LONG }, async () => {
    const { page } = running
    await begin(page)
    await page.getByText(/^Read [1-9]\d*%: [1-9]/).waitFor({ timeout: LONG })
    await page.getByRole('button', { name: 'Stop import' }).click()
    const { added, known } = await reported(page, 'Stopped')
    expect(added).toBeGreaterThan(0)
    expect(added).toBeLessThan(ROWS)
    expect(known).toBe(0)
    expect(countRows(userData.folder)).toBe(added)
    before = added
  })

  it('goes on while a prompt is sent, and adds exactly the rest', { timeout: LONG }, async () => {
    const { page } = running
    await begin(page)
    await page.getByText(/^Read \d+%:/).waitFor({ timeout: LONG })
    const answer = await sendPrompt(page, 'Say one word.')
    await answer.getByText('Billed').first().waitFor({ timeout: LONG })
    await expect.poll(() => storedRows(userData.folder, true).map(({ state }) => state)).toEqual(['final'])
    await openView(page, 'Usage')
    expect(await reported(page, 'Done')).toEqual({ added: ROWS - before, known: before })
    await page.getByText('The file’s own totals are equal to its rows.').waitFor()
    expect(countRows(userData.folder)).toBe(ROWS)
  })

  it('adds nothing the second time', { timeout: LONG }, async () => {
    await begin(running.page)
    expect(await reported(running.page, 'Done')).toEqual({ added: 0, known: ROWS })
    expect(countRows(userData.folder)).toBe(ROWS)
  })

  it('is then the same sum on screen and in both exports, checksums included', {
    timeout: LONG,
  }, async () => {
    const { app, page } = running
    await saveFilesTo(app, folder)
    await page.getByRole('tab', { name: 'Overview', exact: true }).click()
    await page.getByRole('radio', { name: 'Real' }).click()
    await page.getByLabel('Period').selectOption({ label: 'All' })
    await expect.poll(() => totalShown(page), { timeout: 30_000 }).toBe(spent)
    expect(await csvSum(page, folder)).toBe(spent)
    rmSync(join(folder, 'rows.jsonl'))
    expect(await jsonLinesSum(page, folder)).toBe(spent)
    for (const name of readdirSync(folder)) {
      const content = readFileSync(join(folder, name), 'utf8')
      const end = content.lastIndexOf('\n', content.length - 2) + 1
      const checksum = createHash('sha256').update(content.slice(0, end)).digest('hex')
      expect(content.slice(end)).toContain(`sha256:${checksum}`)
    }
  })
})
