import { useCallback, useMemo } from 'react'
import { useSearch } from 'wouter'
import { navigate, readHash } from './hash-location.ts'

type Change = Record<string, string | null>

/**
 * State that lives in the address of the view. `change` sets keys (`null` removes one); with `replace` it leaves no
 * entry for Back, for what changes with each key press.
 */
export function useAddressState(): {
  state: URLSearchParams
  change: (change: Change, options?: { replace?: boolean }) => void
} {
  const search = useSearch()
  const state = useMemo(() => new URLSearchParams(search), [search])
  const change = useCallback((change: Change, options?: { replace?: boolean }) => {
    const { path, search } = readHash()
    const next = new URLSearchParams(search)
    for (const [key, value] of Object.entries(change)) {
      if (value === null || value === '') next.delete(key)
      else next.set(key, value)
    }
    const text = next.toString()
    navigate(text === '' ? path : `${path}?${text}`, options)
  }, [])
  return { state, change }
}
