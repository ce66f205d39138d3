import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoWindow } from '../support/demo-window.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'
import { numbersOnPage } from '../support/unexplained-numbers.ts'

/** Every view with something in it: no number may stand there that the help cannot explain. */
describe('What is this?', () => {
  const opened = demoWindow()

  it('knows every number of Models, its panel and its other tabs', async () => {
    const { page } = opened()
    await page.locator('tr[data-model="grok-4.3"]').getByRole('button', { name: 'grok-4.3' }).click()
    const panel = page.getByRole('complementary', { name: 'grok-4.3' })
    await panel.getByText('Raw JSON').first().waitFor()
    await allExplained(page, 20)
    await page.keyboard.press('Escape')
    for (const tab of ['Image generation', 'What changed']) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.getByRole('tabpanel', { name: tab, exact: true }).waitFor()
      await allExplained(page, 0)
    }
  })

  it('knows every number of Compare', async () => {
    const { page } = opened()
    await openView(page, 'Compare')
    await page.getByRole('button', { name: /^Compare grok/ }).click()
    await page.getByRole('table', { name: 'Workload cost' }).waitFor()
    await page.getByRole('figure').nth(1).locator('svg text').first().waitFor()
    await allExplained(page, 41)
  })

  it('knows every number of Tokenizer', async () => {
    const { page } = opened()
    await openView(page, 'Tokenizer')
    await page.getByLabel('Text', { exact: true }).fill('Count these words, naïve as they are: 你好.')
    await page.getByRole('button', { name: 'Count tokens' }).click()
    await page.getByRole('region', { name: 'Tokens', exact: true }).waitFor()
    await allExplained(page, 11)
  })

  it('knows every number of Playground before, and after an answer', async () => {
    const { page } = opened()
    const answer = await sendPrompt(page, 'Explain prompt caching.')
    await answer.getByText('agree to the last digit').waitFor({ timeout: 60_000 })
    await page.getByLabel('Message').fill('One more question, please.')
    await allExplained(page, 16)
  })

  it('knows every number of Usage, API key and Settings', async () => {
    const { page } = opened()
    await openView(page, 'Usage')
    await page.getByRole('region', { name: 'Totals' }).waitFor()
    await page.getByRole('figure').first().locator('svg text').first().waitFor()
    await allExplained(page, 5)
    await openView(page, 'API key')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await allExplained(page, 0)
    await openView(page, 'Settings')
    await page.getByRole('heading', { name: 'Backups and deletion' }).waitFor()
    await page.getByRole('button', { name: 'Save retention' }).waitFor()
    await allExplained(page, 0)
  })
})

/** Texts of charts come with their data, and labels with their numbers: both are asked for until they are there. */
async function allExplained(page: Page, atLeast: number): Promise<void> {
  await expect.poll(async () => (await numbersOnPage(page)).explained).toBeGreaterThanOrEqual(atLeast)
  await expect.poll(async () => (await numbersOnPage(page)).bare).toEqual([])
}

/** The tour in the real window: each step points at the thing it speaks of. */
describe('the tour', () => {
  const opened = demoWindow()

  it('leads through the views by its buttons, pointing at what it speaks of', async () => {
    const { page } = opened()
    await page.getByRole('button', { name: 'Take the tour' }).click()
    const steps = [
      { title: 'Every model and what it costs', points: 'table.model-table' },
      { title: 'One switch for all prices', points: '[role="radiogroup"]' },
      { title: 'Compare on your own work', points: 'section.choose' },
      { title: 'The cost before you send', points: 'section.cost-card' },
      { title: 'All that was spent', points: '.usage-panel' },
      { title: 'Your own key', points: 'input[type="password"]' },
    ]
    for (const [at, { title, points }] of steps.entries()) {
      const dialog = page.getByRole('dialog', { name: title })
      await dialog.waitFor()
      await page.locator(`${points}[data-toured]`).waitFor()
      // Cells that stay in sight would cover the outline of a table: its frame is marked instead.
      if (at === 0)
        await expect.poll(() => page.evaluate(markOfTable)).toEqual({ border: '3px', outline: 'none' })
      await dialog.getByRole('button', { name: at === steps.length - 1 ? 'Done' : 'Next' }).click()
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('button', { name: 'Take the tour' }).count()).toBe(0)
    expect(opened().complaints).toEqual([])
  })
})

function markOfTable(): { border: string | undefined; outline: string | undefined } {
  const table = document.querySelector('table[data-toured]')
  const frame = document.querySelector('.models-split')
  return {
    border: frame === null ? undefined : getComputedStyle(frame, '::after').borderTopWidth,
    outline: table === null ? undefined : getComputedStyle(table).outlineStyle,
  }
}
