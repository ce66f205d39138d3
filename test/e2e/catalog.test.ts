import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Era } from '../../electron/demo/demo-model.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { namedTable, shownTable } from '../support/models-table.ts'
import { addKey, modelIds, openView, statusText } from '../support/page-actions.ts'

async function refreshPrices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Refresh prices' }).click()
}

/** One line for each era: what its lists say, and what they do not say. */
const eras = [
  {
    era: 'A',
    line: [
      'grok-2-1212',
      'grok-2, grok-2-latest',
      'text',
      'text',
      '131,072',
      '$2.00',
      '$2.00',
      '$10.00',
      '–',
      'Dec 12, 2024',
      'yes',
    ],
  },
  {
    era: 'B',
    line: [
      'grok-3-mini',
      'grok-3-mini-latest, grok-3-mini-beta, grok-3-mini-fast',
      'text',
      'text',
      '131,072',
      '$0.30',
      '$0.075',
      '$0.50',
      '–',
      'Apr 4, 2025',
      'yes',
    ],
  },
  {
    era: 'C',
    line: [
      'grok-4.3',
      'grok-4.3-latest, grok-latest',
      'text, image',
      'text',
      '1,000,000',
      '$1.25',
      '$0.20',
      '$2.50',
      '$2.50',
      'Apr 17, 2026',
      'yes',
    ],
  },
] as const satisfies readonly { era: Era; line: readonly string[] }[]

describe.each(eras)('a server of era $era', ({ era, line }) => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp

  beforeAll(async () => {
    server = await startDemoProcess({ era })
    running = await launchApp({ userData: userData.folder, env: { XAI_BASE_URL: server.baseUrl } })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it('is read with a key that was added in the window, price by price', async () => {
    const { page } = running
    await addKey(page, server.key)
    await openView(page, 'Models')
    await expect.poll(() => modelIds(page)).toContain(line[0])
    await expect.poll(() => statusText(page)).toContain(server.host)
    await expect.poll(async () => (await shownTable(page)).rows).toContainEqual([...line])
  })

  it('fits into a window of 1280 pixels without a scrollbar', async () => {
    const { app, page } = running
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1280)
    const table = page.locator('.table-scroll')
    await expect.poll(() => table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    const numbers = page.locator('.model-table :is(tbody th, td.num)')
    await expect
      .poll(() =>
        numbers.evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length),
      )
      .toBe(0)
  })

  it('names the longest id in full at the head of its panel, in the smallest window too', async () => {
    const { app, page } = running
    const ids = await modelIds(page)
    const longest = ids.toSorted((a, b) => b.length - a.length)[0] ?? ''
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024)
    await page.getByRole('button', { name: longest, exact: true }).click()
    const head = page.getByRole('complementary', { name: longest }).getByRole('heading', { level: 2 })
    await expect.poll(() => head.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('never made the page break its own policy', () => {
    expect(running.complaints).toEqual([])
  })
})

describe('what changed between two refreshes', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp

  beforeAll(async () => {
    server = await startDemoProcess({ era: 'C' })
    const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
    running = await launchApp({ userData: userData.folder, env })
    await modelsShown(running.page)
    await running.page.getByRole('contentinfo').getByText(server.host).waitFor()
    await running.page.locator('tr[data-model="grok-4.3"]').waitFor()
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it('says first that there is nothing to compare yet', async () => {
    await running.page.getByRole('tab', { name: 'What changed' }).click()
    await running.page.getByText('Only one reading of the list is stored so far.').waitFor()
  })

  it('lists the alias that moved and the price that changed', async () => {
    const { page } = running
    await server.tell({
      do: 'change-model',
      id: 'grok-4.3',
      change: { aliases: ['grok-4.3-latest'], prices: dearer },
    })
    await server.tell({ do: 'change-model', id: 'grok-4.7', change: { aliases: ['grok-latest'] } })
    await refreshPrices(page)
    await page.getByRole('table', { name: 'Aliases moved' }).waitFor()
    await expect
      .poll(() => namedTable(page, 'Aliases moved'))
      .toEqual([['grok-latest', 'grok-4.3', 'grok-4.7']])
    await expect
      .poll(() => namedTable(page, 'Prices changed'))
      .toEqual([
        ['grok-4.3', 'Input', '$1.25', '$1.50', '+20%'],
        ['grok-4.3', 'Output', '$2.50', '$2.00', '-20%'],
      ])
  })

  it('draws the price history of the model, with the same numbers as a table', async () => {
    const { page } = running
    await page.getByRole('tab', { name: 'Language' }).click()
    await page.locator('tr[data-model="grok-4.3"]').getByRole('button', { name: 'grok-4.3' }).click()
    const chart = page.getByRole('figure', { name: 'Price history of grok-4.3' })
    await chart.locator('path.recharts-line-curve').first().waitFor()
    await chart.getByRole('button', { name: 'Data table' }).click()
    const prices = async () =>
      (await namedTable(page, 'Price history of grok-4.3')).map((row) => row.slice(1))
    await expect.poll(prices).toEqual([
      ['$1.25', '$0.20', '$2.50'],
      ['$1.50', '$0.20', '$2.00'],
    ])
  })

  it('refreshes one model and shows where its answer differs from the list', async () => {
    const { page } = running
    await server.tell({ do: 'change-model', id: 'grok-4.3', change: { version: '2.0' } })
    const panel = page.getByRole('complementary', { name: 'grok-4.3' })
    await panel.getByRole('button', { name: 'Refresh this model' }).click()
    await panel.getByRole('table', { name: 'Differences' }).waitFor()
    await expect.poll(() => namedTable(page, 'Differences')).toEqual([['version', '"1.0"', '"2.0"']])
  })

  it('finds by Back what was filtered and sorted before', async () => {
    const { page } = running
    await page.keyboard.press('Escape')
    const all = await modelIds(page)
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await page.getByLabel('Reasoning', { exact: true }).selectOption('yes')
    await expect.poll(async () => (await modelIds(page)).length).toBeLessThan(all.length)
    const filtered = await modelIds(page)
    await page
      .getByRole('columnheader', { name: /^Output price/ })
      .getByRole('button')
      .click()
    await expect.poll(() => modelIds(page)).not.toEqual(filtered)
    await page.goBack()
    await expect.poll(() => modelIds(page)).toEqual(filtered)
    await page.goBack()
    await expect.poll(() => modelIds(page)).toEqual(all)
  })

  it('never made the page break its own policy', () => {
    expect(running.complaints).toEqual([])
  })
})

/** grok-4.3 with another input and output price. */
const dearer = {
  prompt: 15_000,
  cachedPrompt: 2_000,
  promptImage: 12_500,
  completion: 20_000,
  search: 0,
  longContext: { threshold: 200_000, prompt: 25_000, cachedPrompt: 4_000, completion: 50_000 },
}

describe('a start without the server', () => {
  const userData = freshUserData()
  let running: RunningApp | null = null
  afterEach(async () => {
    await running?.close()
    running = null
  })
  afterAll(() => userData.remove())

  it('shows the last good list with its age and why it is not newer', async () => {
    const server = await startDemoProcess({ era: 'B' })
    const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
    running = await launchApp({ userData: userData.folder, env })
    await modelsShown(running.page)
    await running.page.getByRole('contentinfo').getByText(server.host).waitFor()
    await running.page.locator('tr[data-model="grok-3-mini"]').waitFor()
    const before = await shownTable(running.page)
    await running.close()
    await server.stop()

    running = await launchApp({ userData: userData.folder, env })
    await modelsShown(running.page)
    const alert = running.page.getByRole('alert')
    await alert.getByText('Still showing the list read from').waitFor({ timeout: 30_000 })
    expect(await alert.locator('time').getAttribute('datetime')).toMatch(/^20\d\d-/)
    expect(await alert.innerText()).toContain(server.host)
    const ids = before.rows.map(([id]) => id)
    const { page } = running
    await expect.poll(() => modelIds(page)).toEqual(ids)
  })
})

describe('exports', () => {
  const userData = freshUserData()
  const saved = freshUserData()
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
    await running.app.evaluate(({ dialog }, target) => {
      Reflect.set(dialog, 'showSaveDialog', async (...given: { defaultPath?: string }[]) => {
        const name = given.at(-1)?.defaultPath?.split(/[\\/]/).at(-1) ?? 'unnamed'
        return { canceled: false, filePath: `${target}/${name}` }
      })
    }, saved.folder)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
    saved.remove()
  })

  it('write the rows and columns on screen, in their order, and nothing else', async () => {
    const { page } = running
    await page.getByRole('searchbox', { name: 'Search models' }).fill('4.')
    await page
      .getByRole('columnheader', { name: /^Output price/ })
      .getByRole('button')
      .click()
    await expect.poll(async () => (await shownTable(page)).rows[0]?.[10]).toBe('yes')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: 'Export CSV' }).click()
    await page.getByText(/^Saved as /).waitFor()
    const [name = ''] = readdirSync(saved.folder).filter((file) => file.endsWith('.csv'))
    expect(name).toMatch(/^language-models-\d{4}-\d\d-\d\d\.csv$/)
    const [heads = [], ...lines] = csvCells(readFileSync(join(saved.folder, name), 'utf8'))
    const shown = await shownTable(page)
    const columns = shown.headers.length
    expect(heads.slice(0, columns).map((head) => head.replace(/ \(.*\)$/, ''))).toEqual(shown.headers)
    expect(lines.map((cells) => cells.slice(0, columns))).toEqual(shown.rows.map(asExported))
    expect(lines.length).toBeGreaterThan(2)
  })
})

/** A row of the table as the file writes it: plain numbers, ISO days, empty for what is unknown or none. */
function asExported(row: string[]): string[] {
  return row.map((text, place) => {
    if (text === '–' || text === 'none') return ''
    if (text === 'yes' || text === 'no') return String(text === 'yes')
    if (/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/.test(text)) return new Date(`${text} UTC`).toISOString().slice(0, 10)
    return place >= 4 ? text.replace(/[$,]/g, '') : text
  })
}

/** Cells of a CSV file after RFC 4180. */
function csvCells(text: string): string[][] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
    ),
  )
}
