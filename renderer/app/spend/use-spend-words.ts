import { useTranslation } from 'react-i18next'
import { spend } from '../../messages/en/spend.ts'
import { addMessages } from '../../messages/index.ts'

addMessages('spend', spend)

/** Words about spend and budgets; they come with whatever shows them. */
export function useSpendWords() {
  return useTranslation('spend')
}
export type SpendWords = ReturnType<typeof useSpendWords>['t']
