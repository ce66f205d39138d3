import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'
import { sampleMessage } from '../support/sample-conversation.ts'

const COUNT = 10_000
const pictures = join(projectFolder, '.cache', 'screenshots')

/** As if somebody had asked ten thousand times: each conversation has a title, a question and a word of its own. */
function fill(folder: string): void {
  const storage = openStorage({ folder, now: Date.now })
  if (storage.kind === 'newer') throw new Error('a fresh folder has no newer schema')
  const { chats, search } = storage
  chats.together(() => {
    for (let at = 0; at < COUNT; at += 1) {
      const id = `c${at}`
      chats.create({ id, at, setup: { model: null, protocol: 'chat', parameters: {} }, hidden: false })
      chats.change(id, { title: `Conversation ${at}` })
      const {
        branch: _,
        choice: __,
        ...message
      } = sampleMessage({ id: `m${at}`, text: `What about walrus${at}?` })
      chats.addMessages(id, [message], [{ id: message.id, parent: null, chosen: 1, removed: false }])
    }
  })
  search.index(3 * COUNT)
  storage.close()
}

describe('ten thousand conversations', () => {
  const userData = freshUserData()
  let running: RunningApp

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    fill(userData.folder)
    running = await launchApp({ userData: userData.folder })
    await openView(running.page, 'Playground')
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  const list = () => running.page.getByRole('navigation', { name: 'Conversations' })

  it('are listed from the newest on, as far as one scrolls', async () => {
    await list()
      .getByRole('button', { name: /^Conversation 9999/ })
      .waitFor({ timeout: 30_000 })
    // Each scroll to the end brings the next page.
    const last = async () => Number(await list().locator('li').last().getAttribute('aria-posinset'))
    await expect
      .poll(
        async () => {
          await list().evaluate((element) => element.scrollTo(0, element.scrollHeight))
          return last()
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(500)
    const shown = list().locator('li').last()
    await expect
      .poll(async () => {
        const place = Number(await shown.getAttribute('aria-posinset'))
        return (await shown.innerText()).includes(`Conversation ${COUNT - place}\n`)
      })
      .toBe(true)
  })

  it('are searched, and what is found is opened', async () => {
    const { page } = running
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('walrus1234')
    const hits = page.getByRole('complementary', { name: 'Conversations' })
    const hit = hits.getByRole('button', { name: /Conversation 1234\b/ })
    await hit.waitFor({ timeout: 30_000 })
    await hit.click()
    await page.getByText('What about walrus1234?').last().waitFor({ timeout: 30_000 })
    await page.locator('.message').getByText('What about walrus1234?').waitFor()
    await page.screenshot({ path: join(pictures, 'playground-ten-thousand.png') })
    expect(running.complaints).toEqual([])
  })
})
