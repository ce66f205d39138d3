import { useEffect, useRef } from 'react'
import { beforeGoing } from './before-going.ts'
import { leftAs, readHash, subscribe, writeAddress } from './hash-location.ts'
import { usePreferences } from './use-preferences.ts'
import { viewOfPath, viewPath } from './views.ts'

/**
 * Views whose address is what the person set up: filters, sorting, the open row, a workload, a period. The others have
 * wishes of other views in it, such as a model to try, which must not be fulfilled twice.
 */
const KEPT = ['models', 'compare', 'usage'] as const

/** Together with what follows within this time (ms): a slider changes the address many times. */
const SETTLED_MS = 300
/** What the contract keeps of one address. */
const LONGEST = 2048

/** Makes each view open as it was left when the app was closed. */
export function restorePlaces(searches: Readonly<Record<string, string>>): void {
  for (const view of KEPT) {
    const search = searches[view]
    if (search !== undefined && search !== '') leftAs(viewPath(view), search)
  }
}

/** Remembers beyond this session how each view was set up. */
export function useRememberedPlaces(): void {
  const { preferences, known, change } = usePreferences()
  const kept = useRef(preferences.viewSearches)
  kept.current = preferences.viewSearches
  useEffect(() => {
    if (!known) return
    const changed = new Map<string, string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      clearTimeout(timer)
      const news = [...changed].filter(([view, search]) => search !== (kept.current[view] ?? ''))
      changed.clear()
      if (news.length > 0) change({ viewSearches: { ...kept.current, ...Object.fromEntries(news) } })
    }
    const stop = subscribe(() => {
      const { path, search } = readHash()
      const view = KEPT.find((name) => name === viewOfPath(path))
      if (view === undefined || search.length > LONGEST) return
      changed.set(view, search)
      clearTimeout(timer)
      timer = setTimeout(save, SETTLED_MS)
    })
    const stay = beforeGoing(() => {
      writeAddress()
      save()
    })
    return () => {
      stop()
      stay()
      clearTimeout(timer)
    }
  }, [known, change])
}
