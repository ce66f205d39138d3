import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong in the window as it stands, contrast included, one line each. */
export async function findingsOfAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return await page.evaluate(async () => {
    const axe: unknown = Reflect.get(window, 'axe')
    if (typeof axe !== 'object' || axe === null) return ['axe is not there']
    const run: unknown = Reflect.get(axe, 'run')
    if (typeof run !== 'function') return ['axe cannot run']
    const { violations } = await run.call(axe, document, { resultTypes: ['violations'] })
    return violations.map(
      (found: { id: string; nodes: { html: string; failureSummary?: string }[] }) =>
        `${found.id}: ${found.nodes
          .slice(0, 4)
          .map(({ html, failureSummary }) => `${html.slice(0, 200)} (${failureSummary ?? ''})`)
          .join(' | ')}`,
    )
  })
}

/** One place where the focus was while Tab was pressed. */
export type FocusPlace = { name: string; marked: boolean; inSight: boolean; number: number }

/** Presses Tab until the focus has been everywhere; `most` bounds a trap. */
export async function tabThrough(page: Page, most = 250): Promise<FocusPlace[]> {
  await page.evaluate(focusAtRest)
  await page.evaluate(() => {
    document.querySelectorAll('[data-tab-number]').forEach((element) => {
      element.removeAttribute('data-tab-number')
    })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const places: FocusPlace[] = []
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(markFocused, press)
    if (place === 'seen') break
    if (place !== 'nowhere') places.push(place)
    // What takes the focus and goes away leaves the person at the beginning of the page.
    else if (press > 0) throw new Error(`the focus was lost after ${places.at(-1)?.name ?? 'nothing'}`)
  }
  return places
}

/** Numbers the element that has the focus, and says how it looks; runs in the page. */
function markFocused(number: number): FocusPlace | 'nowhere' | 'seen' {
  const focused = document.activeElement
  // A chart is focused as well, and is no element of HTML.
  if (!(focused instanceof HTMLElement || focused instanceof SVGElement)) return 'nowhere'
  if (focused === document.body) return 'nowhere'
  if (focused.dataset['tabNumber'] !== undefined) return 'seen'
  focused.dataset['tabNumber'] = String(number)
  const box = focused.getBoundingClientRect()
  const isMarked = (element: Element): boolean => {
    const style = getComputedStyle(element)
    return (
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
    )
  }
  // A field may draw the mark on the box around it.
  const around = [focused, focused.parentElement, focused.nextElementSibling]
  return {
    name: `${focused.tagName.toLowerCase()} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40) ?? ''}`,
    marked: around.some((element) => element !== null && isMarked(element)),
    inSight: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    number,
  }
}

/** Ends when the focus has stayed where it is for a while: a view gives it to its main field once it has loaded. */
async function focusAtRest(): Promise<void> {
  let last = document.activeElement
  for (let looks = 0, same = 0; looks < 100 && same < 10; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    same = document.activeElement === last ? same + 1 : 0
    last = document.activeElement
  }
}

/** What can be used with the mouse and was not reached by Tab. Members of a group that arrow keys move in are not asked. */
export async function unreached(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const usable =
      'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="slider"]'
    return [...document.querySelectorAll(usable)]
      .filter((element): element is HTMLElement => element instanceof HTMLElement)
      .filter((element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }))
      .filter((element) => !element.matches(':disabled') && element.dataset['tabNumber'] === undefined)
      .filter((element) => element.tabIndex >= 0 && element.closest('[inert]') === null)
      .filter((element) => {
        // Of radio buttons of one name Tab reaches only the chosen one.
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
        return document.querySelector(`input[type="radio"][name="${element.name}"][data-tab-number]`) === null
      })
      .map((element) => element.outerHTML.slice(0, 160))
  })
}

/** What is smaller than 24 by 24 pixels and has no room around it either (WCAG 2.2, 2.5.8). Words in a sentence may be. */
export async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const usable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="tab"]'
    const targets = [...document.querySelectorAll(usable)]
      .filter((element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && box.height > 2)
    const isSmall = (box: DOMRect): boolean => box.width < 24 || box.height < 24
    const centre = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    return targets
      .filter(({ element, box }) => {
        if (!isSmall(box) || getComputedStyle(element).display === 'inline') return false
        const { x, y } = centre(box)
        return targets.some(({ element: other, box: near }) => {
          if (other === element || other.contains(element) || element.contains(other)) return false
          const dx = Math.max(near.left - x, 0, x - near.right)
          const dy = Math.max(near.top - y, 0, y - near.bottom)
          return Math.hypot(dx, dy) < 12
        })
      })
      .map(
        ({ element, box }) =>
          `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 160)}`,
      )
  })
}
