import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { directionOf, isPseudoLanguage, type ShownLanguage } from '../../shared/language/language.ts'
import { firstChinese, laterChinese } from './chinese.ts'
import { type English, firstEnglish, type LaterEnglish, laterEnglish } from './english.ts'
import { isolated } from './isolated.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: English
    returnNull: false
  }
}

type LaterName = keyof LaterEnglish

/** What views asked for so far: a change of language has to bring it again. */
const asked = new Set<LaterName>()
let shown: ShownLanguage = 'en'
/** Differs from `shown` while the texts of a chosen language are on their way. */
let wanted: ShownLanguage = 'en'

/** Starts with the English texts of the first view: they are there at once, and no text appears late. */
export function initMessages(): void {
  i18next.use(initReactI18next).init({
    lng: shown,
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
  asked.add(name)
  await Promise.all([...new Set([shown, wanted])].map((language) => add(language, name)))
}

/**
 * Shows another language, at once and with all that is typed and chosen left as it is. Who chooses twice gets what was
 * chosen last.
 */
export async function showLanguage(language: ShownLanguage): Promise<void> {
  wanted = language
  if (language === shown) return
  await Promise.all([addFirst(language), ...[...asked].map((name) => add(language, name))])
  if (wanted !== language) return
  shown = language
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

async function addFirst(language: ShownLanguage): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'app')) return
  const texts = isPseudoLanguage(language) ? await pseudo(firstEnglish) : await firstChinese()
  for (const [name, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, name, bundle)
}

async function add(language: ShownLanguage, name: LaterName): Promise<void> {
  if (i18next.hasResourceBundle(language, name)) return
  i18next.addResourceBundle(language, name, await textsOf(language, name))
}

async function textsOf(language: ShownLanguage, name: LaterName): Promise<object> {
  if (language === 'zh-CN') return laterChinese[name]()
  const english = await laterEnglish[name]()
  return isPseudoLanguage(language) ? pseudo(english) : english
}

async function pseudo(texts: object): Promise<object> {
  return (await import('./pseudo.ts')).pseudoTexts(texts)
}
