import i18next from 'i18next'
import {
  directionOf,
  isPseudoLanguage,
  type PseudoLanguage,
  type ShownLanguage,
} from '../../shared/language/language.ts'
import { firstChinese, laterChinese } from './chinese.ts'
import { type LaterName, laterEnglish } from './english.ts'
import { firstEnglish } from './first-english.ts'

/** What views asked for so far: a change of language has to bring it again. */
const asked = new Set<LaterName>()
let shown: ShownLanguage = 'en'
/** Differs from `shown` while the texts of a chosen language are on their way. */
let wanted: ShownLanguage = 'en'

/** Brings a namespace in the language on screen, and in the one that is about to be. */
export async function addNamespace(name: LaterName): Promise<void> {
  asked.add(name)
  await Promise.all([...new Set([shown, wanted])].map((language) => add(language, name)))
}

/** Brings the texts of `language` for all that was asked for, then shows them unless another was chosen meanwhile. */
export async function changeLanguage(language: ShownLanguage): Promise<void> {
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
  if (i18next.hasResourceBundle(language, 'app')) return
  const texts = isPseudoLanguage(language) ? await pseudo(firstEnglish, language) : await firstChinese()
  for (const [name, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, name, bundle)
}

async function add(language: ShownLanguage, name: LaterName): Promise<void> {
  if (i18next.hasResourceBundle(language, name)) return
  i18next.addResourceBundle(language, name, await textsOf(language, name))
}

async function textsOf(language: ShownLanguage, name: LaterName): Promise<object> {
  if (language === 'zh-CN') return laterChinese[name]()
  const english = await laterEnglish[name]()
  return isPseudoLanguage(language) ? pseudo(english, language) : english
}

async function pseudo(texts: object, language: PseudoLanguage): Promise<object> {
  return (await import('./pseudo.ts')).pseudoTexts(texts, language)
}
