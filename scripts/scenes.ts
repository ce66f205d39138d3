import type { ElectronApplication, Page } from 'playwright-core'

/** What docs/screenshots show: every view of the demo, filled as in use. The test of how it looks opens the same. */
export const VIEWS = ['Models', 'Compare', 'Tokenizer', 'Playground', 'Usage', 'API key', 'Settings'] as const
export const THEMES = { light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' } as const
export const SIZES = { '': { width: 1280, height: 800 }, '-small': { width: 1024, height: 700 } } as const

export type View = (typeof VIEWS)[number]

/** `playground-dark-small.png`. */
export function pictureName(view: View, theme: keyof typeof THEMES, size: keyof typeof SIZES): string {
  return `${view.toLowerCase().replace(' ', '-')}-${theme}${size}.png`
}

/** What is counted and asked for a picture: letters that every computer has. */
const FOR_PICTURES = {
  text: 'Prices are per token, so count them first: naïve, Straße, Привет.',
  prompt: 'Explain how prompt caching changes what a request costs.',
}

/** Something to show in the views that are empty at first. The demo answers the same each time. */
export async function fillViews(page: Page, { text, prompt } = FOR_PICTURES): Promise<void> {
  await openView(page, 'Compare')
  await page.getByRole('button', { name: /^Compare grok/ }).click()
  await openView(page, 'Tokenizer')
  await page.getByLabel('Text', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Count tokens' }).click()
  await openView(page, 'Playground')
  await page.getByLabel('Message').fill(prompt)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('agree to the last digit').waitFor({ timeout: 60_000 })
}

/** Goes to a view through the navigation, as a person does. */
export async function openView(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: view, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: view, exact: true }).waitFor()
}

export async function chooseTheme(page: Page, theme: keyof typeof THEMES): Promise<void> {
  await openView(page, 'Settings')
  await page.getByRole('radio', { name: THEMES[theme], exact: true }).check()
}

export async function resize(app: ElectronApplication, size: keyof typeof SIZES): Promise<void> {
  await app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height)
  }, SIZES[size])
}

/** The view as a picture, once fonts, charts and lazily loaded parts are there: nothing moves any more. */
export async function pictureOf(page: Page, view: View): Promise<Buffer> {
  await openView(page, view)
  await page.mouse.move(0, 0)
  const loading = page.locator('[aria-busy="true"], .skeleton')
  let before = await page.screenshot()
  for (let look = 0; look < 40; look += 1) {
    await page.waitForTimeout(150)
    if ((await loading.count()) > 0) continue
    const now = await page.screenshot()
    if (now.equals(before)) return now
    before = now
  }
  return before
}
