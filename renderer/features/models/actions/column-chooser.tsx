import type { ReactNode } from 'react'
import { CATALOG_COLUMNS, type CatalogColumn } from '../../../../shared/catalog/catalog-view.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { switchColumn } from '../language/language-columns.ts'
import { useDetailWords } from '../use-detail-words.ts'

/** Which columns are shown, and how close the rows stand. The ids always are. */
export function ColumnChooser({ chosen }: { chosen: readonly CatalogColumn[] }): ReactNode {
  const { t } = useDetailWords()
  const { preferences, change } = usePreferences()
  return (
    <>
      <Segmented
        label={t('modelDetails:columns.density')}
        value={preferences.density}
        options={[
          { value: 'comfortable', label: t('modelDetails:columns.comfortable') },
          { value: 'compact', label: t('modelDetails:columns.compact') },
        ]}
        onChange={(density) => change({ density })}
      />
      <ul className="check-list">
        {CATALOG_COLUMNS.filter((column) => column !== 'id').map((column) => (
          <li key={column}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(column)}
                onChange={(event) =>
                  change({ modelsColumns: switchColumn(chosen, column, event.target.checked) })
                }
              />
              {t(`models:columns.${column}`)}
            </label>
          </li>
        ))}
      </ul>
      <Button kind="plain" onClick={() => change({ modelsColumns: null })}>
        {t('modelDetails:columns.reset')}
      </Button>
    </>
  )
}
