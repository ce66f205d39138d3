import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Popover } from '../../renderer/ui/popover.tsx'
import { renderPage } from '../support/render-page.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

/** jsdom lays nothing out: a button of 26 px at `top` in an area that scrolls, from 100 to 500 px, and a panel of 200 px. */
async function openAt(top: number): Promise<HTMLElement> {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this.classList.contains('popover-panel')) return new DOMRect(0, top + 30, 220, 200)
    return this.classList.contains('popover') ? new DOMRect(0, top, 60, 26) : new DOMRect(0, 100, 400, 400)
  })
  const { user } = renderPage(
    <div style={{ overflowY: 'auto' }}>
      <Popover label="More">{() => <button type="button">One</button>}</Popover>
    </div>,
  )
  await user.click(screen.getByRole('button', { name: 'More' }))
  return screen.getByRole('region', { name: 'More' })
}

describe('a popover', () => {
  it.each([
    ['below, where there is room', 120, false],
    ['above, at the end of what scrolls around it', 460, true],
    ['below, where it is cut off on both sides but less there', 280, false],
  ])('opens %s', async (_where, top, isUp) => {
    expect((await openAt(top)).hasAttribute('data-up')).toBe(isUp)
  })
})
