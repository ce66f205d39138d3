import type { Preferences } from '../../shared/contract/preferences.ts'

export type AppliedTheme = 'light' | 'dark' | 'high-contrast'

/** The theme to show: the chosen one, or for `system` what the operating system asks for, more contrast first. */
export function appliedTheme(
  chosen: Preferences['theme'],
  system: { dark: boolean; moreContrast: boolean },
): AppliedTheme {
  if (chosen !== 'system') return chosen
  if (system.moreContrast) return 'high-contrast'
  return system.dark ? 'dark' : 'light'
}
