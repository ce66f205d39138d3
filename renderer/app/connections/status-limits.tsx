import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { Trans } from 'react-i18next'
import type { Connection } from '../../../shared/contract/connection.ts'
import type { Limits } from '../../../shared/contract/connection-health.ts'
import { useRpc } from '../../rpc.ts'
import { Age } from '../../ui/age.tsx'
import { countText } from '../../ui/number-text.ts'
import { useConnectionEvents } from './use-connection-events.ts'
import { type ConnectionWords, useConnectionWords } from './use-connection-words.ts'
import { useKeyHealth } from './use-key-health.ts'

/** What is left of limits or credits, once an answer has told it, with its age. Checks the key once at the start. */
export function StatusLimits({ connection }: { connection: Connection }): ReactNode {
  const { t, i18n } = useConnectionWords()
  const { query } = useRpc()
  const { data } = useQuery(query.connection.limits.queryOptions())
  useConnectionEvents()
  useCheckAtStart(connection)
  const short = data === undefined ? null : shortWords(data, t, i18n.language)
  if (short === null) return null
  return (
    <span className="status-limits" data-explain="limits-left">
      <Trans
        t={t}
        i18nKey="limits.short.aged"
        values={{ text: short.text }}
        components={{ quiet: <span className="quiet" />, age: <Age at={short.at} /> }}
      />
    </span>
  )
}

/** Once for each connection and key that is put to use; main sees to it that it is rare. */
function useCheckAtStart({ kind, active, key }: Connection): void {
  const { check } = useKeyHealth()
  const checked = useRef<string | null>(null)
  const which = kind === 'demo' || key.kind !== 'present' ? null : `${active} ${key.lastFour} ${key.host}`
  useEffect(() => {
    if (which === null || checked.current === which) return
    checked.current = which
    check()
  }, [which, check])
}

/** Credits before requests before tokens: the one that ends first for a person. */
function shortWords(limits: Limits, t: ConnectionWords, locale: string): { text: string; at: number } | null {
  const { remainingCredits, creditsReadAt, requests, tokens, ratesReadAt } = limits
  if (remainingCredits !== null && creditsReadAt !== null) {
    return { text: t('connections:limits.short.credits', { credits: remainingCredits }), at: creditsReadAt }
  }
  if (ratesReadAt === null) return null
  if (requests.remaining !== null) {
    const remaining = countText(requests.remaining, locale)
    return { text: t('connections:limits.short.requests', { remaining }), at: ratesReadAt }
  }
  if (tokens.remaining === null) return null
  const remaining = countText(tokens.remaining, locale)
  return { text: t('connections:limits.short.tokens', { remaining }), at: ratesReadAt }
}
