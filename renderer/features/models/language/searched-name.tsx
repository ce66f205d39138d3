import { type ReactNode, useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { resolveModel } from '../../../../shared/catalog/alias.ts'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import { IdText } from '../../../ui/id-text.tsx'

/** What the typed text stands for when it is a whole name: an id, or an alias and of which model. */
export function SearchedName({ text, rows }: { text: string; rows: readonly CatalogRow[] }): ReactNode {
  const { t } = useTranslation('models')
  const found = useMemo(() => resolveModel(text, rows), [text, rows])
  if (found.kind === 'unknown') return null
  const names = found.pinned ? t('pinned') : t('moving')
  if (found.kind === 'exact') return ` · ${t('resolved.exact', { names })}`
  return (
    <>
      {' · '}
      <Trans
        t={t}
        i18nKey="resolved.alias"
        values={{ names }}
        components={{ id: <IdText>{found.model.id}</IdText> }}
      />
      {found.alsoListedBy.length > 0 &&
        t('alsoListedBy', { ids: found.alsoListedBy.map(({ id }) => id).join(', ') })}
    </>
  )
}
