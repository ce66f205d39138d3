import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronArguments } from '../../scripts/electron-arguments.ts'
import { electronRuntime } from '../../scripts/electron-runtime.ts'
import { projectFolder } from '../../scripts/project-folder.ts'

/** The least an Electron app can do, running: what Tokenbook is measured against. */
export async function launchEmpty(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  const runtime = await electronRuntime()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [join(import.meta.dirname, 'empty-window'), ...electronArguments(userData)],
    cwd: projectFolder,
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => performance.getEntriesByName('empty:painted').length > 0)
  return { app, page }
}

/** Also for an app that was started another way. */
export function processId(app: ElectronApplication): number {
  return app.process().pid ?? Number.NaN
}
