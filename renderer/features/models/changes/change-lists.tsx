import type { ReactNode } from 'react'
import type { MovedAlias } from '../../../../shared/catalog/changes-schema.ts'
import type { Comparison } from '../../../../shared/contract/catalog.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { IdText } from '../../../ui/id-text.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { imagePriceLines, priceLines, thresholdLines } from './change-lines.ts'
import { ChangeTable } from './change-table.tsx'

/** Every kind of change that there is; nothing of a kind is left out silently, it has no heading then. */
export function ChangeLists({ comparison }: { comparison: Comparison }): ReactNode {
  const { t, i18n } = useDetailWords()
  const { priceUnit } = usePreferences().preferences
  const { changes, imageChanges } = comparison
  const words = { t, locale: i18n.language, unit: priceUnit }
  const images = imageChanges ?? NO_IMAGE_CHANGES
  const nothing = [...Object.values(changes), ...Object.values(images)].every((list) => list.length === 0)
  const ids = (models: readonly { id: string }[]) => models.map(({ id }) => ({ key: id, name: id, of: null }))
  const aliases = (list: readonly { alias: string; id: string }[]) =>
    list.map(({ alias, id }) => ({ key: `${alias} ${id}`, name: alias, of: id }))
  return (
    <div className="change-lists">
      {comparison.differentKeys && <p>{t('modelDetails:changes.differentKeys')}</p>}
      {imageChanges === null && <p className="quiet">{t('modelDetails:changes.imagesUnread')}</p>}
      {nothing && <p className="quiet">{t('modelDetails:changes.same')}</p>}
      <ChangeTable
        title={t('modelDetails:changes.prices')}
        lines={priceLines(changes.pricesChanged, words)}
      />
      <ChangeTable
        title={t('modelDetails:changes.thresholds')}
        lines={thresholdLines(changes.thresholdsChanged, words)}
      />
      <MovedAliases moved={changes.aliasesMoved} />
      <NameList title={t('modelDetails:changes.added')} names={ids(changes.modelsAdded)} />
      <NameList title={t('modelDetails:changes.removed')} names={ids(changes.modelsRemoved)}>
        {t('modelDetails:changes.filtered')}
      </NameList>
      <NameList title={t('modelDetails:changes.aliasesAdded')} names={aliases(changes.aliasesAdded)} />
      <NameList title={t('modelDetails:changes.aliasesRemoved')} names={aliases(changes.aliasesRemoved)} />
      <ChangeTable
        title={t('modelDetails:changes.imagePrices')}
        lines={imagePriceLines(images.pricesChanged, words)}
      />
      <NameList title={t('modelDetails:changes.imagesAdded')} names={ids(images.modelsAdded)} />
      <NameList title={t('modelDetails:changes.imagesRemoved')} names={ids(images.modelsRemoved)} />
    </div>
  )
}

const NO_IMAGE_CHANGES: NonNullable<Comparison['imageChanges']> = {
  modelsAdded: [],
  modelsRemoved: [],
  pricesChanged: [],
}

function MovedAliases({ moved }: { moved: readonly MovedAlias[] }): ReactNode {
  const { t } = useDetailWords()
  if (moved.length === 0) return null
  return (
    <section>
      <h2>{t('modelDetails:changes.moved')}</h2>
      <table className="change-table" aria-label={t('modelDetails:changes.moved')}>
        <thead>
          <tr>
            <th scope="col">{t('modelDetails:changes.alias')}</th>
            <th scope="col">{t('modelDetails:changes.old')}</th>
            <th scope="col">{t('modelDetails:changes.new')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ alias, from, to }) => (
            <tr key={alias}>
              <th scope="row">
                <IdText>{alias}</IdText>
              </th>
              <td>
                <IdText>{from}</IdText>
              </td>
              <td>
                <IdText>{to}</IdText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type NameListProps = {
  title: string
  names: readonly { key: string; name: string; of: string | null }[]
  children?: ReactNode
}

function NameList({ title, names, children }: NameListProps): ReactNode {
  const { t } = useDetailWords()
  if (names.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {children !== undefined && <p className="quiet">{children}</p>}
      <ul className="change-names" aria-label={title}>
        {names.map(({ key, name, of }) => (
          <li key={key}>
            <IdText>{name}</IdText>
            {of !== null && (
              <>
                {' '}
                {t('modelDetails:changes.of')} <IdText>{of}</IdText>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
