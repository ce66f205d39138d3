import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'
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

describe('what was spent, everywhere the same', () => {
  const userData = freshUserData()
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-usage-'))
  let running: RunningApp

  const start = async () => {
    running = await launchApp({ userData: userData.folder })
    await running.page.getByRole('navigation', { name: 'Views' }).waitFor()
    await saveFilesTo(running.app, folder)
  }
  beforeAll(async () => {
    await start()
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
    rmSync(folder, { recursive: true })
  })

  it('says in an empty ledger what fills it', async () => {
    await openView(running.page, 'Usage')
    await running.page.getByRole('link', { name: 'Open Playground' }).waitFor()
  })

  it('keeps one sum over a restart in status bar, totals, chart, rows, CSV and database', async () => {
    await askTheDemo(running.page)
    await running.close()
    await start()
    const { page } = running
    await openView(page, 'Usage')
    const spent = databaseSum(userData.folder)
    expect(spent).toBeGreaterThan(0n)
    await expect.poll(() => totalShown(page)).toBe(spent)
    await expect.poll(() => statusSpend(page)).toEqual([spent, spent])
    await expect.poll(() => chartSum(page)).toBe(spent)
    await expect.poll(() => rowSum(page)).toBe(spent)
    expect(await csvSum(page, folder)).toBe(spent)
    expect(await jsonLinesSum(page, folder)).toBe(spent)
    expect(databaseSum(userData.folder)).toBe(spent)
    // Where a thread cannot be had its work is done in the main process, and the report says so.
    expect(running.output()).not.toContain('[storage thread]')
  })

  it('saves every chart as an image and breaks no policy of the page', async () => {
    const { page, complaints } = running
    for (const chart of ['Over time', 'Cumulative', 'Share', 'Cost per request', 'Cached share', 'Speed']) {
      await page.getByRole('tab', { name: chart, exact: true }).click()
      const figure = page.getByRole('tabpanel', { name: chart, exact: true }).getByRole('figure').first()
      await figure.locator('svg').first().waitFor()
      await figure.getByRole('button', { name: 'Save image' }).click()
      await expect
        .poll(() => readdirSync(folder).filter((name) => name.endsWith('.png')).length)
        .toBeGreaterThan(0)
      const [image = ''] = readdirSync(folder).filter((name) => name.endsWith('.png'))
      expect(readFileSync(join(folder, image)).length).toBeGreaterThan(5_000)
      rmSync(join(folder, image))
    }
    expect(complaints).toStrictEqual([])
  })

  it('copies the table of a chart so that a spreadsheet and a document can take it', async () => {
    const { app, page } = running
    const figure = page.getByRole('figure').first()
    const copied = async (format: string) => {
      await app.evaluate(({ clipboard }) => clipboard.clear())
      await figure.getByRole('button', { name: 'Copy table' }).click()
      await figure.getByRole('button', { name: format }).click()
      await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).not.toBe('')
      return app.evaluate(async ({ clipboard }) => {
        // Of the two kinds of Electron that it runs on, one has no type for this.
        const html: unknown = Reflect.get(clipboard, 'readHTML')
        return {
          text: await clipboard.readText(),
          html: typeof html === 'function' ? String(Reflect.apply(html, clipboard, [])) : '',
        }
      })
    }
    const { text, html } = await copied('For a spreadsheet (TSV)')
    expect(text.split('\n')[0]?.split('\t')[0]).toBe('Model')
    expect(html).toMatch(/<table[\s\S]*<th[^>]*>Model<\/th>/)
    expect((await copied('Markdown')).text).toMatch(/^\| Model \|/)
  })

  it('adds a budget, and the status bar says that it is kept', async () => {
    const { page } = running
    await page.getByRole('tab', { name: 'Budgets', exact: true }).click()
    await page.getByRole('button', { name: 'Add budget' }).click()
    await page.getByLabel('Limit in USD').fill('5')
    await page.getByRole('button', { name: 'Save budget' }).click()
    await page.getByRole('row', { name: /^Each month/ }).waitFor()
    await page.getByRole('contentinfo').getByText('Budgets kept').waitFor()
    await page.getByRole('button', { name: /^Remove budget/ }).click()
    await page.getByText('Each month was removed.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('row', { name: /^Each month/ }).waitFor()
  })

  it('prices the period again for another cached share', async () => {
    const { page } = running
    await page.getByRole('tab', { name: 'What if', exact: true }).click()
    await page.getByLabel('Cached share of prompts, %').fill('100')
    await page.getByRole('button', { name: 'Price again' }).click()
    await page.getByRole('region', { name: 'Result' }).getByText('Requests priced').waitFor()
  })
})

/** Two answers, and one that is stopped while it comes. */
async function askTheDemo(page: Page): Promise<void> {
  for (const prompt of ['Say one word.', 'Say another word.']) {
    const answer = await sendPrompt(page, prompt)
    await answer.getByText('Billed').first().waitFor({ timeout: 30_000 })
  }
  await sendPrompt(page, 'Tell me a very long story about a lighthouse.')
  await page.getByRole('button', { name: 'Stop' }).first().click()
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
}
