/** The languages the app is written in, by their BCP 47 tags. English is the source the others are translated from. */
export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name, which whoever reads it finds in any language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' }

/**
 * English made strange, for tests of the layout: `en-XA` is accented, longer and in brackets, `en-XB` the same from
 * right to left. Only a build that is not packaged shows them (electron/app/app-language.ts).
 */
const PSEUDO_LANGUAGES = ['en-XA', 'en-XB'] as const
export type PseudoLanguage = (typeof PSEUDO_LANGUAGES)[number]

/** What may be on screen. */
export type ShownLanguage = Language | PseudoLanguage

/** Whether `tag` is one of the languages made to test the layout. */
export function isPseudoLanguage(tag: string): tag is PseudoLanguage {
  return PSEUDO_LANGUAGES.some((language) => language === tag)
}

/** `tag` as a language that can be shown; `null` for any other text. */
export function shownLanguage(tag: string): ShownLanguage | null {
  return [...LANGUAGES, ...PSEUDO_LANGUAGES].find((language) => language === tag) ?? null
}

/** Which way the lines of a language run, as `dir` of a page says it. */
export function directionOf(language: ShownLanguage): 'ltr' | 'rtl' {
  return language === 'en-XB' ? 'rtl' : 'ltr'
}
