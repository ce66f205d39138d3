import { useCallback, useSyncExternalStore } from 'react'
import { type AppliedTheme, appliedTheme } from './applied-theme.ts'
import { usePreferences } from './use-preferences.ts'

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** The theme on screen: the chosen one, or what the operating system asks for, followed as it changes. */
export function useAppliedTheme(): AppliedTheme {
  const { preferences } = usePreferences()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const moreContrast = useMedia('(prefers-contrast: more)')
  return appliedTheme(preferences.theme, { dark, moreContrast })
}
