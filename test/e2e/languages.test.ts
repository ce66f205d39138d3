import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import {
  connectionShown,
  freshUserData,
  launchApp,
  modelsShown,
  type RunningApp,
} from '../support/electron-app.ts'
import { answers, openView } from '../support/page-actions.ts'

const NAMES = ['模型', '对比', '分词器', '演练场', '用量', 'API 密钥', '设置']
const CHINESE_SYSTEM = { LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }
const ENGLISH_SYSTEM = { LANGUAGE: 'en_US', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' }

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
    await page.addInitScript(() => {
      const seen = new Set<string>()
      Reflect.set(window, 'tokenbookHeadings', seen)
      new MutationObserver(() => {
        for (const heading of document.querySelectorAll('h1')) seen.add(heading.textContent ?? '')
      }).observe(document, { childList: true, subtree: true, characterData: true })
    })
    await page.reload()
    await modelsShown(page)
    const seen = await page.evaluate(() => [...new Set<unknown>(Reflect.get(window, 'tokenbookHeadings'))])
    expect(seen).toEqual(['模型'])
  })

  it('changes everything at once, keeps what is typed, and is kept over a restart', async () => {
    const folder = fresh()
    const { page, app, close } = await start(folder, ENGLISH_SYSTEM)
    await openView(page, 'Playground')
    await page.getByLabel('Message').fill('typed before the change')
    await openView(page, 'Settings')
    await page.getByRole('radiogroup', { name: 'Language' }).getByRole('radio', { name: '简体中文' }).check()
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(NAMES)
    await expect
      .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label)))
      .toContain('编辑')
    for (const name of NAMES) {
      await openView(page, name)
      await expect.poll(() => englishOn(page), { timeout: 20_000 }).toEqual([])
      expect(await gapsOn(page)).toEqual([])
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

function headings(page: Page): Promise<string[]> {
  return page.getByRole('heading', { level: 1 }).allTextContents()
}

/** A full stop of Chinese brings its own room: a space after it is one too many. */
function gapsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('p, dd, li, td, legend, label')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.textContent ?? '')
      .filter((text) => /[。！？；：，]\s+\p{Script=Han}/u.test(text)),
  )
}

/** Sentences in English on screen: what the demo answers aside, two plain words beside each other are none of ours. */
function englishOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (
        parent === null ||
        !parent.checkVisibility() ||
        parent.closest('code, pre, textarea, [translate="no"], script')
      )
        continue
      const text = (node.textContent ?? '').replaceAll(/Chat completions|JSON Lines|Base URL/g, '')
      if (/[A-Za-z]{2,} [a-z]{2,}/.test(text) && !/\p{Script=Han}/u.test(text)) words.push(text)
    }
    return words
  })
}
