import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView, sendPrompt, typeLetters } from '../support/page-actions.ts'

/** Texts that a token view gets wrong easily. */
const TRICKY = {
  'halves-of-characters': '你好，世界 λόγος ñandú 한국어 ไทย',
  'emoji-families-and-flags': '👨‍👩‍👧‍👦 🇩🇪🇫🇷 👍🏽 🏳️‍🌈 ❤️',
  'right-to-left-and-overrides': 'abc שלום مرحبا \u202eoverride\u202c \u2066isolate\u2069 end',
  'combining-stacks': `Z${'\u0301\u0327\u0323'.repeat(12)} a${'\u20dd'.repeat(4)} e\u0301`,
  'controls-and-invisible':
    'nul \0 bell \u0007 esc \u001b zwsp \u200b nbsp \u00a0 bom \ufeff soft\u00adhyphen',
  'white-space': '  two\t\ttabs\r\nand   \n\n\n  lines  ',
  'code-and-json': 'const x = { a: [1, 2] } // 1234567\n{"k": "v", "n": 1.5e3}',
}

describe('the Tokenizer in a real window', () => {
  const userData = freshUserData()
  const files = freshUserData()
  const shots = join(projectFolder, '.cache', 'screenshots', 'tokenizer')
  let running: RunningApp
  let page: Page
  const field = (name = 'Text') => page.getByRole('textbox', { name, exact: true })
  const list = () => page.getByRole('listbox')
  const shot = (name: string) => page.screenshot({ path: join(shots, `${name}.png`) })

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    running = await launchApp({ userData: userData.folder })
    page = running.page
    await modelsShown(page)
    await openView(page, 'Tokenizer')
  })

  it('has its own styles, whichever view was opened first', async () => {
    const chevron = page.getByRole('combobox', { name: 'Model' }).locator('xpath=..').locator('svg').first()
    await chevron.waitFor()
    const { width } = (await chevron.boundingBox()) ?? { width: 0 }
    expect(width).toBeGreaterThan(8)
    expect(width).toBeLessThan(20)
  })

  afterAll(async () => {
    await running?.close()
    userData.remove()
    files.remove()
  })

  async function counted(text: string, of: () => Locator = list): Promise<void> {
    await page.getByRole('button', { name: 'Count tokens' }).click()
    await expect.poll(async () => (await tokenBytes(of())).toString('utf8')).toBe(text)
  }

  it('estimates at once and counts after a pause of typing, without any button', async () => {
    // What stands there for less than a second is watched for from before.
    await page.locator('.slot-count').evaluate((count) => {
      const seen = new Set<string>()
      Reflect.set(window, 'countsSeen', seen)
      new MutationObserver(() => seen.add(count.textContent ?? '')).observe(count, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    await typeLetters(field(), 'Hello world')
    await expect.poll(() => list().getByRole('option').allInnerTexts()).toEqual(['Hello', ' world'])
    const seen = await page.evaluate((): string[] => [...Reflect.get(window, 'countsSeen')])
    expect(seen).toContainEqual(expect.stringMatching(/^About 2 tokens.*estimate/s))
    await expect.poll(() => page.locator('.slot-count').getByText('Demo').isVisible()).toBe(true)
  })

  it.each(Object.entries(TRICKY))('shows every byte of %s', async (name, text) => {
    await field().fill(text)
    await counted(await field().inputValue())
    await page.getByRole('radio', { name: 'Text', exact: true }).check()
    await shot(name)
    expect(await page.getByText('are not this text').count()).toBe(0)
  })

  it('names what cannot be seen, and goes through the tokens by keyboard', async () => {
    await field().fill('a\u202eb')
    await counted('a\u202eb')
    await list().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    const current = list().locator('[aria-selected="true"]')
    await expect.poll(() => current.getAttribute('aria-label')).toContain('right-to-left override')
    await expect.poll(() => page.getByText('U+202E right-to-left override').isVisible()).toBe(true)
  })

  it('keeps the text when another view was open in between', async () => {
    await field().fill('still here')
    await openView(page, 'Models')
    await openView(page, 'Tokenizer')
    await expect.poll(() => field().inputValue()).toBe('still here')
  })

  it('has the exact cost on the counted model and marks the others as estimates', async () => {
    await field().fill('What does this cost?')
    await counted('What does this cost?')
    const table = page.getByRole('table', { name: 'Cost of this text' })
    const model = await page.getByRole('combobox', { name: 'Model' }).inputValue()
    const row = table.getByRole('row').filter({ has: page.getByText(model, { exact: true }) })
    await expect.poll(() => row.innerText()).toContain('exact')
    await expect.poll(() => table.getByText('≈').count()).toBeGreaterThan(3)
    await table.scrollIntoViewIfNeeded()
    await shot('cost')
  })

  it('learns the overhead from a billed request and shows it', async () => {
    // Left while the answer still streams: what it bills is learned all the same.
    await sendPrompt(page, 'How are you?')
    await openView(page, 'Tokenizer')
    await page
      .getByText(/overhead about \d/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'How good are estimates' }).click()
    await page.getByRole('img', { name: /Estimated against billed/ }).scrollIntoViewIfNeeded()
    await shot('estimates')
    await page.getByRole('button', { name: 'Data table' }).click()
    await expect.poll(() => page.getByRole('row', { name: /Billed prompt/ }).count()).toBe(1)
  })

  it('compares two texts side by side', async () => {
    await page.getByRole('radio', { name: 'Two texts' }).check()
    await field('Text 1').fill('one two three')
    await field('Text 2').fill('one')
    await page.getByRole('button', { name: 'Count tokens' }).click()
    await page.getByText('The second takes 2 tokens fewer').waitFor()
    await shot('two-texts')
    await page.getByRole('radio', { name: 'One text' }).check()
  })

  it('counts several files with a total, and refuses one that is no text', async () => {
    const paths = [
      ['a.txt', 'Hello world'],
      ['b.md', '# Heading\n'],
      ['c.bin', '\0\x01\x02'],
    ].map(([name = '', content = '']) => {
      const path = join(files.folder, name)
      writeFileSync(path, content)
      return path
    })
    await page.locator('input[type="file"][multiple]').setInputFiles(paths)
    await page.getByText('3 of 3 files').waitFor()
    const table = page.getByRole('table', { name: /^Files, counted on/ })
    await expect.poll(() => table.getByRole('row', { name: /c\.bin/ }).innerText()).toContain('Not text')
    await expect.poll(() => table.getByRole('row', { name: /^Total/ }).innerText()).toContain('at least')
    await table.scrollIntoViewIfNeeded()
    await shot('files')
  })

  it('holds a megabyte in one line, and a word of 100,000 letters', async () => {
    for (const [name, text, tokens] of [
      ['one-line', 'word '.repeat(200_000), 200_001],
      ['long-word', 'x'.repeat(100_000), 16_667],
    ] as const) {
      await field().focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(text)
      const total = page.locator('.slot-count > p:first-child')
      await expect
        .poll(() => total.innerText(), { timeout: 60_000 })
        .toMatch(new RegExp(`^${tokens.toLocaleString('en')} tokens`))
      await expect.poll(() => list().getAttribute('data-tokens')).toBe(String(tokens))
      // Only the lines in sight are elements.
      expect(await list().getByRole('option').count()).toBeLessThan(1_500)
      await shot(name)
    }
  })

  it('broke no rule of the page', () => {
    expect(running.complaints).toEqual([])
  })
})

/** The bytes of all chips, which show them when they are asked to. */
async function tokenBytes(tokens: Locator): Promise<Buffer> {
  const page = tokens.page()
  await page.getByRole('radio', { name: 'Bytes' }).check()
  const chips = await tokens.getByRole('option').allInnerTexts()
  return Buffer.from(chips.join(' ').replaceAll(/[^0-9A-F]/g, ''), 'hex')
}
