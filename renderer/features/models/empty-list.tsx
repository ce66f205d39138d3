import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { StatePanel } from '../../ui/state-panel.tsx'
import type { ModelKind } from './use-models-state.ts'

/** The server answered with no models: usually the key's permissions (reference 2.1), so that is where to look. */
export function EmptyList({ kind }: { kind: ModelKind }): ReactNode {
  const { t } = useTranslation('models')
  return (
    <StatePanel
      heading={t('empty.heading')}
      drawing="models"
      action={
        <Link className="link-button primary" href="/api-key">
          {t('empty.action')}
        </Link>
      }
    >
      <p>{t(`empty.${kind}`)}</p>
      <p className="quiet">{t('empty.why')}</p>
    </StatePanel>
  )
}
