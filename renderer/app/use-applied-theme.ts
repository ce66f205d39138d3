import { useMedia } from '../ui/use-media.ts'
import { type AppliedTheme, appliedTheme } from './applied-theme.ts'
import { usePreferences } from './use-preferences.ts'

/** The theme on screen: the chosen one, or what the operating system asks for, followed as it changes. */
export function useAppliedTheme(): AppliedTheme {
  const { preferences } = usePreferences()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const moreContrast = useMedia('(prefers-contrast: more)')
  return appliedTheme(preferences.theme, { dark, moreContrast })
}
