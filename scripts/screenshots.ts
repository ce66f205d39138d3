import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { launchHeld } from './launch-held.ts'
import { projectFolder } from './project-folder.ts'
import { chooseTheme, fillViews, pictureName, pictureOf, resize, SIZES, THEMES, VIEWS } from './scenes.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm run screenshots`: every view of the demo in every theme and two sizes, into docs/screenshots. */
const folder = join(projectFolder, 'docs', 'screenshots')
mkdirSync(folder, { recursive: true })
ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: false })
await electronRuntime()
buildIfStale()
const display = await ensureDisplay()
const userData = mkdtempSync(join(tmpdir(), 'tokenbook-screenshots-'))
const app = await launchHeld({ userData })
try {
  const page = await app.firstWindow()
  await page.waitForSelector('html[data-first-row="true"]')
  await fillViews(page)
  for (const theme of keysOf(THEMES)) {
    await chooseTheme(page, theme)
    for (const size of keysOf(SIZES)) await shoot(app, page, theme, size)
  }
} finally {
  await app.close()
  display.stop()
  rmSync(userData, { recursive: true, force: true })
}

async function shoot(
  running: ElectronApplication,
  page: Page,
  theme: keyof typeof THEMES,
  size: keyof typeof SIZES,
): Promise<void> {
  await resize(running, size)
  for (const view of VIEWS)
    writeFileSync(join(folder, pictureName(view, theme, size)), await pictureOf(page, view))
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record)
}
