import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { allNames } from '../../../shared/catalog/alias.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { useRpc } from '../../rpc.ts'
import { SentenceGap } from '../../ui/sentence-gap.tsx'
import type { AccessAnswer } from './access-answer.ts'
import { gridAddress } from './grid-address.ts'
import { type AskedFor, refusedRequest } from './refused-request.ts'
import { useKeyAccess } from './use-key-access.ts'

/** Why the key was refused, as far as its own facts tell, with the way to the exact permission. */
export function RefusalHelp({ failure, asked }: { failure: Failure; asked: AskedFor }): ReactNode {
  const { t } = useTranslation('access')
  const [path] = useLocation()
  const { endpoint, model } = refusedRequest(failure, asked)
  const answer = useAnswer(endpoint, model)
  const words = useRefusalWords(failure, answer, endpoint)
  const address = answer.kind === 'refused' ? answer.address : gridAddress(endpoint, model)
  return (
    <p className="refusal-help">
      {words}
      <Missing answer={answer} endpoint={endpoint} model={model} />
      {path !== '/api-key' && (
        <>
          {' '}
          <Link href={address}>{t('see')}</Link>
        </>
      )}
    </p>
  )
}

/** What is known of the key; nothing is asked of the server because of a refusal that may be about that very call. */
function useAnswer(endpoint: string | null, model: string | null): AccessAnswer {
  const { query } = useRpc()
  const access = useKeyAccess({ ask: false })
  const { data: read } = useQuery(query.catalog.read.queryOptions({ enabled: false }))
  const { data: fresh } = useQuery(query.catalog.refresh.queryOptions({ enabled: false }))
  const models = (fresh ?? read)?.models ?? []
  if (endpoint === null) return { kind: 'unknown' }
  return access.of(endpoint, model === null ? undefined : allNames(model, models))
}

function useRefusalWords(failure: Failure, answer: AccessAnswer, endpoint: string | null): string {
  const { t } = useTranslation('access')
  const { words } = useKeyAccess({ ask: false })
  switch (failure.code) {
    case 'no-key':
      return t('refusal.noKey')
    case 'wrong-key':
      return t('refusal.wrongKey')
    case 'key-disabled':
      return t('reason.key-disabled')
    case 'key-blocked':
      return answer.kind === 'refused' && answer.reason === 'team-blocked'
        ? t('reason.team-blocked')
        : t('refusal.blocked')
    default:
      if (answer.kind === 'allowed') return t('refusal.unexplained')
      return words(answer) ?? t(endpoint === null ? 'refusal.unnamed' : 'refusal.unread')
  }
}

type MissingProps = { answer: AccessAnswer; endpoint: string | null; model: string | null }

/** The access strings that would allow the request. */
function Missing({ answer, endpoint, model }: MissingProps): ReactNode {
  const { t } = useTranslation('access')
  if (answer.kind !== 'refused') return null
  const { reason } = answer
  const strings = [
    ...(reason === 'no-endpoint' || reason === 'neither' ? [`api-key:endpoint:${endpoint}`] : []),
    ...((reason === 'no-model' || reason === 'neither') && model !== null ? [`api-key:model:${model}`] : []),
  ]
  if (strings.length === 0) return null
  return (
    <>
      <SentenceGap />
      {t('refusal.missing', { count: strings.length })}{' '}
      {strings.map((text) => (
        <code key={text} className="access-string">
          {text}
        </code>
      ))}
    </>
  )
}
