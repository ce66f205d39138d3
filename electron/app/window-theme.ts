import { nativeTheme } from 'electron'
import type { Preferences } from '../../shared/contract/preferences.ts'

type Theme = Preferences['theme']

/** The page's own background in each theme (`--surface-0` in renderer/app/styles/tokens.css): no flash, no change. */
const BACKGROUND = { light: '#ffffff', dark: '#16181b', 'high-contrast': '#000000' } as const

/** Makes window frame, menus and the page's `prefers-color-scheme` follow the chosen theme. */
export function applyWindowTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'high-contrast' ? 'dark' : theme
}

/** What the window shows before the page's first frame. */
export function windowBackground(theme: Theme): string {
  if (theme === 'high-contrast' || (theme === 'system' && nativeTheme.shouldUseHighContrastColors)) {
    return BACKGROUND['high-contrast']
  }
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
}
