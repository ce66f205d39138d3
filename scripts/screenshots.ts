import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { buildIfStale } from './build-if-stale.ts'
import { electronArguments } from './electron-arguments.ts'
import { electronRuntime } from './electron-runtime.ts'
import { projectFolder } from './project-folder.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm run screenshots`: every view of the demo in every theme and two sizes, into docs/screenshots. */
const VIEWS = ['Models', 'Compare', 'Tokenizer', 'Playground', 'Usage', 'API key', 'Settings'] as const
const THEMES = { light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' } as const
const SIZES = { '': { width: 1280, height: 800 }, '-small': { width: 1024, height: 700 } } as const

const folder = join(projectFolder, 'docs', 'screenshots')
mkdirSync(folder, { recursive: true })
ensureLibraries({ display: Boolean(process.env['DISPLAY']), keyring: false })
const runtime = await electronRuntime()
buildIfStale()
const display = await ensureDisplay()
const userData = mkdtempSync(join(tmpdir(), 'tokenbook-screenshots-'))
const app = await _electron.launch({
  executablePath: runtime.executable,
  args: [projectFolder, ...electronArguments(userData)],
  cwd: projectFolder,
})
try {
  const page = await app.firstWindow()
  await page.waitForSelector('html[data-first-row="true"]')
  await fill(page)
  for (const [theme, label] of Object.entries(THEMES)) {
    await open(page, 'Settings')
    await page.getByRole('radio', { name: label, exact: true }).check()
    for (const [suffix, size] of Object.entries(SIZES)) await shoot(app, page, `${theme}${suffix}`, size)
  }
} finally {
  await app.close()
  display.stop()
  rmSync(userData, { recursive: true, force: true })
}

/** Something to show in the views that are empty at first. */
async function fill(page: Page): Promise<void> {
  await open(page, 'Compare')
  await page.getByRole('button', { name: /^Compare grok/ }).click()
  await open(page, 'Tokenizer')
  await page
    .getByLabel('Text', { exact: true })
    .fill('Prices are per token, so count them first: naïve, 你好, 👩‍👩‍👧.')
  await page.getByRole('button', { name: 'Count tokens' }).click()
  await open(page, 'Playground')
  await page.getByLabel('Message').fill('Explain how prompt caching changes what a request costs.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('agree to the last digit').waitFor({ timeout: 60_000 })
}

async function open(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: view, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: view, exact: true }).waitFor()
}

async function shoot(
  running: ElectronApplication,
  page: Page,
  suffix: string,
  size: { width: number; height: number },
): Promise<void> {
  await running.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height)
  }, size)
  for (const view of VIEWS) {
    await open(page, view)
    // Fonts, charts and lazily loaded parts: nothing moves any more after this.
    await page.waitForTimeout(500)
    const name = view.toLowerCase().replace(' ', '-')
    await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) })
  }
}
