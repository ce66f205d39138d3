import { app, session } from 'electron'

/** Where nothing answers: while nobody has asked for spell check, no dictionary can be fetched by any way. */
const NOWHERE = 'http://127.0.0.1:9/'
/** Chromium's own address for dictionaries; the settings name its host. */
const DICTIONARIES = 'https://redirector.gvt1.com/edgedl/chrome/dict/'

/** Before the first page: Chromium would fetch a dictionary from its maker's servers without asking (not on macOS). */
export function forbidDictionaries(): void {
  const { defaultSession } = session
  defaultSession.setSpellCheckerEnabled(false)
  if (process.platform !== 'darwin') defaultSession.setSpellCheckerDictionaryDownloadURL(NOWHERE)
}

/** Marks misspelled words in text fields from now on, or no longer. Fetches the dictionary of the system's language. */
export function setSpellCheck(wanted: boolean): void {
  const { defaultSession } = session
  if (defaultSession.isSpellCheckerEnabled() === wanted) return
  defaultSession.setSpellCheckerEnabled(wanted)
  if (process.platform === 'darwin') return
  defaultSession.setSpellCheckerDictionaryDownloadURL(wanted ? DICTIONARIES : NOWHERE)
  // Chromium had the language from the start and failed to fetch its dictionary from nowhere: only a language that is
  // new to it makes it try again.
  defaultSession.setSpellCheckerLanguages([])
  if (wanted)
    defaultSession.setSpellCheckerLanguages(languages(defaultSession.availableSpellCheckerLanguages))
}

function languages(available: readonly string[]): string[] {
  const locale = app.getLocale()
  const [language = ''] = locale.split('-')
  const found = [locale, language].find((one) => available.includes(one))
  return [found ?? 'en-US']
}
