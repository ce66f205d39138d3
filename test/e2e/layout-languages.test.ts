import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { escapedWords, layoutFaults } from '../support/layout-faults.ts'

const VIEWS = ['models', 'compare', 'tokenizer', 'playground', 'usage', 'api-key', 'settings'] as const
const SIZES = [
  { width: 1024, height: 700 },
  { width: 1280, height: 800 },
] as const
/** Data, not words: ids, endpoints, modalities, names people gave, times in the locale, and what was typed. */
const DATA = [
  /^(grok|text|image|chat|models|tokenize|sample|embed|documents|voice|demo|default)\b[\w.,· -]*$/i,
  /^(xAI|Demo)( ·)*( key)?$/,
  /^(\(?\d+ (second|minute|hour|day)s? ago\)?|\(?now\)?)$/,
  /^[A-Z][a-z]{2} \d{1,2}(, \d{4})?(, \d{1,2}:\d{2}(:\d{2})? [AP]M)?( \(.*\))?$/,
  /^[\d.]+ sec$/,
  /^(English|简体中文)$/,
]

/** English made two fifths longer, and the same from right to left: what holds them holds German, Finnish and Arabic. */
describe.each([
  { language: 'en-XA', what: 'longer words', direction: 'ltr' },
  { language: 'en-XB', what: 'words from right to left', direction: 'rtl' },
])('with $what', ({ language, direction }) => {
  const userData = freshUserData()
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder, env: { TOKENBOOK_LANGUAGE: language } })
    await modelsShown(running.page)
    await fill(running.page)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  it('tells the page its direction', async () => {
    const told = await running.page.evaluate(() => [
      document.documentElement.lang,
      document.documentElement.dir,
    ])
    expect(told).toEqual([language, direction])
  })

  describe.each(SIZES)('at $width × $height', (size) => {
    beforeAll(() =>
      running.app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
      }, size),
    )

    it.each(VIEWS)('fits %s: nothing sticks out, nothing is cut', async (view) => {
      await open(running.page, view)
      await expect.poll(() => layoutFaults(running.page), { timeout: 20_000 }).toEqual([])
    })
  })

  it.each(VIEWS)('takes every word of %s from the catalogue', async (view) => {
    await open(running.page, view)
    const escaped = (): Promise<string[]> =>
      escapedWords(running.page).then((words) =>
        words.filter((text) => !DATA.some((data) => data.test(text))),
      )
    await expect.poll(escaped, { timeout: 20_000 }).toEqual([])
  })
})

/** Something to show in the views that are empty at first. */
async function fill(page: Page): Promise<void> {
  await open(page, 'compare')
  await page.locator('.state-panel button').first().click()
  await page.locator('table').first().waitFor()
  await open(page, 'tokenizer')
  await page.locator('main textarea').fill('def')
  await page.keyboard.press('Tab')
  await page.locator('.chip').first().waitFor()
}

async function open(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  await page.locator(`nav a[href="#/${view}"]`).click()
  await page.locator(`nav a[href="#/${view}"][aria-current="page"]`).waitFor()
  await page.locator('main h1').waitFor()
  // Views load their parts one after the other: what is measured is polled for, and this is where it begins.
  await page.locator('main :is(table, form, section, textarea)').first().waitFor()
}
