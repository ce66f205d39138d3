import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { electronArguments } from './electron-arguments.ts'
import type { ElectronRuntime } from './electron-runtime.ts'
import { cacheFolder, projectFolder } from './project-folder.ts'

export type Report = { runtime: ElectronRuntime; once: boolean; userData: string | null }

/** Opens the app where nobody can see it, and tells what there is to see. */
export async function startAndReport({ runtime, once, userData }: Report): Promise<void> {
  const spawnedAt = performance.now()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [projectFolder, ...electronArguments(userData)],
    cwd: projectFolder,
  })
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()))
  const page = await app.firstWindow()
  await page.waitForSelector('html[data-first-row="true"]', { timeout: 60_000 })
  const interactiveMs = Math.round(performance.now() - spawnedAt)
  const screenshot = await takeScreenshot(page)
  console.log(`Connection: ${await connectionOf(page)}`)
  console.log(`Models: ${await page.locator('table[aria-label="Language models"] tbody tr').count()}`)
  console.log(`Spawn to interactive: ${interactiveMs} ms (Electron ${runtime.version})`)
  console.log(`Screenshot: ${screenshot}`)
  if (once) return await app.close()
  console.log('The app stays open until Ctrl+C.')
  const end = (): void => void app.close()
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  await closed
}

async function connectionOf(page: Page): Promise<string> {
  const text = await page.getByRole('contentinfo').getByLabel('Connection').textContent()
  return text?.trim() || 'unknown'
}

async function takeScreenshot(page: Page): Promise<string> {
  const folder = join(cacheFolder, 'screenshots')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'start.png')
  await page.screenshot({ path })
  return path
}
