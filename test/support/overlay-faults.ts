import type { Page } from 'playwright-core'

/**
 * What is wrong with something that lies over a view or beside it, a line each: it reaches beyond the window, a control
 * of it lies under another one, or a control cannot be scrolled to because what is around it is cut.
 */
export async function overlayFaults(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((over): string[] => {
    const shown = document.querySelector(over)
    if (shown === null) return [`no ${over}`]
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').slice(0, 40)}”`
    const faults: string[] = []
    const box = shown.getBoundingClientRect()
    const sides = [box.left, box.top, window.innerWidth - box.right, window.innerHeight - box.bottom]
    if (sides.some((room) => room < -1)) faults.push(`beyond the window: ${sides.map(Math.round).join(', ')}`)
    const isVisible = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility() && width > 1 && height > 1 && !element.closest('.visually-hidden')
    }
    const controls = [...shown.querySelectorAll('button, input, select, textarea, a[href], [role="option"]')]
    const visible = controls.filter(isVisible)
    for (const control of visible) {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const inner = control.getBoundingClientRect()
      const outer = shown.getBoundingClientRect()
      if (inner.left < outer.left - 1 || inner.right > outer.right + 1)
        faults.push(`${named(control)} sticks out of ${over}`)
      if (inner.top > window.innerHeight - 1 || inner.bottom < 1)
        faults.push(`${named(control)} cannot be reached`)
      for (const other of visible) {
        if (other === control || other.contains(control) || control.contains(other)) continue
        const beside = other.getBoundingClientRect()
        const across = Math.min(inner.right, beside.right) - Math.max(inner.left, beside.left)
        const down = Math.min(inner.bottom, beside.bottom) - Math.max(inner.top, beside.top)
        if (across > 1 && down > 1) faults.push(`${named(control)} lies on ${named(other)}`)
      }
    }
    return faults
  }, selector)
}
