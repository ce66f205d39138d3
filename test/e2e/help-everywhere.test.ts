import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fillViews } from '../../scripts/scenes.ts'
import { demoWindow } from '../support/demo-window.ts'
import { openView, runSideBySide, sendPrompt } from '../support/page-actions.ts'
import { numbersOnPage } from '../support/unexplained-numbers.ts'

/** The parts of views that are opened first: no number may stand there either that the help cannot explain. */
describe('What is this? in what opens', () => {
  const opened = demoWindow()
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-help-'))
  /** Chart texts come with the data: what is bare is asked until nothing is, or for long. */
  const allExplained = async (atLeast: number): Promise<void> => {
    const { page } = opened()
    await expect.poll(async () => (await numbersOnPage(page)).bare).toEqual([])
    await expect.poll(async () => (await numbersOnPage(page)).explained).toBeGreaterThanOrEqual(atLeast)
    expect((await numbersOnPage(page)).bare).toEqual([])
  }

  beforeAll(async () => {
    const { page } = opened()
    await fillViews(page)
    await openView(page, 'Usage')
    await page.getByRole('tab', { name: 'Budgets', exact: true }).click()
    await page.getByRole('button', { name: 'Add budget' }).click()
    await page.getByLabel('Limit in USD').fill('5')
    await page.getByRole('button', { name: 'Save budget' }).click()
    await page.getByRole('row', { name: /^Each month/ }).waitFor()
  })
  // What one test leaves open must not stand in the way of the next.
  afterEach(() => opened().page.keyboard.press('Escape'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['Over time', 'Cumulative', 'Share', 'Cost per request', 'Cached share', 'Speed'])(
    'knows every number of the chart %s and its table',
    async (chart) => {
      const { page } = opened()
      await openView(page, 'Usage')
      await page.getByRole('tab', { name: 'Overview', exact: true }).click()
      await page.getByRole('tab', { name: chart, exact: true }).click()
      const panel = page.getByRole('tabpanel', { name: chart, exact: true })
      await panel.getByRole('figure').first().locator('svg').first().waitFor()
      await unfold(panel.getByRole('button', { name: 'Data table' }).first())
      await allExplained(10)
    },
  )

  it('knows every number of a request', async () => {
    const { page } = opened()
    await openView(page, 'Usage')
    await page.locator('.requests-table .row-button').first().click()
    await page.locator('dialog .usage-details').waitFor()
    await allExplained(10)
  })

  it.each(['Budgets', 'What if', 'Reconcile', 'Import'])('knows every number of %s', async (tab) => {
    const { page } = opened()
    await openView(page, 'Usage')
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await page.getByRole('tabpanel', { name: tab, exact: true }).waitFor()
    if (tab === 'Reconcile') {
      await page.getByLabel('Provider’s total or JSON').fill('0.1')
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      await page.getByRole('region', { name: 'Result' }).waitFor()
    }
    if (tab === 'What if') {
      await page.getByRole('button', { name: 'Price again' }).click()
      await page.getByRole('region', { name: 'Result' }).getByText('Requests priced').waitFor()
    }
    await allExplained(tab === 'Import' ? 0 : 2)
    await page.getByRole('tab', { name: 'Overview', exact: true }).click()
  })

  it('knows every number of the tables and charts of Compare', async () => {
    const { page } = opened()
    await openView(page, 'Compare')
    await page.getByRole('figure').nth(1).locator('svg text').first().waitFor()
    for (const table of await page.getByRole('button', { name: 'Data table' }).all()) await unfold(table)
    await page.getByRole('button', { name: 'Add reference columns' }).click()
    await allExplained(60)
  })

  it('knows every number of side by side, of a request in Playground, and of its costs', async () => {
    const { page } = opened()
    await sendPrompt(page, 'What does this cost?')
    await page.getByText('agree to the last digit').nth(1).waitFor({ timeout: 60_000 })
    await page.getByText('Request details').last().click()
    await allExplained(20)
    await page.getByRole('button', { name: 'Costs', exact: true }).click()
    await allExplained(25)
    await page.getByRole('button', { name: 'Close', exact: true }).first().click()
    await runSideBySide(page, 'Which is cheaper?')
    await allExplained(10)
    await page.getByRole('button', { name: 'Back to the conversation' }).click()
  })

  it('knows every number of the files, the estimates and two texts in Tokenizer', async () => {
    const { page } = opened()
    await openView(page, 'Tokenizer')
    const paths = ['a', 'b'].map((name) => join(folder, `${name}.txt`))
    for (const path of paths) writeFileSync(path, `Some words of ${path}.`)
    await page.locator('input[type="file"][multiple]').setInputFiles(paths)
    await page.getByText('2 of 2 files').waitFor()
    await unfold(page.getByRole('button', { name: 'How good are estimates' }))
    await allExplained(20)
    await page.getByRole('button', { name: 'Close table' }).click()
    await page.getByRole('radio', { name: 'Two texts' }).check()
    await page.getByLabel('Text 2', { exact: true }).fill('Another text to count.')
    await page.getByRole('button', { name: 'Count tokens' }).click()
    await allExplained(12)
    await page.getByRole('radio', { name: 'One text' }).check()
  })

  it('knows every number of the API key, a permission chosen, and of image models', async () => {
    const { page } = opened()
    await openView(page, 'API key')
    await page.getByRole('gridcell').first().click()
    await allExplained(0)
    await openView(page, 'Models')
    await page.getByRole('tab', { name: 'Image generation', exact: true }).click()
    await page.locator('tbody tr[data-model] button').first().click()
    await page.getByRole('complementary').getByRole('button', { name: 'Copy id' }).waitFor()
    await allExplained(6)
  })
})

/** Opens what is folded. */
async function unfold(button: ReturnType<Page['getByRole']>): Promise<void> {
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
}
