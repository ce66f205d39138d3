import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { searchRows } from '../../../../shared/catalog/catalog-filter.ts'
import { NO_FILTER } from '../../../../shared/catalog/catalog-view.ts'
import { nearModels } from '../../../../shared/catalog/near-models.ts'
import { Button } from '../../../ui/button.tsx'
import { useModelsState } from '../use-models-state.ts'
import type { LanguageList } from './use-language-list.ts'

/** One row in the place of those left out: whether the name is unknown or the filters hide it, and the way on. */
export function NoMatch({ list, cells }: { list: LanguageList; cells: number }): ReactNode {
  const { t } = useTranslation('models')
  const { view, setView } = useModelsState()
  const text = list.search.trim()
  const hidden = useMemo(() => searchRows(list.all, text), [list.all, text])
  return (
    <tr className="no-match">
      <td colSpan={cells}>
        {hidden.length > 0 ? (
          <>
            {t('filtered', { count: hidden.length })}{' '}
            <Button kind="plain" onClick={() => setView({ ...view, filter: { ...NO_FILTER, text } })}>
              {t('clearFilters')}
            </Button>
          </>
        ) : (
          <>
            {t('noMatch', { text })}{' '}
            <Button kind="plain" onClick={() => list.setSearch('')}>
              {t('clearSearch')}
            </Button>
            <NearNames list={list} text={text} />
          </>
        )}
      </td>
    </tr>
  )
}

/** Names that exist and look like the one that was typed; a press puts one into the search. */
function NearNames({ list, text }: { list: LanguageList; text: string }): ReactNode {
  const { t } = useTranslation('models')
  const asked = useDeferredValue(text)
  const near = useMemo(() => nearModels(asked, list.all), [asked, list.all])
  if (near.length === 0) return null
  return (
    <p>
      {t('near')}{' '}
      {near.map(({ name }) => (
        <Button key={name} kind="plain" onClick={() => list.setSearch(name)}>
          {name}
        </Button>
      ))}
    </p>
  )
}
