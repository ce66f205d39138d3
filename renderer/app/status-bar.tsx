import { lazy, type ReactNode, Suspense } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { KeyStatus } from '../../shared/contract/connection.ts'
import { Age } from '../ui/age.tsx'
import { Button } from '../ui/button.tsx'
import { ConnectionButton } from './connection-button.tsx'
import { useCatalog } from './use-catalog.ts'
import { useConnection } from './use-connection.ts'
import { whenIdle } from './when-idle.ts'

/** Limits tell something only after answers came, so what shows them may come late. */
const StatusLimits = lazy(async () => {
  await whenIdle()
  return { default: (await import('./connections/status-limits.tsx')).StatusLimits }
})

/** Read in the first quiet moment: it comes from disk and must not hold up the first row. */
const StatusSpend = lazy(async () => {
  await whenIdle()
  return { default: (await import('./spend/status-spend.tsx')).StatusSpend }
})

/** What the app talks to, with which key, and how old the prices on screen are. */
export function StatusBar(): ReactNode {
  const { t } = useTranslation('app')
  const connection = useConnection()
  return (
    <footer role="contentinfo" className="status-bar" aria-label={t('status.label')}>
      {connection.data === undefined ? (
        <span>{connection.isPending ? t('status.connecting') : t('status.unavailable')}</span>
      ) : (
        <>
          <ConnectionButton connection={connection.data} />
          <KeyText status={connection.data.key} />
        </>
      )}
      <span className="status-gap" />
      <Suspense fallback={null}>
        <StatusSpend />
      </Suspense>
      {connection.data !== undefined && (
        <Suspense fallback={null}>
          <StatusLimits connection={connection.data} />
        </Suspense>
      )}
      <PriceAge />
    </footer>
  )
}

function KeyText({ status }: { status: KeyStatus }): ReactNode {
  const { t } = useTranslation('app')
  if (status.kind === 'absent') return <span className="quiet">{t('status.noKey')}</span>
  const { lastFour } = status
  if (status.kind === 'unusable') return <span className="warn">{t('status.unusableKey', { lastFour })}</span>
  const backend = status.backend ?? ''
  return (
    <span>
      {t('status.key', { lastFour })}{' '}
      <span className="quiet">{t(`status.storage.${status.storage}`, { backend })}</span>
    </span>
  )
}

function PriceAge(): ReactNode {
  const { t } = useTranslation('app')
  const { state, refresh } = useCatalog()
  const reading = state.kind === 'loading' || (state.kind === 'known' && state.refreshing)
  const known = state.kind === 'known' ? state.catalog : null
  const failed = state.kind === 'failed' || (known !== null && known.failure !== null)
  return (
    <>
      <span className="price-age" data-explain="price-age">
        {known === null || known.readAt === null ? (
          t(reading ? 'status.pricesReading' : 'status.pricesNever')
        ) : (
          <Trans t={t} i18nKey="status.pricesRead" components={{ age: <Age at={known.readAt} /> }} />
        )}
        {failed && !reading && <span className="warn"> · {t('status.pricesFailed')}</span>}
      </span>
      <Button kind="plain" inactive={reading} onClick={refresh}>
        {t('status.refresh')}
      </Button>
    </>
  )
}
