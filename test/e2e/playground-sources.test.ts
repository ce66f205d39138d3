import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { demoWindow } from '../support/demo-window.ts'
import { openView, sendPrompt } from '../support/page-actions.ts'

const pictures = join(projectFolder, '.cache', 'screenshots')
const opened = demoWindow()

it.each(['Chat completions', 'Responses'])(
  'shows what an answer by %s rests on, and opens it only when asked',
  async (api) => {
    const { app, page } = opened()
    mkdirSync(pictures, { recursive: true })
    await app.evaluate(({ dialog, shell }) => {
      const state = { asked: [] as string[], opened: [] as string[] }
      Reflect.set(globalThis, 'sourceTest', state)
      Reflect.set(dialog, 'showMessageBox', async (...given: { message?: string }[]) => {
        state.asked.push(given.at(-1)?.message ?? '')
        return { response: 1, checkboxChecked: false }
      })
      Reflect.set(shell, 'openExternal', async (url: string) => void state.opened.push(url))
    })
    await openView(page, 'Playground')
    await page.getByRole('button', { name: 'New conversation' }).click()
    await page.getByRole('combobox', { name: 'API' }).selectOption({ label: api })
    const answer = await sendPrompt(page, 'What do tokens cost? With sources, please.')
    const sources = answer.getByRole('region', { name: 'Sources' })
    await sources.waitFor({ timeout: 60_000 })
    await expect.poll(() => sources.getByRole('listitem').count()).toBe(3)
    const first = sources.getByRole('button').first()
    const url = (await first.locator('.answer-host').innerText()).trim()
    expect(url).toMatch(/^https:\/\//)
    await first.click()
    const told = () =>
      app.evaluate((): { asked: string[]; opened: string[] } => Reflect.get(globalThis, 'sourceTest'))
    await expect.poll(async () => (await told()).opened).toEqual([url])
    expect((await told()).asked[0]).toContain(new URL(url).host)
    await sources.scrollIntoViewIfNeeded()
    await page.screenshot({
      path: join(pictures, `playground-sources-${api.split(' ')[0]?.toLowerCase()}.png`),
    })
  },
)
