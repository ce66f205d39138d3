import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openView } from './page-actions.ts'
import type { WalkWords } from './walk-words.ts'

const MONEY = /\$\d[\d,]*\.\d*[1-9]/

/**
 * What a new person does who knows only the README and the words on screen: takes the tour, opens a model, compares,
 * counts, asks, stops an answer, reads a bill, finds it again under Usage, looks what a key may do, changes the theme,
 * and gets about by keyboard. Everything is found by its role and its name.
 */
export async function walkThrough(page: Page, words: WalkWords): Promise<void> {
  await takeTour(page, words)
  await openModel(page, words)
  await compareTwo(page, words)
  await countTokens(page, words)
  await stopAnswer(page, words)
  const billed = await readBill(page, words)
  await findBill(page, words, billed)
  await lookAtKey(page, words)
  await darken(page, words)
  await byKeyboard(page, words)
}

async function takeTour(page: Page, { tour, views }: WalkWords): Promise<void> {
  await openView(page, views.models)
  await page.getByRole('button', { name: tour.start, exact: true }).click()
  const next = page.getByRole('dialog').getByRole('button', { name: tour.next, exact: true })
  const done = page.getByRole('dialog').getByRole('button', { name: tour.done, exact: true })
  const seen = new Set<string>()
  while ((await done.count()) === 0) {
    const step = await page.getByRole('dialog').getByRole('heading').innerText()
    expect(seen).not.toContain(step)
    seen.add(step)
    await next.click()
  }
  expect(seen.size).toBe(5)
  await done.click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function openModel(page: Page, { models, views }: WalkWords): Promise<void> {
  await openView(page, views.models)
  const search = page.getByRole('searchbox', { name: models.search })
  await search.fill('non-reasoning')
  const names = page.getByRole('table', { name: models.table }).getByRole('rowheader')
  await expect.poll(() => names.allInnerTexts()).toEqual(['grok-4.20-0309-non-reasoning'])
  await names.getByRole('button').click()
  const panel = page.getByRole('complementary', { name: 'grok-4.20-0309-non-reasoning' })
  await panel.getByRole('button', { name: models.copyId }).waitFor()
  // 12,500 and 25,000 ticks a token: $1.25 and $2.50 a million (1 tick is 1e-10 USD).
  const prices = panel.getByRole('table', { name: models.prices })
  await prices.getByText('$1.25', { exact: true }).first().waitFor()
  await prices.getByText('$2.50', { exact: true }).first().waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await search.fill('')
  await expect.poll(() => names.count()).toBeGreaterThan(3)
}

/** By hand: 720 × 20,000 + 1,080 × 5,000 + 500 × 60,000 ticks, and 720 × 12,500 + 1,080 × 2,000 + 500 × 25,000. */
async function compareTwo(page: Page, { compare, views }: WalkWords): Promise<void> {
  await openView(page, views.compare)
  await page.getByRole('button', { name: compare.start, exact: true }).click()
  const table = page.getByRole('table', { name: compare.table })
  const rows = table.getByRole('row')
  await rows.filter({ hasText: 'grok-4.7' }).getByText('$0.00498', { exact: true }).waitFor()
  const cheapest = rows.filter({ hasText: compare.cheapest })
  await cheapest.getByText('$0.002366', { exact: true }).waitFor()
  await page.getByRole('slider', { name: compare.cachedShare }).press('ArrowRight')
  await cheapest.getByText('$0.002366', { exact: true }).waitFor({ state: 'detached' })
}

async function countTokens(page: Page, { tokenizer, views }: WalkWords): Promise<void> {
  await openView(page, views.tokenizer)
  await page.getByLabel(tokenizer.text, { exact: true }).fill('What does this cost?')
  await page.getByRole('button', { name: tokenizer.count, exact: true }).click()
  await page.getByRole('option', { name: tokenizer.firstToken }).first().waitFor()
}

async function stopAnswer(page: Page, words: WalkWords): Promise<void> {
  const { stop, stopped } = words.playground
  const answer = await ask(page, words, 'Write a very long essay about token prices.')
  await expect.poll(async () => (await answer.innerText()).length, { timeout: 60_000 }).toBeGreaterThan(120)
  await page.getByRole('button', { name: stop, exact: true }).click()
  await answer.getByText(stopped).waitFor()
}

/** What the answer was billed, as shown. */
async function readBill(page: Page, words: WalkWords): Promise<string> {
  const { agree, bill, billed } = words.playground
  const answer = await ask(page, words, 'What does an answer cost?')
  const group = answer.getByRole('group', { name: bill })
  await group.getByText(agree).waitFor({ timeout: 60_000 })
  await group.getByText(billed, { exact: true }).first().waitFor()
  const amount = MONEY.exec(await group.innerText())?.[0]
  if (amount === undefined) throw new Error('the bill names no amount')
  return amount
}

async function ask(page: Page, { playground, views }: WalkWords, prompt: string): Promise<Locator> {
  await openView(page, views.playground)
  await page.getByRole('textbox', { name: playground.message, exact: true }).fill(prompt)
  const send = page.getByRole('button', { name: playground.send, exact: true, disabled: false })
  await send.waitFor()
  const asked = page.getByRole('listitem').filter({ hasText: prompt })
  const answers = page.getByRole('article', { name: playground.answer, exact: true })
  const before = await answers.count()
  await send.click()
  await asked.first().waitFor()
  const answer = answers.nth(before)
  await answer.waitFor()
  return answer
}

/** The same amount stands in a row of the record, and the sum of all rows is no less. */
async function findBill(page: Page, { usage, views }: WalkWords, billed: string): Promise<void> {
  await openView(page, views.usage)
  await expect.poll(() => page.getByRole('region', { name: usage.totals }).innerText()).toMatch(MONEY)
  const rows = page.getByRole('table', { name: usage.requests }).getByRole('row')
  await rows.filter({ hasText: billed }).first().waitFor()
}

async function lookAtKey(page: Page, { key, views }: WalkWords): Promise<void> {
  await openView(page, views.key)
  await page.getByRole('heading', { name: key.add }).waitFor()
  await page.getByRole('textbox', { name: key.field, exact: true }).waitFor()
  await page.getByRole('grid', { name: key.permissions }).getByRole('gridcell').first().waitFor()
}

async function darken(page: Page, { settings, views }: WalkWords): Promise<void> {
  await openView(page, views.settings)
  await page.getByRole('radio', { name: settings.dark, exact: true }).check()
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
}

async function byKeyboard(page: Page, { palette, views }: WalkWords): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog', { name: palette }).waitFor()
  await page.keyboard.type(views.tokenizer)
  await page.getByRole('option', { name: views.tokenizer }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: views.tokenizer, exact: true }).waitFor()
  await page.keyboard.press('Control+1')
  await page.getByRole('heading', { level: 1, name: views.models, exact: true }).waitFor()
}
