import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectFolder } from '../../scripts/project-folder.ts'

/** A number on screen, and what stands around it. */
type FoundNumber = { text: string; where: string }

/** The page's numbers: `explained` counts those that have a label; `bare` are the others. */
export type NumbersOnPage = { explained: number; bare: FoundNumber[] }

/** Where a number is a person's own text, a name, a moment or the model's words, not a number of ours. */
const NOT_OURS = [
  'input, textarea, select, option, code, pre, time, kbd, svg title',
  '.id-text, .mono, .age, [id^="recharts_measurement"]',
  '.answer-text, .prompt-text, .chip, .token-list, .conversation-name, .wire-headers, .wire-data',
  'h1, label, [role="tab"], [role="radiogroup"], .numbers-panel, .visually-hidden',
].join(', ')

/**
 * Looks at every text on the page with the very code by which the panel finds labels (explained-by.ts), and tells which
 * amounts, counts, shares and times have none.
 */
export async function numbersOnPage(page: Page): Promise<NumbersOnPage> {
  const path = join(projectFolder, 'renderer', 'app', 'help', 'explained-by.ts')
  const code = stripTypeScriptTypes(readFileSync(path, 'utf8'))
    .replaceAll(/^import .*$/gm, '')
    .replaceAll('export function', 'function')
  const script = `(() => { const isNumberTerm = (term) => term !== null; ${code}; return (${look.toString()})(labelOf, ${JSON.stringify(NOT_OURS)}) })()`
  return await page.evaluate<NumbersOnPage>(script)
}

/** Runs in the page. */
function look(labelOf: (element: Element) => unknown, notOurs: string): NumbersOnPage {
  const number =
    /[$€£¥]\s?\d|\d\s?%|\d\s?(tokens?|ticks?|ms|s|bytes|models?|requests?|rows?|characters?)\b|^\s*[≈~+−-]?\s*\d[\d,.\s]*×?\s*$/
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: NumbersOnPage = { explained: 0, bare: [] }
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent ?? ''
    if (element === null || !number.test(text) || element.closest(notOurs) !== null) continue
    if (!element.checkVisibility()) continue
    if (labelOf(element) !== null) found.explained += 1
    else
      found.bare.push({
        text: text.slice(0, 80),
        where: (element.parentElement ?? element).outerHTML.slice(0, 200),
      })
  }
  return found
}
