import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadEngine } from '../../electron/storage/engine.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'
import { pngBytes } from '../support/sample-images.ts'

const pictures = join(projectFolder, '.cache', 'screenshots')
const userData = freshUserData()
let running: RunningApp

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  running = await launchApp({ userData: userData.folder })
  await modelsShown(running.page)
})
afterAll(async () => {
  await running?.close()
  userData.remove()
})

const box = () => running.page.getByLabel('Message')
const images = () => running.page.getByRole('list', { name: 'Images to send' })

/** What is on disk, all drafts in one text. */
function draftsOnDisk(): string {
  const database = loadEngine().open(join(userData.folder, 'tokenbook.sqlite'), { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 15000')
    return JSON.stringify(database.prepare('SELECT place, content FROM draft').all())
  } finally {
    database.close()
  }
}

it('what was typed and attached is there after the app was killed, and gone once it is sent', async () => {
  await openView(running.page, 'Tokenizer')
  await running.page.getByRole('textbox', { name: 'Text', exact: true }).fill('Kept beside the chips')
  await openView(running.page, 'Playground')
  await running.page.locator('.image-strip input[type="file"]').setInputFiles({
    ...{ name: 'dot.png', mimeType: 'image/png', buffer: Buffer.from(pngBytes(16, 16)) },
  })
  await images().waitFor()
  await box().fill('A question that is not sent yet')
  await expect
    .poll(draftsOnDisk, { timeout: 30_000 })
    .toMatch(/not sent yet.*Kept beside|Kept beside.*not sent yet/)
  const ended = once(running.app.process(), 'exit')
  running.app.process().kill('SIGKILL')
  await ended

  running = await launchApp({ userData: userData.folder })
  await openView(running.page, 'Playground')
  await expect.poll(() => box().inputValue(), { timeout: 30_000 }).toBe('A question that is not sent yet')
  await images().waitFor()
  await running.page.screenshot({ path: join(pictures, 'playground-draft.png') })
  await images().getByRole('button', { name: 'Remove' }).click()
  const answer = await sendPrompt(running.page, 'A question that is sent')
  await answer.getByRole('group', { name: 'Cost of this answer' }).waitFor({ timeout: 60_000 })
  await expect.poll(draftsOnDisk, { timeout: 30_000 }).not.toContain('conversation')
  await running.page.reload()
  await openView(running.page, 'Playground')
  expect(await box().inputValue()).toBe('')
  await openView(running.page, 'Tokenizer')
  await running.page.getByText('Kept beside the chips').first().waitFor({ timeout: 30_000 })
})
