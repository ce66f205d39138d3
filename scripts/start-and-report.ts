import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import type { ElectronRuntime } from './electron-runtime.ts'
import { launchHeld } from './launch-held.ts'
import { cacheFolder } from './project-folder.ts'

export type Report = { runtime: ElectronRuntime; once: boolean; userData: string | null }

const LONGEST_START_MS = 60_000

/** Opens the app where nobody can see it, and tells what there is to see. */
export async function startAndReport({ runtime, once, userData }: Report): Promise<void> {
  const spawnedAt = performance.now()
  const app = await launchHeld({ userData })
  try {
    const page = await app.firstWindow()
    const settled = await firstViewSettled(page)
    const ms = Math.round(performance.now() - spawnedAt)
    await report(page, settled, `${ms} ms (Electron ${runtime.version})`)
    if (!once) await untilClosed(app)
  } finally {
    await app.close()
  }
}

/** `rows` when models can be used, `notice` when the view says why there are none. */
async function firstViewSettled(page: Page): Promise<'rows' | 'notice'> {
  const rows = page.waitForSelector('html[data-first-row="true"]', { timeout: LONGEST_START_MS })
  const notice = page.waitForSelector('main [role="alert"]', { timeout: LONGEST_START_MS })
  return await Promise.any([rows.then(() => 'rows' as const), notice.then(() => 'notice' as const)])
}

async function report(page: Page, settled: 'rows' | 'notice', time: string): Promise<void> {
  const connection = await page.locator('.connection-name').textContent()
  console.log(`Connection: ${connection?.trim() ?? 'unknown'}`)
  if (settled === 'rows') console.log(`Models: ${await page.locator('table tbody tr').count()}`)
  else
    console.log(`Models: none. ${(await page.locator('main [role="alert"]').first().textContent())?.trim()}`)
  console.log(`Spawn to interactive: ${time}`)
  const folder = join(cacheFolder, 'screenshots')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'start.png')
  await page.screenshot({ path })
  console.log(`Screenshot: ${path}`)
}

async function untilClosed(app: ElectronApplication): Promise<void> {
  console.log('The app stays open until Ctrl+C.')
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()))
  const end = (): void => void app.close()
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  await closed
}
