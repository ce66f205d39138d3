import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'

await Promise.all([loadMessages('modelDetails'), loadMessages('failure')])

/** The words of what loads after the table; whoever uses them brings them along. */
export function useDetailWords() {
  return useTranslation(['modelDetails', 'models', 'ui', 'failure'])
}

export type DetailWords = ReturnType<typeof useDetailWords>['t']
