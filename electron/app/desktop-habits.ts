import type { BrowserWindow } from 'electron'
import type { Preferences } from '../../shared/contract/preferences.ts'
import type { ReportBug } from '../services/report-bug.ts'
import { setOpenAtLogin } from './open-at-login.ts'
import { setSpellCheck } from './spell-check.ts'
import type { TrayPlace, TrayWords } from './tray.ts'
import { applyWindowTheme } from './window-theme.ts'
import { applyZoom } from './window-zoom.ts'

export type HabitsPorts = {
  window: () => BrowserWindow | null
  tray: TrayPlace
  words: () => TrayWords
  reportBug: ReportBug
}

/** Makes the system do what was chosen. `before` is what was in force; `null` at the start, when login is as it was left. */
export function createHabits({ window, tray, words, reportBug }: HabitsPorts) {
  // What one of them fails at must not keep the others, nor the preference itself, from holding.
  const attempt = (where: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      reportBug(where, error)
    }
  }
  return (now: Preferences, before: Preferences | null): void => {
    applyWindowTheme(now.theme)
    applyZoom(window(), now.zoom)
    attempt('tray', () => tray.set(now.tray, words()))
    attempt('spell check', () => setSpellCheck(now.spellCheck))
    if (before !== null && before.openAtLogin !== now.openAtLogin)
      attempt('open at login', () => setOpenAtLogin(now.openAtLogin))
  }
}
