import { type Language, type ShownLanguage, shownLanguage } from '../../shared/language/language.ts'

/** The language that main wrote into the page; English where nobody did (the dev server). */
export function firstLanguage(): ShownLanguage {
  return shownLanguage(document.documentElement.lang) ?? 'en'
}

/**
 * The language to show: the chosen one, or for `system` the one that main found, so that both speak the same. The dev
 * server, which tells none, begins in English.
 */
export function pageLanguage(chosen: Language | 'system'): ShownLanguage {
  if (chosen !== 'system') return chosen
  return shownLanguage(document.documentElement.dataset['systemLanguage'] ?? '') ?? 'en'
}
