import { afterAll, beforeAll } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from './electron-app.ts'

/**
 * For a `describe`: the app on the built-in demo, started from an empty folder before its tests and closed after them.
 * What is returned gives it to a test or to a later hook.
 */
export function demoWindow(): () => RunningApp {
  const userData = freshUserData()
  let running: RunningApp | null = null
  const opened = (): RunningApp => {
    if (running === null) throw new Error('the window is open only while the tests run')
    return running
  }
  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })
  return opened
}
