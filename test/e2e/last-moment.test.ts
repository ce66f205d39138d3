import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadEngine } from '../../electron/storage/engine.ts'
import {
  connectionShown,
  freshUserData,
  launchApp,
  modelsShown,
  type RunningApp,
} from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'

const SLIDER = 'input[type="range"]'
const address = ({ page }: RunningApp) => page.evaluate(() => window.location.hash)

/** Moves the first slider of Compare to `value` and does the last thing in the same breath: no timer runs between. */
async function moveAnd(
  { page }: RunningApp,
  value: number,
  then: 'close' | 'reload' | 'stay',
): Promise<void> {
  await page.evaluate(
    ([selector, text, last]) => {
      const slider = document.querySelector<HTMLInputElement>(selector)
      if (slider === null) throw new Error('no slider')
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, text)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      // React has rendered by then; what waits for 200 ms has not been written.
      setTimeout(() => {
        if (last === 'close') window.close()
        if (last === 'reload') window.location.reload()
      }, 20)
    },
    [SLIDER, String(value), then] as const,
  )
}

async function openCompare(userData: string): Promise<RunningApp> {
  const running = await launchApp({ userData })
  await modelsShown(running.page)
  await openView(running.page, 'Compare')
  await running.page.getByRole('button', { name: /^Compare grok/ }).click()
  await running.page.locator(SLIDER).first().waitFor()
  await expect.poll(() => savedSearch(userData), { timeout: 20_000 }).toContain('models=')
  return running
}

/** How Compare is set up on disk. */
function savedSearch(userData: string): string {
  try {
    const saved: unknown = JSON.parse(readFileSync(join(userData, 'view.json'), 'utf8'))
    return String(Reflect.get(Object(Reflect.get(Object(saved), 'preferences')).viewSearches, 'compare'))
  } catch {
    return ''
  }
}

const ended = ({ app }: RunningApp) => new Promise<void>((resolve) => void app.once('close', () => resolve()))

describe('what was changed in the last moment', () => {
  const userData = freshUserData()
  afterAll(() => userData.remove())

  it('is there after a reload', async () => {
    const running = await openCompare(userData.folder)
    const loaded = running.page.waitForEvent('load')
    await moveAnd(running, 17, 'reload')
    await loaded
    await running.page.locator(SLIDER).first().waitFor()
    await expect.poll(() => running.page.locator(SLIDER).first().inputValue()).toBe('17')
    await expect.poll(() => address(running)).toContain('cached=17')
    await running.close()
  })

  it('is there after the window was closed at once', async () => {
    const running = await launchApp({ userData: userData.folder })
    await running.page.locator(SLIDER).first().waitFor()
    const over = ended(running)
    await moveAnd(running, 33, 'close')
    await over
    expect(savedSearch(userData.folder)).toContain('cached=33')
    const next = await launchApp({ userData: userData.folder })
    await next.page.locator(SLIDER).first().waitFor()
    await expect.poll(() => next.page.locator(SLIDER).first().inputValue()).toBe('33')
    await next.close()
  })

  it('is there after the app was quit at once, also what was being typed', async () => {
    const running = await launchApp({ userData: userData.folder })
    await connectionShown(running.page)
    await openView(running.page, 'Tokenizer')
    const text = running.page.getByRole('textbox', { name: 'Text', exact: true })
    await text.fill('typed a moment before the end')
    const over = ended(running)
    await running.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
    await over
    const database = loadEngine().open(join(userData.folder, 'tokenbook.sqlite'), { readOnly: true })
    const drafts = JSON.stringify(database.prepare('SELECT content FROM draft').all())
    database.close()
    expect(drafts).toContain('typed a moment before the end')
  })
})
