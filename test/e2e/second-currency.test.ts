import { expect, it, onTestFinished } from 'vitest'
import { fillViews, openView } from '../../scripts/scenes.ts'
import { freshUserData, launchApp, modelsShown } from '../support/electron-app.ts'

it('a second currency is chosen once, stands beside exact dollars with its rate, and outlives a restart', async () => {
  const userData = freshUserData()
  onTestFinished(() => userData.remove())
  const first = await launchApp({ userData: userData.folder })
  onTestFinished(() => first.close())
  await modelsShown(first.page)
  await openView(first.page, 'Settings')
  const form = first.page.getByRole('form', { name: 'Second currency' })
  await form.getByRole('combobox', { name: 'Currency' }).selectOption('EUR')
  await form.getByLabel('1 USD in EUR').fill('0.92')
  await form.getByLabel('Rate of').fill('2026-11-20')
  await form.getByRole('button', { name: 'Save currency' }).click()
  const rate = '≈ at 1 USD = 0.92 EUR, Nov 20, 2026'
  await first.page.getByText(rate).waitFor()
  await first.close()

  const { page, close } = await launchApp({ userData: userData.folder })
  onTestFinished(close)
  await page.getByText(rate).waitFor()
  await fillViews(page)
  const bill = page.getByRole('group', { name: 'Cost of this answer' }).last()
  await expect.poll(() => bill.getByText(/^≈€0\.\d+$/).count()).toBe(2)
  await expect.poll(() => bill.getByText(rate).count()).toBe(1)
  await openView(page, 'Compare')
  const costs = page.getByRole('table', { name: 'Workload cost' })
  const amounts = costs.getByRole('row').nth(1).getByRole('cell').first().locator('span')
  await expect.poll(() => amounts.count()).toBeGreaterThan(1)
  const [dollars = '', euros = ''] = await amounts.allInnerTexts()
  expect(dollars).toMatch(/^\$0\.\d+$/)
  expect(Number(euros.replace('≈€', ''))).toBeCloseTo(Number(dollars.replace('$', '')) * 0.92, 5)
  await openView(page, 'Usage')
  await page.getByRole('region', { name: 'Totals' }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('€')
})
