import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { Button } from '../../ui/button.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'

type FewModelsProps = {
  catalog: Catalog
  names: readonly string[]
  onChange: (names: readonly string[]) => void
}

/** Nothing to hold side by side yet: says so, and offers two new models of different prices to begin with. */
export function FewModels({ catalog, names, onChange }: FewModelsProps): ReactNode {
  const { t } = useTranslation('compare')
  if (catalog.models.length === 0) return <NoModels />
  if (names.length > 0) return <p className="quiet">{t('choose.fewNote')}</p>
  const [first, ...others] = [...catalog.models].sort((a, b) => (b.created ?? 0) - (a.created ?? 0))
  // Two that cost the same would be a dull beginning.
  const second =
    others.find(
      ({ prices }) => prices.promptText !== first?.prices.promptText && prices.promptText !== null,
    ) ?? others[0]
  return (
    <StatePanel
      heading={t('choose.fewHeading')}
      drawing="compare"
      action={
        first !== undefined &&
        second !== undefined && (
          <Button kind="primary" onClick={() => onChange([first.id, second.id])}>
            {t('choose.fewAction', { first: first.id, second: second.id })}
          </Button>
        )
      }
    >
      <p>{t('choose.few')}</p>
    </StatePanel>
  )
}

function NoModels(): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <StatePanel
      heading={t('choose.emptyHeading')}
      drawing="models"
      action={
        <Link className="link-button" href="/api-key">
          {t('choose.emptyAction')}
        </Link>
      }
    >
      <p>{t('choose.empty')}</p>
    </StatePanel>
  )
}
