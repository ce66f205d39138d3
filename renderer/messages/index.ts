import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { ShownLanguage } from '../../shared/language/language.ts'
import type { English, LaterName } from './english.ts'
import { firstEnglish } from './first-english.ts'
import { isolated } from './isolated.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: English
    returnNull: false
  }
}

/** The language asked for last. */
let asked: ShownLanguage = 'en'

/** Starts with the English texts of the first view: they are there at once, and no text appears late. */
export function initMessages(): void {
  i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    load: 'currentOnly',
    defaultNS: 'ui',
    resources: { en: firstEnglish },
    initAsync: false,
    // React escapes what is put into texts.
    interpolation: { escapeValue: true, escape: isolated },
    returnNull: false,
  })
}

/**
 * The texts of a view that is loaded later. Awaited where its module begins, so that the view is there when its texts
 * are: `await loadMessages('usage')`.
 */
export async function loadMessages(name: LaterName): Promise<void> {
  const { addNamespace } = await import('./languages.ts')
  await addNamespace(name)
}

/**
 * Shows another language, at once and with all that is typed and chosen left as it is. Who chooses twice gets what was
 * chosen last.
 */
export async function showLanguage(language: ShownLanguage): Promise<void> {
  // The first view comes in English without the list of all texts, which is a file of its own.
  if (language === asked) return
  asked = language
  const { changeLanguage } = await import('./languages.ts')
  await changeLanguage(language)
}
