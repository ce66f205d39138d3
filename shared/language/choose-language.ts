import type { Language } from './language.ts'

/**
 * The first of a person's languages that the app is written in, `tags` being BCP 47 tags in the order of preference, as
 * `app.getPreferredSystemLanguages()` gives them. English where there is none: Chinese in
 * traditional script too, whose readers may have another language further down their list.
 */
export function chooseLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = languageOf(tag)
    if (language !== null) return language
  }
  return 'en'
}

function languageOf(tag: string): Language | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    if (language === 'en') return 'en'
    return language === 'zh' && script === 'Hans' ? 'zh-CN' : null
  } catch {
    // A system may name the locale "C", which is no tag.
    return null
  }
}
