import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openView, sendPrompt } from './page-actions.ts'

const MONEY = /\$\d[\d,]*\.\d*[1-9]/

/**
 * What a new person does who knows only the README and the words on screen: finds a model, compares, counts, asks,
 * reads the bill, finds it again under Usage, looks what a key may do, changes the theme, and gets about by keyboard.
 */
export async function walkThrough(page: Page): Promise<void> {
  await findModel(page)
  await compareTwo(page)
  await countTokens(page)
  const spent = await readBill(page)
  await openView(page, 'Usage')
  await expect.poll(() => page.locator('[data-total="spent"]').innerText()).toMatch(MONEY)
  expect(spent).toMatch(MONEY)
  await openView(page, 'API key')
  await page.getByRole('heading', { name: 'Add an API key' }).waitFor()
  await openView(page, 'Settings')
  await page.getByRole('radio', { name: 'Dark', exact: true }).check()
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
  await byKeyboard(page)
}

async function findModel(page: Page): Promise<void> {
  await openView(page, 'Models')
  await page.getByRole('searchbox').fill('non-reasoning')
  const rows = page.getByRole('table', { name: 'Language models' }).locator('tbody tr[data-model]')
  await expect.poll(() => rows.count()).toBe(1)
  await rows.first().click()
  await page.getByRole('complementary').getByRole('button', { name: 'Copy id' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('')
}

async function compareTwo(page: Page): Promise<void> {
  await openView(page, 'Compare')
  await page.getByRole('button', { name: /^Compare grok/ }).click()
  await page.getByText('Cheapest').first().waitFor()
  await page.getByRole('slider', { name: 'Cached share' }).press('ArrowRight')
}

async function countTokens(page: Page): Promise<void> {
  await openView(page, 'Tokenizer')
  await page.getByLabel('Text', { exact: true }).fill('What does this cost?')
  await page.getByRole('button', { name: 'Count tokens' }).click()
  await page.getByRole('option', { name: /^Token 1:/ }).waitFor()
}

/** What the answer was billed, as shown. */
async function readBill(page: Page): Promise<string> {
  const answer = await sendPrompt(page, 'What does an answer cost?')
  const bill = answer.getByRole('group', { name: 'Cost of this answer' })
  await expect.poll(async () => await bill.innerText(), { timeout: 60_000 }).toMatch(MONEY)
  return await bill.innerText()
}

async function byKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.waitFor()
  await page.keyboard.type('Tokenizer')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Tokenizer', exact: true }).waitFor()
  await page.keyboard.press('Control+1')
  await page.getByRole('heading', { level: 1, name: 'Models', exact: true }).waitFor()
}
