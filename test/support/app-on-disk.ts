import { afterEach } from 'vitest'
import { type DemoProcess, startDemoProcess } from './demo-process.ts'
import { connectionShown, launchApp, type RunningApp } from './electron-app.ts'

/**
 * For a `describe` about a folder that something happens to: `start` opens the app on it with a server of its own,
 * which stays the same within a test, and `end` closes the app. Both are over after each test.
 */
export function appOnDisk(): { start(folder: string): Promise<RunningApp>; end(): Promise<void> } {
  let server: DemoProcess | null = null
  let running: RunningApp | null = null
  const end = async () => {
    await running?.close()
    running = null
  }
  afterEach(async () => {
    await end()
    await server?.stop()
    server = null
  })
  return {
    async start(folder) {
      server ??= await startDemoProcess({ pacing: 'believable' })
      running = await launchApp({
        userData: folder,
        env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
      })
      await connectionShown(running.page)
      return running
    },
    end,
  }
}
