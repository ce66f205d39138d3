import { useSyncExternalStore } from 'react'

type NavigateOptions = { replace?: boolean }

/**
 * The whole state of the page lives behind the hash (`#/models?sort=id`): app:// serves one static index.html.
 * wouter's own hash hook puts the search part before the hash, where a reload would lose the view.
 */
export function readHash(): { path: string; search: string } {
  const [path = '', search = ''] = window.location.hash.replace(/^#?\/?/, '').split(/\?(.*)/s)
  return { path: `/${path}`, search }
}

const listeners = new Set<() => void>()

/** Calls `listener` after each change of the address, by whatever means, until what it returns is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}

/** What was chosen, filtered or compared in each view when it was left, by path. */
const left = new Map<string, string>()

/** Makes the first way to `path` lead to the view as it was left in an earlier session. */
export function leftAs(path: string, search: string): void {
  left.set(path, search)
}

const unwritten = new Set<() => void>()

/**
 * Calls `write` before another view is gone to and before the page goes, until what it returns is called: for changes
 * that wait a moment before they get into the address.
 */
export function beforeLeaving(write: () => void): () => void {
  unwritten.add(write)
  return () => {
    unwritten.delete(write)
  }
}

/** Brings into the address what waits for that. */
export function writeAddress(): void {
  for (const write of [...unwritten]) write()
}

/**
 * Goes to a hash path with its search, such as `/models?sort=id`. `replace` leaves no entry for Back. A bare path of
 * another view comes back to it as it was left; on the view itself it clears what was chosen.
 */
export function navigate(to: string, options: NavigateOptions = {}): void {
  if (to.split('?')[0] !== readHash().path) writeAddress()
  const here = readHash()
  left.set(here.path, here.search)
  const before = to === here.path ? undefined : left.get(to)
  const address = before ? `#${to}?${before}` : `#${to}`
  if (address === window.location.hash) return
  if (options.replace === true) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  for (const listener of [...listeners]) listener()
}

function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => readHash().path), navigate]
}

/** For wouter's `Router`: makes links read `#/models`. */
export const useHashLocation = Object.assign(useHashPath, { hrefs: (href: string) => `#${href}` })

/** For wouter's `Router`: the search part without its `?`. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => readHash().search)
}
