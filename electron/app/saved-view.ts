import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { LANGUAGES } from '../../shared/language/language.ts'

/** A window's place on the screen, in device-independent pixels. */
export type Bounds = { x: number; y: number; width: number; height: number; maximized: boolean }

/** What a window needs before it exists. */
export type FirstView = {
  theme: Preferences['theme']
  language: Preferences['language']
  /** Size of everything in percent. */
  zoom: number
  bounds: Bounds | null
}

const THEMES: readonly Preferences['theme'][] = ['system', 'light', 'dark', 'high-contrast']

/**
 * What is on disk of preferences and bounds, unchecked; `{}` when the file is missing or damaged. Read without
 * electron-store and zod: they would have to be loaded before there can be a window (docs/decisions/0009).
 */
export function readSavedView(folder: string): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(readFileSync(join(folder, 'view.json'), 'utf8')))
  } catch {
    return {}
  }
}

/** What is on disk is read like anything else from outside: a damaged value counts as none. */
export function firstViewOf(saved: Record<string, unknown>): FirstView {
  const { theme, language, zoom } = objectOf(saved['preferences'])
  return {
    theme: THEMES.find((one) => one === theme) ?? 'system',
    language: LANGUAGES.find((one) => one === language) ?? 'system',
    zoom: isWhole(zoom) && zoom >= 50 && zoom <= 200 ? zoom : 100,
    bounds: boundsOf(saved['bounds']),
  }
}

function boundsOf(value: unknown): Bounds | null {
  const { x, y, width, height, maximized } = objectOf(value)
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
  if (width <= 0 || height <= 0 || typeof maximized !== 'boolean') return null
  return { x, y, width, height, maximized }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
