import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ElectronApplication, Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { parseUsd } from '../../shared/money/ticks.ts'
import { readCsv } from './csv-reader.ts'

/** Only the system's own dialog is replaced: it answers with a file in `folder`, under the name that was suggested. */
export async function saveFilesTo(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, target) => {
    Reflect.set(dialog, 'showSaveDialog', async (...given: { defaultPath?: string }[]) => {
      const name = given.at(-1)?.defaultPath?.split(/[\\/]/).at(-1) ?? 'unnamed'
      return { canceled: false, filePath: `${target}/${name}` }
    })
  }, folder)
}

/** The same for the dialog that opens a file: it answers with this one. */
export async function openFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    Reflect.set(dialog, 'showOpenDialog', async () => ({ canceled: false, filePaths: [chosen] }))
  }, path)
}

/** Ticks in the panel of totals, of the view Usage. */
export async function totalShown(page: Page): Promise<bigint> {
  const shown = page.locator('[data-total="spent"]')
  await shown.waitFor()
  return usdIn(await shown.innerText())
}

/** Today and this month: all of it was spent just now. */
export async function statusSpend(page: Page): Promise<bigint[]> {
  const link = page.getByRole('contentinfo').getByRole('link', { name: /^Today/ })
  await link.waitFor()
  return (await link.innerText()).split('·').slice(0, 2).map(usdIn)
}

/** What the data table of the chart adds up to, which is opened for it. */
export async function chartSum(page: Page): Promise<bigint> {
  const figure = page.getByRole('figure', { name: 'Cost per day, USD' })
  const table = figure.getByRole('button', { name: 'Data table' })
  if ((await table.getAttribute('aria-expanded')) !== 'true') await table.click()
  const cells = await figure.locator('tbody tr td:nth-last-child(2)').allInnerTexts()
  return cells.map(usdIn).reduce((sum, amount) => sum + amount, 0n)
}

/** What the rows of the table that are there by now add up to; all of them must come into sight. */
export async function rowSum(page: Page): Promise<bigint> {
  const table = page.getByRole('table', { name: 'Requests and their cost' })
  const rows = table.locator('tbody tr[data-state]')
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(3)
  const heads = await table.getByRole('columnheader').allInnerTexts()
  const column = heads.findIndex((head) => head.startsWith('Spent')) + 1
  const cells = await rows.locator(`td:nth-child(${column})`).allInnerTexts()
  return cells.map((text) => (text.includes('$') ? usdIn(text) : 0n)).reduce((sum, one) => sum + one, 0n)
}

/** What the rows of the saved CSV add up to, which must be what its last line says. */
export async function csvSum(page: Page, folder: string): Promise<bigint> {
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await page.getByText(/^Saved .*\.csv: [\d,]+ rows/).waitFor()
  const name = readdirSync(folder).find((one) => one.endsWith('.csv')) ?? ''
  const [head = [], ...rows] = readCsv(readFileSync(join(folder, name), 'utf8'))
  const [column, kind] = ['spent_ticks', 'kind'].map((key) => head.indexOf(key))
  const sumOf = (total: boolean) =>
    rows
      .filter((cells) => (cells[kind ?? -1] === 'total') === total)
      .reduce((sum, cells) => sum + BigInt(cells[column ?? -1] ?? 'none'), 0n)
  expect(sumOf(true)).toBe(sumOf(false))
  return sumOf(false)
}

const Line = z.looseObject({
  spent: z.string().optional(),
  total: z.object({ rows: z.number(), spent: z.string() }).optional(),
})

/** What the lines of the saved JSON Lines add up to, which must be what the last one says. */
export async function jsonLinesSum(page: Page, folder: string): Promise<bigint> {
  await page.getByRole('button', { name: 'Export JSON' }).click()
  await page.getByText(/^Saved .*\.jsonl: [\d,]+ rows/).waitFor()
  const name = readdirSync(folder).find((one) => one.endsWith('.jsonl')) ?? ''
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n')
  const read = lines.map((line) => Line.parse(JSON.parse(line)))
  const sum = read.reduce((all, { spent }) => all + BigInt(spent ?? 0), 0n)
  expect(read.at(-1)?.total?.spent).toBe(sum.toString())
  return sum
}

/** Read past the app, which may be running. */
export function databaseSum(userData: string): bigint {
  const file = readdirSync(userData, { recursive: true })
    .map(String)
    .find((name) => /tokenbook\.(db|sqlite)$/.test(name))
  const database = new DatabaseSync(join(userData, file ?? ''), { readOnly: true, timeout: 15_000 })
  try {
    const statement = database.prepare('SELECT sum(spent) AS spent FROM ledger')
    statement.setReadBigInts(true)
    const row = statement.get()
    return BigInt(String(row?.['spent']))
  } finally {
    database.close()
  }
}

/** The amount in a text such as `at least $0.0012`. */
function usdIn(text: string): bigint {
  const amount = parseUsd(/-?\$[\d,.]+\d/.exec(text)?.[0] ?? '')
  if (amount === null) throw new Error(`no amount in ${text}`)
  return amount
}
