import { describe, expect, it } from 'vitest'
import { appOnDisk } from '../support/app-on-disk.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'
import { storedLedger, storedRows } from '../support/stored-ledger.ts'
import { fill, noSmallDisk, smallDisk } from '../unit/electron/storage/small-disk.ts'

const title = noSmallDisk === null ? 'a disk that is full' : `a disk that is full (skipped: ${noSmallDisk})`

describe.skipIf(noSmallDisk !== null)(title, () => {
  const { start, end } = appOnDisk()

  it('before a request: it is not sent and the page says why; afterwards it is', async () => {
    const folder = smallDisk('96m')
    const { page } = await start(folder)
    await sendPrompt(page, 'Say one word.')
    await expect.poll(() => storedRows(folder)[0]?.state, { timeout: 30_000 }).toBe('final')
    const release = fill(folder)
    await page.getByLabel('Message').fill('This finds no room.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('The disk is full').first().waitFor()
    await expect.poll(() => page.getByLabel('Message').inputValue()).toBe('This finds no room.')
    release()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect.poll(() => storedRows(folder)[1]?.state, { timeout: 30_000 }).toBe('final')
    await end()
    const { rows, sound, wrongRollups } = storedLedger(folder)
    expect({ count: rows.length, sound, wrongRollups }).toEqual({ count: 2, sound: true, wrongRollups: 0 })
  })

  it('while an answer comes: what it cost is on record once there is room again', async () => {
    const folder = smallDisk('96m')
    const { page } = await start(folder)
    await openView(page, 'Playground')
    await sendPrompt(page, 'Write a long essay about rivers.')
    await expect.poll(() => storedRows(folder)[0]?.state).toBe('pending')
    const release = fill(folder)
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor({ timeout: 60_000 })
    await page
      .getByRole('alert')
      .getByText(/^The disk refuses what 1 request cost/)
      .waitFor()
    release()
    await expect.poll(() => storedRows(folder)[0]?.state, { timeout: 30_000 }).toBe('final')
    await expect.poll(() => page.getByText(/^The disk refuses/).count(), { timeout: 30_000 }).toBe(0)
  })

  it('at the start: the window says that nothing of this session is kept, and old data is intact', async () => {
    const folder = smallDisk('96m')
    const first = await start(folder)
    await sendPrompt(first.page, 'Say one word.')
    await expect.poll(() => storedRows(folder)[0]?.state, { timeout: 30_000 }).toBe('final')
    await end()
    const release = fill(folder)
    const { page } = await start(folder)
    await page.getByText('The disk is full: nothing from this session will be kept.').waitFor()
    await end()
    release()
    await start(folder)
    expect(storedRows(folder)).toHaveLength(1)
  })
})
