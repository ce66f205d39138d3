import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'

await Promise.all([loadMessages('glossary'), loadMessages('help'), loadMessages('numbers')])

/** Words of the help; they come with whatever of it is opened. */
export function useHelpWords() {
  return useTranslation(['help', 'numbers', 'glossary'])
}
