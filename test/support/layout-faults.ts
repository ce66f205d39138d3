import type { Page } from 'playwright-core'

/**
 * What does not fit, a line each: the page or a part of it that scrolls sideways where only tables may, and elements
 * whose words stick out or are cut. What ends in an ellipsis must have a tooltip that tells the rest.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate((): string[] => {
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').slice(0, 60)}”`
    const isShown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      // What only screen readers are told is a pixel large.
      return element.checkVisibility() && width > 1 && height > 1
    }
    const isWithin = (element: Element, selector: string): boolean => element.closest(selector) !== null
    const faults: string[] = []
    // The mark of the sorted column stands in the gap beside its header.
    const marks = [...document.body.querySelectorAll<HTMLElement>('.sort-mark')]
    for (const mark of marks) mark.style.display = 'none'
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!isShown(element) || isWithin(element, 'svg, textarea, input, select, .visually-hidden')) continue
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue
      const { overflowX, textOverflow, display } = getComputedStyle(element)
      if (display === 'inline') continue
      const scrolls = overflowX === 'auto' || overflowX === 'scroll'
      if (scrolls && (element.querySelector('table, pre') !== null || element.matches('pre, [data-scrolls]')))
        continue
      const isTold = element.closest('[title]') !== null || element.querySelector('[title]') !== null
      if (textOverflow === 'ellipsis' && isTold) continue
      faults.push(`${named(element)}: ${element.scrollWidth} in ${element.clientWidth}, ${overflowX}`)
    }
    for (const mark of marks) mark.style.removeProperty('display')
    const side = document.documentElement
    if (side.scrollWidth > side.clientWidth)
      faults.push(`the page: ${side.scrollWidth} in ${side.clientWidth}`)
    return faults
  })
}

/** Words on screen that are not from the catalogue: what stands outside the marks of the pseudo language. */
export async function escapedWords(page: Page): Promise<string[]> {
  return page.evaluate((): string[] => {
    const DATA =
      'code, pre, textarea, input, svg, .token-lines, [translate="no"], option[translate="no"], .id, kbd'
    const blocks = new Set<Element>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let block = node.parentElement
      if (block === null || !block.checkVisibility() || block.closest(DATA) !== null) continue
      while (
        block.parentElement &&
        getComputedStyle(block).display.startsWith('inline') &&
        block.tagName !== 'BUTTON'
      )
        block = block.parentElement
      blocks.add(block)
    }
    const own = (block: Element): string => {
      const copy = block.cloneNode(true)
      if (!(copy instanceof Element)) return ''
      for (const data of copy.querySelectorAll(DATA)) data.remove()
      let text = copy.textContent ?? ''
      for (let before = ''; before !== text; ) {
        before = text
        text = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
      }
      return text.replaceAll(/\s+/g, ' ').trim()
    }
    return [...blocks]
      .filter((block) => ![...blocks].some((other) => other !== block && block.contains(other)))
      .map((block) => own(block))
      .filter((text) => /\p{L}{2}/u.test(text))
  })
}
