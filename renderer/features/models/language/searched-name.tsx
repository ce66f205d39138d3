import { type ReactNode, useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { resolveModel } from '../../../../shared/catalog/alias.ts'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import { IdText } from '../../../ui/id-text.tsx'

/** What the typed text stands for when it is a whole name: an id, or an alias and of which model. */
export function SearchedName({ text, rows }: { text: string; rows: readonly CatalogRow[] }): ReactNode {
  const { t } = useTranslation('models')
  // Nearly every text is no name yet: that is known without walking over all models at each key press.
  const names = useMemo(() => new Set(rows.flatMap(({ id, aliases }) => [id, ...aliases])), [rows])
  const found = useMemo(() => (names.has(text.trim()) ? resolveModel(text, rows) : null), [text, rows, names])
  if (found === null || found.kind === 'unknown') return null
  const means = found.pinned ? t('pinned') : t('moving')
  if (found.kind === 'exact') return ` · ${t('resolved.exact', { names: means })}`
  return (
    <>
      {' · '}
      <Trans
        t={t}
        i18nKey="resolved.alias"
        values={{ names: means }}
        components={{ id: <IdText>{found.model.id}</IdText> }}
      />
      {found.alsoListedBy.length > 0 &&
        t('alsoListedBy', { ids: found.alsoListedBy.map(({ id }) => id).join(', ') })}
    </>
  )
}
