import type { ReactNode } from 'react'
import type { Health, HealthReading } from '../../../shared/contract/connection-health.ts'
import { type ConnectionWords, useConnectionWords } from '../../app/connections/use-connection-words.ts'
import { useKeyHealth } from '../../app/connections/use-key-health.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { KeyLimits } from './key-limits.tsx'

/** Whether the key works, on demand, and what is left of its limits. */
export function KeyHealthSection(): ReactNode {
  const { t } = useConnectionWords()
  const { health, checking, failure, check } = useKeyHealth()
  return (
    <section className="card key-health" aria-label={t('connections:health.heading')}>
      <h2>{t('connections:health.heading')}</h2>
      <p className="quiet">{t('connections:health.explained')}</p>
      <div className="notice-actions">
        <Button onClick={check} inactive={checking}>
          {t(checking ? 'connections:health.checking' : 'connections:health.check')}
        </Button>
        <span role="status">{outcomeWords(health, checking, t)}</span>
      </div>
      {failure !== undefined && !checking && <FailureNotice failure={failure} />}
      {health?.last != null && <LastReading last={health.last} />}
      <KeyLimits />
    </section>
  )
}

/** What the last press did, apart from what the last reading said. */
function outcomeWords(health: Health | null, checking: boolean, t: ConnectionWords): string {
  if (checking) return ''
  if (health === null) return t('connections:health.never')
  switch (health.did) {
    case 'asked':
      return health.last === null ? t('connections:health.never') : ''
    case 'too-soon':
      return t('connections:health.tooSoon')
    case 'no-free-call':
      return t('connections:health.noFreeCall')
    case 'no-key':
      return t('connections:health.noKey')
  }
}

function LastReading({ last }: { last: HealthReading }): ReactNode {
  const { t } = useConnectionWords()
  const isRefusal = last.kind === 'failed' && last.by !== null
  return (
    <>
      {last.kind === 'failed' ? (
        // The whole failure stands with the facts of the key below.
        <p className="warn">{t(`failure:${last.failure.code}.title`)}.</p>
      ) : (
        <p className={state(last) === 'works' ? 'key-usable' : 'warn'} data-explain="check-time">
          {t(`connections:health.${state(last)}`, { ms: Math.round(last.tookMs) })}
        </p>
      )}
      <p className="quiet">
        {t(`connections:health.${isRefusal ? 'refused' : 'checked'}`)} <Age at={last.checkedAt} />
        {isRefusal && (
          <>
            {' '}
            {t('connections:health.by')} <code>{last.by}</code>
          </>
        )}
      </p>
    </>
  )
}

function state({ facts }: Extract<HealthReading, { kind: 'answered' }>): 'works' | 'stopped' | 'noAccess' {
  const { teamBlocked, apiKeyBlocked, apiKeyDisabled, acls, aclsTold } = facts
  if (teamBlocked === true || apiKeyBlocked === true || apiKeyDisabled === true) return 'stopped'
  return aclsTold && acls.length === 0 ? 'noAccess' : 'works'
}
