import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { answers, modelIds, openView, sendPrompt, statusText } from '../support/page-actions.ts'

/** A person without a key, on a computer that never saw Tokenbook. One story, told in order. */
describe('first run with the built-in demo', () => {
  const userData = freshUserData()
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  it('opens on Models in demo mode, says so, and lists models', async () => {
    const { page } = running
    await page.getByRole('heading', { level: 1, name: 'Models', exact: true }).waitFor()
    await expect.poll(() => page.getByRole('region', { name: 'Demo mode' }).isVisible()).toBe(true)
    await expect.poll(() => statusText(page)).toMatch(/^Demo No key/)
    await expect.poll(() => modelIds(page)).toContain('grok-4.7')
  })

  it('shows prices exactly in every unit', async () => {
    const { page } = running
    const row = page.locator('tr[data-model="grok-4.3"]')
    const units = page.getByRole('radiogroup', { name: 'Price unit' })
    await expect.poll(() => row.innerText()).toContain('$1.25')
    await units.getByRole('radio', { name: 'per token' }).click()
    await row.getByText('$0.00000125').waitFor()
    await units.getByRole('radio', { name: 'raw' }).click()
    await row.getByText('12500').or(row.getByText('12,500')).first().waitFor()
    await units.getByRole('radio', { name: 'per 1M tokens' }).click()
    await row.getByText('$1.25').waitFor()
  })

  it('finds a model as one types, and shows everything known of it', async () => {
    const { page } = running
    await page.getByRole('searchbox', { name: 'Search models' }).fill('code-fast')
    await expect.poll(() => modelIds(page)).toEqual(['grok-build-0.1'])
    await page
      .locator('tr[data-model="grok-build-0.1"]')
      .getByRole('button', { name: 'grok-build-0.1' })
      .click()
    const panel = page.getByRole('complementary', { name: 'grok-build-0.1' })
    await panel.getByText('Raw JSON').first().click()
    await panel.getByText('"prompt_text_token_price": 10000').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Search models' }).fill('')
  })

  it('streams an answer that grows, and accounts for it to the tick', async () => {
    const answer = await sendPrompt(running.page, 'Explain in some detail how prompt caching saves money.')
    // Counted in the page itself: a computer that is busy with other things asks too seldom to see it grow.
    await answer.evaluate((element) => {
      const lengths = new Set<number>()
      Reflect.set(window, 'answerLengths', lengths)
      new MutationObserver(() => lengths.add(element.textContent?.length ?? 0)).observe(element, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    await answer.getByText('Billed and computed agree to the last digit.').waitFor({ timeout: 60_000 })
    const lengths = await running.page.evaluate((): number => Reflect.get(window, 'answerLengths').size)
    expect(lengths).toBeGreaterThan(5)
    // What it cost is not cut off in the list either, once that has heard of the end.
    const facts = running.page
      .getByRole('navigation', { name: 'Conversations' })
      .locator('.conversation-facts')
    await expect.poll(() => facts.innerText()).toMatch(/^2 messages · \$0\.\d+$/)
    await expect
      .poll(() => facts.evaluate((element) => element.scrollWidth <= element.clientWidth))
      .toBe(true)
  })

  it('stops at once and keeps what came', async () => {
    const { page } = running
    const answer = await sendPrompt(page, 'Write a long essay about token prices.')
    await expect.poll(async () => (await answer.innerText()).length).toBeGreaterThan(120)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
    await answer
      .getByText(/stopped/i)
      .first()
      .waitFor()
    const text = answer.locator('.answer-text')
    const kept = await text.innerText()
    await page.waitForTimeout(700)
    expect(await text.innerText()).toBe(kept)
    // Stopped in the middle: the whole of it would have a bill that agrees.
    expect(await answer.getByText('agree to the last digit').count()).toBe(0)
  })

  it('finds conversation, view and banner as they were after a restart', async () => {
    const before = await answers(running.page).allInnerTexts()
    await openView(running.page, 'Models')
    await running.page.getByRole('button', { name: 'Keep exploring' }).click()
    await openView(running.page, 'Playground')
    const { complaints } = running
    await running.close()
    expect(complaints).toEqual([])

    running = await launchApp({ userData: userData.folder })
    await running.page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor()
    await expect.poll(() => answers(running.page).count()).toBe(before.length)
    await expect.poll(() => answers(running.page).allInnerTexts()).toEqual(before)
    await expect.poll(() => running.page.getByRole('region', { name: 'Demo mode' }).count()).toBe(0)
  })

  it('never made the page break its own policy', () => {
    expect(running.complaints).toEqual([])
  })
})
