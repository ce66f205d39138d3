import type { ShownLanguage } from '../../../shared/language/language.ts'
import type { AppWords } from './app-words.ts'
import { chinese } from './chinese.ts'
import { english } from './english.ts'

let shown: () => ShownLanguage = () => 'en'

/** From now on the main process speaks the language that `language` tells when it says something. */
export function speak(language: () => ShownLanguage): void {
  shown = language
}

/** What the main process says, in the language of the app; English where that is a pseudo language. */
export function words(): AppWords {
  return shown() === 'zh-CN' ? chinese : english
}
