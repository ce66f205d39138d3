import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Limits } from '../../../shared/contract/connection-health.ts'
import { useConnectionWords } from '../../app/connections/use-connection-words.ts'
import { useRpc } from '../../rpc.ts'
import { Age } from '../../ui/age.tsx'
import { CopyTable } from '../../ui/copy-table.tsx'
import { countText } from '../../ui/number-text.ts'
import { UnknownValue } from '../../ui/unknown-value.tsx'
import { limitsTable } from './limits-table.ts'

/** What is left of the rate limits and credits, as last told, with its age; what nobody told is unknown. */
export function KeyLimits(): ReactNode {
  const { t, i18n } = useConnectionWords()
  const { query } = useRpc()
  const { data } = useQuery(query.connection.limits.queryOptions())
  return (
    <section aria-label={t('connections:limits.heading')}>
      <header className="key-facts-heading">
        <h3>{t('connections:limits.heading')}</h3>
        <CopyTable table={() => limitsTable(data, t, i18n.language)} />
      </header>
      <p className="quiet">{t('connections:limits.explained')}</p>
      <dl className="facts">
        <dt data-explain="limits-left">{t('connections:limits.requests')}</dt>
        <dd>
          <Left allowance={data?.requests} at={data?.ratesReadAt ?? null} />
        </dd>
        <dt data-explain="limits-left">{t('connections:limits.tokens')}</dt>
        <dd>
          <Left allowance={data?.tokens} at={data?.ratesReadAt ?? null} />
        </dd>
        <dt data-explain="limits-left">{t('connections:limits.credits')}</dt>
        <dd>
          <Credits limits={data} />
        </dd>
      </dl>
    </section>
  )
}

type LeftProps = { allowance: Limits['requests'] | undefined; at: number | null }

function Left({ allowance, at }: LeftProps): ReactNode {
  const { t, i18n } = useConnectionWords()
  const { remaining = null, limit = null } = allowance ?? {}
  if (remaining === null) return <UnknownValue reason={t('connections:limits.notTold')} />
  const left = countText(remaining, i18n.language)
  return (
    <>
      {limit === null
        ? left
        : t('connections:limits.of', { remaining: left, limit: countText(limit, i18n.language) })}
      <ToldAt at={at} />
    </>
  )
}

function Credits({ limits }: { limits: Limits | undefined }): ReactNode {
  const { t } = useConnectionWords()
  const credits = limits?.remainingCredits ?? null
  if (credits === null) return <UnknownValue reason={t('connections:limits.notTold')} />
  return (
    <>
      <bdi>{credits}</bdi>
      <ToldAt at={limits?.creditsReadAt ?? null} />
    </>
  )
}

function ToldAt({ at }: { at: number | null }): ReactNode {
  return at === null ? null : (
    <span className="quiet">
      {' '}
      (<Age at={at} />)
    </span>
  )
}
