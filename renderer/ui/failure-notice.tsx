import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/contract/failure.ts'
import { type AskedFor, isAboutKey } from '../app/access/refused-request.ts'
import { loadMessages } from '../messages/index.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { failureDetails } from './failure-details.ts'
import { waitText } from './time-text.ts'

/** Comes with the first failure that the documentation has a page about. */
const FailureDocs = lazy(async () => ({
  default: (await import('../app/help/failure-docs.tsx')).FailureDocs,
}))

const RefusalHelp = lazy(async () => ({
  default: (await import('../app/access/refusal-help.tsx')).RefusalHelp,
}))

type FailureNoticeProps = {
  /** `null`: an error nobody expected. */
  failure: Failure | null
  onRetry?: () => void
  /** One more way out, such as a link to another view. */
  children?: ReactNode
  /** What is still shown in spite of the failure. */
  kept?: ReactNode
  /** What was asked for, so that a refusal can name the missing permission and lead to it. */
  asked?: AskedFor
}

/** What went wrong, what to do, and the server's own words when there are any (as text, never as markup). */
export function FailureNotice(props: FailureNoticeProps): ReactNode {
  const { failure, onRetry, children, kept, asked = {} } = props
  const { t } = useTranslation(['ui', 'failure'])
  // Empty for as long as reading a small file takes.
  if (!useFailureTexts()) return <div className="failure-notice" role="alert" />
  const title = failure === null ? t('ui:unexpected.title') : t(`failure:${failure.code}.title`)
  const next = failure === null ? t('ui:unexpected.next') : t(`failure:${failure.code}.next`)
  return (
    <div className="failure-notice" role="alert">
      <div className="failure-words">
        <p>
          <strong>{title}.</strong> {next}
        </p>
        {failure !== null && isAboutKey(failure) && (
          <Suspense fallback={null}>
            <RefusalHelp failure={failure} asked={asked} />
          </Suspense>
        )}
        {failure !== null && <FailureFacts failure={failure} />}
        {kept !== undefined && <p className="quiet">{kept}</p>}
      </div>
      <div className="notice-actions">
        {onRetry !== undefined && <Button onClick={onRetry}>{t('ui:tryAgain')}</Button>}
        {children}
        {failure !== null && failure.status !== null && (
          <Suspense fallback={null}>
            <FailureDocs code={failure.code} />
          </Suspense>
        )}
        {failure !== null && <CopyButton text={failureDetails(failure)} label={t('ui:copyDetails')} />}
      </div>
    </div>
  )
}

/** Whether the words for failures are here. They are read when first needed: most starts need none. */
function useFailureTexts(): boolean {
  const { i18n } = useTranslation()
  const [, setRead] = useState(false)
  const areHere = i18n.hasResourceBundle(i18n.language, 'failure')
  useEffect(() => {
    if (!areHere) void loadMessages('failure').then(() => setRead(true))
  }, [areHere])
  return areHere
}

function FailureFacts({ failure }: { failure: Failure }): ReactNode {
  const { t, i18n } = useTranslation('ui')
  const facts = [
    failure.phase === null ? null : t(`phase.${failure.phase}`),
    failure.retryAfterMs === null
      ? null
      : t('retryAfter', { wait: waitText(failure.retryAfterMs, i18n.language) }),
    failure.event === undefined ? null : t('atEvent', { event: failure.event.toLocaleString(i18n.language) }),
    failure.status === null ? null : t('status', { status: failure.status }),
    failure.requestId === null ? null : t('requestId', { id: failure.requestId }),
  ].filter((fact) => fact !== null)
  return (
    <>
      {failure.serverWords !== null && (
        <p className="server-words">
          {t('serverSaid')}: <q>{failure.serverWords}</q>
        </p>
      )}
      {facts.length > 0 && <p className="quiet">{facts.join(' · ')}</p>}
    </>
  )
}
