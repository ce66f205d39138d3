import { app } from 'electron'
import { chooseLanguage } from '../../shared/language/choose-language.ts'
import { isPseudoLanguage, type Language, type ShownLanguage } from '../../shared/language/language.ts'
import type { PageLanguage } from './page-answer.ts'

export type AppLanguage = {
  ofPage(): PageLanguage
}

/**
 * The language of the app: the chosen one, or for `system` the first of the system's that the app is written in. Only
 * when the app is ready.
 */
export function createAppLanguage(chosen: () => Language | 'system'): AppLanguage {
  const system = pseudoLanguage() ?? chooseLanguage([...app.getPreferredSystemLanguages(), app.getLocale()])
  return {
    ofPage() {
      const choice = chosen()
      return { shown: choice === 'system' ? system : choice, system }
    },
  }
}

/** `TOKENBOOK_LANGUAGE=en-XA` or `en-XB`, for whoever looks at the layout; no package reads it. */
function pseudoLanguage(): ShownLanguage | null {
  const tag = process.env['TOKENBOOK_LANGUAGE'] ?? ''
  return !app.isPackaged && isPseudoLanguage(tag) ? tag : null
}
