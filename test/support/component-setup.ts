import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { initMessages, loadMessages } from '../../renderer/messages/index.ts'

initMessages()
// So that tests of what fails need not wait for its words.
await loadMessages('failure')
// What is waited for comes at once on an idle computer; on a busy one it may take seconds, and is no less right.
configure({ asyncUtilTimeout: 8_000 })

/** What a person's system would answer; jsdom has no media queries. Tests set `preferredScheme` before rendering. */
export const system = { scheme: 'light' }

function matches(query: string): boolean {
  return query.includes('prefers-color-scheme') && query.includes(system.scheme)
}

window.matchMedia = (query) => ({
  matches: matches(query),
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})

// jsdom lays nothing out, so there is nothing to observe or to scroll to.
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// Everything counts as near, so nothing is told.
window.IntersectionObserver = class {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}
Element.prototype.scrollIntoView = () => undefined
// Nor does it know modal dialogs; the browser's part (focus, inert rest, Escape) is tested end to end.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

beforeEach(() => {
  system.scheme = 'light'
  window.history.replaceState(null, '', '/')
})
afterEach(cleanup)
