import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'

await loadMessages('spend')

/** Words about spend and budgets; they come with whatever shows them. */
export function useSpendWords() {
  return useTranslation('spend')
}
export type SpendWords = ReturnType<typeof useSpendWords>['t']
