import { useEffect } from 'react'
import { showLanguage } from '../messages/index.ts'
import { pageLanguage } from './page-language.ts'
import { usePreferences } from './use-preferences.ts'

/** Shows the language of the preferences, and follows when another is chosen. */
export function useShownLanguage(): void {
  const { preferences, known } = usePreferences()
  const { language } = preferences
  useEffect(() => {
    if (known) void showLanguage(pageLanguage(language))
  }, [known, language])
}
