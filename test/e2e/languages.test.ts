import { afterEach, describe, expect, it } from 'vitest'
import {
  connectionShown,
  freshUserData,
  launchApp,
  modelsShown,
  type RunningApp,
} from '../support/electron-app.ts'
import { answers, openView } from '../support/page-actions.ts'
import { englishOn, gapsOn, headings, headingsOfStart } from '../support/page-language.ts'
import { CHINESE_SYSTEM, ENGLISH_SYSTEM } from '../support/system-settings.ts'

const NAMES = ['模型', '对比', '分词器', '演练场', '用量', 'API 密钥', '设置']

describe('languages', () => {
  const folders: { remove(): void }[] = []
  let running: RunningApp | null = null
  const start = async (userData: string, env: Record<string, string>): Promise<RunningApp> => {
    running = await launchApp({ userData, env })
    await modelsShown(running.page)
    return running
  }
  const fresh = (): string => {
    const data = freshUserData()
    folders.push(data)
    return data.folder
  }
  afterEach(async () => {
    const complaints = running?.complaints ?? []
    await running?.close()
    running = null
    for (const folder of folders.splice(0)) folder.remove()
    expect(complaints).toEqual([])
  })

  it('begins in the language of the system, without a word of another before', async () => {
    const { page } = await start(fresh(), CHINESE_SYSTEM)
    expect(await headings(page)).toEqual(['模型'])
    expect(await headingsOfStart(page)).toEqual(['模型'])
  })

  it('changes everything at once, keeps what is typed, and is kept over a restart', async () => {
    const folder = fresh()
    const { page, app, close } = await start(folder, ENGLISH_SYSTEM)
    await openView(page, 'Playground')
    await page.getByLabel('Message').fill('typed before the change')
    await openView(page, 'Settings')
    await page.getByRole('radiogroup', { name: 'Language' }).getByRole('radio', { name: '简体中文' }).check()
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await expect.poll(() => page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(NAMES)
    await expect
      .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label)))
      .toContain('编辑')
    for (const name of NAMES) {
      await openView(page, name)
      await expect.poll(() => englishOn(page), { timeout: 20_000 }).toEqual([])
      await expect.poll(() => gapsOn(page)).toEqual([])
    }
    await openView(page, '演练场')
    // Empty until it is known which conversation is open.
    await expect.poll(() => page.getByLabel('消息').inputValue()).toBe('typed before the change')

    await close()
    running = null
    const again = await launchApp({ userData: folder, env: ENGLISH_SYSTEM })
    running = again
    await connectionShown(again.page)
    expect(await again.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    expect(await again.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(NAMES)
  })

  it('does not send what an input method is still composing', async () => {
    const { page } = await start(fresh(), CHINESE_SYSTEM)
    await openView(page, '演练场')
    const message = page.getByLabel('消息')
    await message.click()
    const keys = await page.context().newCDPSession(page)
    await keys.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 })
    await expect.poll(() => message.inputValue()).toBe('nihao')
    // What Chromium reports for a key that the input method takes.
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 }
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    await keys.send('Input.insertText', { text: '你好' })
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
    await expect.poll(() => message.inputValue()).toBe('你好')
    expect(await answers(page).count()).toBe(0)

    await page.getByRole('button', { name: '发送', exact: true }).and(page.locator(':enabled')).waitFor()
    await message.press('Enter')
    await answers(page).first().waitFor()
    expect(await page.locator('.message[data-role="user"]').innerText()).toContain('你好')
  })
})
