import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AddedRow } from '../../electron/services/ledger-ports.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { formatUsd } from '../../shared/money/ticks.ts'
import { manyRows } from '../bench/many-rows.ts'
import {
  connectionShown,
  freshUserData,
  launchApp,
  modelsShown,
  type RunningApp,
} from '../support/electron-app.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { openView } from '../support/page-actions.ts'
import { saveFilesTo, totalShown } from '../support/usage-figures.ts'

/** One tick, a hundred dollars, more ticks than a float can tell apart, and an everyday amount. */
const AMOUNTS = [1n, 10n ** 12n, 2n ** 53n + 1n, 1_466_250n]
const SUM = AMOUNTS.reduce((sum, amount) => sum + amount, 0n)
/** How Chromium writes 1500.5 for each system, which the page must not copy. */
const SYSTEMS = [
  { name: 'English', lang: 'en-US', env: 'en_US', written: '1,500.5' },
  { name: 'German', lang: 'de', env: 'de_DE', written: '1.500,5' },
  { name: 'Arabic', lang: 'ar', env: 'ar_EG', written: '1,500.5' },
  { name: 'Persian', lang: 'fa', env: 'fa_IR', written: '۱٬۵۰۰٫۵' },
] as const
const ZOOMS = [50, 100, 150, 200] as const

describe('the same numbers, whatever the system and the size', () => {
  const userData = freshUserData()
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-locales-'))
  let running: RunningApp | null = null
  let english: Figures | null = null

  const start = async ({ lang, env }: { lang: string; env: string }): Promise<RunningApp> => {
    const locale = { LANG: `${env}.UTF-8`, LANGUAGE: env, LC_ALL: `${env}.UTF-8` }
    running = await launchApp({ userData: userData.folder, env: locale, args: [`--lang=${lang}`] })
    await connectionShown(running.page)
    await saveFilesTo(running.app, folder)
    return running
  }
  beforeAll(() => fill(userData.folder))
  afterEach(async () => {
    await running?.close()
    running = null
  })
  afterAll(() => {
    userData.remove()
    rmSync(folder, { recursive: true })
  })

  it.each(SYSTEMS)(
    'are read and exported on a system in $name as on any other',
    async ({ lang, env, written }) => {
      const { page, complaints } = await start({ lang, env })
      const system = await page.evaluate(() => [
        navigator.language,
        (1500.5).toLocaleString(navigator.language),
      ])
      expect(system).toEqual([lang, written])
      const figures = await figuresOf(running, folder)
      english ??= figures
      expect(figures).toEqual(english)
      expect(figures.amounts.toSorted()).toEqual(
        AMOUNTS.map((amount) => formatUsd(amount, GROUPED)).toSorted(),
      )
      expect(complaints).toEqual([])
    },
  )

  it('are read from right to left too', async () => {
    running = await launchApp({ userData: userData.folder, env: { TOKENBOOK_LANGUAGE: 'en-XB' } })
    await running.page.locator('nav a[href="#/usage"]').click()
    const { page } = running
    await expect.poll(() => totalShown(page)).toBe(SUM)
  })

  it('are whole in every size, and nothing sticks out', async () => {
    const { page, app } = await start(SYSTEMS[0])
    for (const percent of ZOOMS) {
      await app.evaluate(({ BrowserWindow }, factor) => {
        const window = BrowserWindow.getAllWindows()[0]
        window?.setContentSize(1280, 800)
        window?.webContents.setZoomFactor(factor)
      }, percent / 100)
      for (const view of ['Models', 'Usage'] as const) {
        await openView(page, view)
        await expect
          .poll(() => layoutFaults(page), { timeout: 20_000, message: `${view} at ${percent} %` })
          .toEqual([])
      }
      await expect.poll(() => totalShown(page)).toBe(SUM)
      expect((await figuresOf(running, folder)).csv).toBe(english?.csv)
    }
  })
})

const GROUPED = { thousands: ',' }
type Figures = { prices: string[]; total: string; amounts: string[]; csv: string }

/** What the table of models, the totals, the rows and the file say. */
async function figuresOf(running: RunningApp | null, folder: string): Promise<Figures> {
  if (running === null) throw new Error('the app is not running')
  const { page } = running
  await openView(page, 'Models')
  await modelsShown(page)
  const prices = await page
    .getByRole('table', { name: 'Language models' })
    .locator('tbody tr[data-model] td')
    .allInnerTexts()
  await openView(page, 'Usage')
  await totalShown(page)
  const total = await page.getByRole('region', { name: 'Totals' }).innerText()
  const table = page.getByRole('table', { name: 'Requests and their cost' })
  const rows = table.locator('tbody tr[data-state]')
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(AMOUNTS.length)
  const heads = await table.getByRole('columnheader').allInnerTexts()
  const amounts = await rows
    .locator(`td:nth-child(${heads.findIndex((head) => head.startsWith('Spent')) + 1})`)
    .allInnerTexts()
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await page.getByText(/^Saved .*\.csv: \d+ rows/).waitFor()
  const name = readdirSync(folder).find((one) => one.endsWith('.csv')) ?? ''
  const csv = readFileSync(join(folder, name), 'utf8')
  rmSync(join(folder, name))
  return { prices, total, amounts, csv }
}

/** Puts the amounts into the ledger of the demo, as requests of a moment ago. */
function fill(folder: string): void {
  const storage = openStorage({ folder, now: Date.now })
  if (storage.kind === 'newer') throw new Error('an empty folder holds a newer database')
  storage.ledger.add(manyRows(1, AMOUNTS.length).map(rowOf))
  storage.close()
}

function rowOf(row: AddedRow, index: number): AddedRow {
  const spent = AMOUNTS[index] ?? 0n
  const usage = row.usage && { ...row.usage, billed: spent }
  return { ...row, demo: true, at: Date.now() - index * 1_000, spent, usage }
}
