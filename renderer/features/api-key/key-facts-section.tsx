import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/key-facts.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Age } from '../../ui/age.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/state-panel.tsx'
import { AccessStrings } from './access-strings.tsx'
import { KeyFactsList } from './key-facts-list.tsx'
import { KeyFlags } from './key-flags.tsx'

/** What `/v1/api-key` says (reference 3). Without a key the demo server answers about its own, and is marked so. */
export function KeyFactsSection({ demo }: { demo: boolean }): ReactNode {
  const { t } = useTranslation('apiKey')
  const { query } = useRpc()
  const facts = useQuery(query.connection.inspectKey.queryOptions())
  const label = demo ? t('facts.demoLabel') : t('facts.label')
  return (
    <section className="card key-facts" aria-label={label}>
      <header className="key-facts-heading">
        <h2>{label}</h2>
        {demo && <DemoMark />}
      </header>
      {facts.isFetching && facts.data === undefined && <SkeletonLines lines={8} />}
      {facts.isError && !facts.isFetching && (
        <FailureNotice failure={failureOfError(facts.error)} onRetry={() => void facts.refetch()} />
      )}
      {facts.data !== undefined && <Facts facts={facts.data} />}
    </section>
  )
}

function Facts({ facts }: { facts: KeyFacts }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <>
      <KeyFactsList facts={facts} />
      <KeyFlags facts={facts} />
      <AccessStrings acls={facts.acls} />
      <p className="quiet">
        {t('facts.read')} <Age at={facts.readAt} />
      </p>
    </>
  )
}
