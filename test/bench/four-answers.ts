import type { Page } from 'playwright-core'

/** Four answers side by side in one window, each as the server paces it, until all have come. */
export async function fourAtOnce(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run side by side', exact: true }).click()
  const board = page.getByRole('region', { name: 'Run side by side' })
  await board.getByLabel('Prompt for all').fill('Go on.')
  for (let column = 2; column < 4; column += 1)
    await board.getByRole('button', { name: 'Add a model' }).click()
  await board.locator('button[type="submit"]').click()
  await page.waitForFunction(() => document.querySelectorAll('.side-by-side .answer-block').length > 4)
  await page.waitForFunction(
    () => document.querySelectorAll('.side-by-side .answer[aria-busy="true"]').length === 0,
    undefined,
    { timeout: 900_000, polling: 1_000 },
  )
}
