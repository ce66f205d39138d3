import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../shared/contract/failure.ts'
import type { KeyFacts } from '../../../shared/contract/key-facts.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { AccessStrings } from './access-strings.tsx'
import { FurtherFacts } from './further-facts.tsx'
import { KeyFactsList } from './key-facts-list.tsx'
import { KeyFlags } from './key-flags.tsx'

/** What `/v1/api-key` says (reference 3). Without a key the demo server answers about its own, and is marked so. */
export function KeyFactsSection({ demo }: { demo: boolean }): ReactNode {
  const { t } = useTranslation('apiKey')
  const { query } = useRpc()
  const facts = useQuery(query.connection.inspectKey.queryOptions())
  const again = () => void facts.refetch({ cancelRefetch: false })
  const label = demo ? t('facts.demoLabel') : t('facts.label')
  return (
    <section className="card key-facts" aria-label={label}>
      <header className="key-facts-heading">
        <h2>{label}</h2>
        {demo && <DemoMark />}
      </header>
      {facts.isFetching && facts.data === undefined && <SkeletonLines lines={8} />}
      {facts.isError && !facts.isFetching && (
        <FactsFailure
          failure={failureOfError(facts.error)}
          known={facts.data !== undefined}
          onRetry={again}
        />
      )}
      {facts.data !== undefined && <Facts facts={facts.data} />}
      {facts.data !== undefined && (
        <p className="quiet facts-read">
          {t('facts.read')} <Age at={facts.data.readAt} />{' '}
          <Button kind="plain" inactive={facts.isFetching} onClick={again}>
            {t('facts.again')}
          </Button>
        </p>
      )}
    </section>
  )
}

type FactsFailureProps = { failure: Failure | null; known: boolean; onRetry: () => void }

/** A service without `/v1/api-key` (Segmind) is no failure: it just says nothing of its keys. */
function FactsFailure({ failure, known, onRetry }: FactsFailureProps): ReactNode {
  const { t } = useTranslation('apiKey')
  if (failure?.code === 'route-not-found') return <p className="quiet">{t('facts.noSuchCall')}</p>
  return <FailureNotice failure={failure} onRetry={onRetry} {...(known ? { kept: t('facts.stale') } : {})} />
}

function Facts({ facts }: { facts: KeyFacts }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <>
      {facts.refused !== null && <FailureNotice failure={facts.refused} kept={t('facts.refused')} />}
      <KeyFactsList facts={facts} />
      <KeyFlags facts={facts} />
      <AccessStrings facts={facts} />
      <FurtherFacts further={facts.further} />
      {facts.me !== 'read' && <p className="quiet">{t(`facts.me.${facts.me}`)}</p>}
    </>
  )
}
