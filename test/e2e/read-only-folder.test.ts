import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appOnDisk } from '../support/app-on-disk.ts'
import { modelsShown } from '../support/electron-app.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'
import { storedLedger, storedRows } from '../support/stored-ledger.ts'
import { noSmallDisk, remount, smallDisk } from '../unit/electron/storage/small-disk.ts'

const what = 'a data folder that cannot be written'
const title = noSmallDisk === null ? what : `${what} (skipped: ${noSmallDisk})`

/** The bytes of each file below it. */
function contentOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort()
  return new Map(files.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}

describe.skipIf(noSmallDisk !== null)(title, () => {
  const { start, end } = appOnDisk()

  it('opens, says so, works without keeping anything, and leaves all that is there as it is', async () => {
    const folder = smallDisk('96m')
    const first = await start(folder)
    await sendPrompt(first.page, 'Say one word.')
    await expect.poll(() => storedRows(folder)[0]?.state, { timeout: 30_000 }).toBe('final')
    await end()

    remount(folder, 'ro')
    const before = contentOf(folder)
    const { page } = await start(folder)
    await page.getByText('nothing from this session will be kept').waitFor()
    await openView(page, 'Models')
    await modelsShown(page)
    await sendPrompt(page, 'Say two words.')
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor({ timeout: 60_000 })
    await end()
    expect(contentOf(folder)).toEqual(before)

    remount(folder, 'rw')
    const { page: again } = await start(folder)
    expect(await again.getByText('nothing from this session will be kept').count()).toBe(0)
    await sendPrompt(again, 'Say three words.')
    await expect.poll(() => storedRows(folder)[1]?.state, { timeout: 30_000 }).toBe('final')
    await end()
    const { rows, sound, wrongRollups } = storedLedger(folder)
    expect({ count: rows.length, sound, wrongRollups }).toEqual({ count: 2, sound: true, wrongRollups: 0 })
  })
})
