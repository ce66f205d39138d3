import type { Page } from 'playwright-core'
import { modelsShown } from './electron-app.ts'

/** The heading of the view. */
export function headings(page: Page): Promise<string[]> {
  return page.getByRole('heading', { level: 1 }).allTextContents()
}

/** Every heading of a view that a start shows, from its first frame on: a word of another language would flash. */
export async function headingsOfStart(page: Page): Promise<unknown[]> {
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Reflect.set(window, 'tokenbookHeadings', seen)
    new MutationObserver(() => {
      for (const heading of document.querySelectorAll('h1')) seen.add(heading.textContent ?? '')
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
  await page.reload()
  await modelsShown(page)
  return await page.evaluate(() => [...new Set<unknown>(Reflect.get(window, 'tokenbookHeadings'))])
}

/** A full stop of Chinese brings its own room: a space after it is one too many. */
export function gapsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('p, dd, li, td, legend, label')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.textContent ?? '')
      .filter((text) => /[。！？；：，]\s+\p{Script=Han}/u.test(text)),
  )
}

/** Sentences in English on screen: what the demo answers aside, two plain words beside each other are none of ours. */
export function englishOn(page: Page): Promise<string[]> {
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
