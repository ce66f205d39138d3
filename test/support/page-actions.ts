import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openView } from '../../scripts/scenes.ts'

export { openView }

/** Enters a key on the API key view. `keep: 'weak'` ticks the opt-in for computers without a keyring. */
export async function addKey(page: Page, key: string, keep: 'offered' | 'weak' = 'offered'): Promise<void> {
  await openView(page, 'API key')
  await page.locator('input[type="password"]').fill(key)
  if (keep === 'weak') await page.getByLabel('Keep it on disk with weaker protection').check()
  await page.getByRole('button', { name: 'Save key' }).click()
  await page.getByRole('button', { name: 'Forget key' }).waitFor()
}

/** The words of the status bar. */
export async function statusText(page: Page): Promise<string> {
  return (await page.getByRole('contentinfo').innerText()).replace(/\s+/g, ' ')
}

/** Types a prompt and sends it; returns the answer that begins. Only what can be sent to is an open conversation. */
export async function sendPrompt(page: Page, prompt: string): Promise<Locator> {
  await openView(page, 'Playground')
  await page.getByLabel('Message').fill(prompt)
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await send.and(page.locator(':enabled')).waitFor()
  const before = await answers(page).count()
  await send.click()
  const answer = answers(page).nth(before)
  await answer.waitFor()
  return answer
}

export function answers(page: Page): Locator {
  return page.locator('.message[data-role="assistant"]')
}

/**
 * Types letter by letter without a pause between them that is longer than a person's: one that a busy computer makes
 * would be the end of the typing for whatever waits for it.
 */
export async function typeLetters(field: Locator, letters: string): Promise<void> {
  await field.focus()
  await field.evaluate((_, typed) => {
    for (const letter of typed) document.execCommand('insertText', false, letter)
  }, letters)
}

/** The rows of the table of language models, by id. */
export async function modelIds(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: 'Language models' }).locator('tbody tr[data-model]')
  return await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-model') ?? ''))
}

/** Asks the two models that are offered the same, side by side; returns their columns when each has its bill. */
export async function runSideBySide(page: Page, prompt: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Run side by side' }).click()
  await page.getByRole('textbox', { name: 'Prompt for all' }).fill(prompt)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const columns = page.locator('.answer-column')
  await expect.poll(() => columns.count()).toBe(2)
  for (const column of await columns.all())
    await column
      .getByText(/\$0\.0*[1-9]/)
      .first()
      .waitFor({ timeout: 60_000 })
  return columns
}
