import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestDetails as Details } from '../../../../shared/contract/request-details.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { EventTimeline } from './event-timeline.tsx'
import { WireRequest } from './wire-request.tsx'

/** What went over the wire for one answer: request, headers, every event with its time. No key is in it. */
export function RequestDetails({ attemptId }: { attemptId: string }): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <Disclosure label={t('details.label')}>
      <ReadDetails attemptId={attemptId} />
    </Disclosure>
  )
}

function ReadDetails({ attemptId }: { attemptId: string }): ReactNode {
  const { query } = useRpc()
  const { data, error, refetch } = useQuery(
    query.requestDetails.read.queryOptions({ input: { attemptId }, retry: false }),
  )
  if (error !== null) return <FailureNotice failure={failureOfError(error)} onRetry={() => void refetch()} />
  return data === undefined ? <SkeletonLines lines={3} /> : <KnownDetails details={data} />
}

function KnownDetails({ details }: { details: Details }): ReactNode {
  const { t } = useTranslation('playground')
  const { client } = useRpc()
  const { save, state } = useSaveFile()
  const [failed, setFailed] = useState<unknown>(null)
  const saveHar = () =>
    client.requestDetails
      .har({ attemptId: details.attemptId })
      .then(
        ({ text }) =>
          save({ kind: 'json', suggestedName: `request-${details.attemptId}`.slice(0, 200), content: text }),
        setFailed,
      )
  return (
    <section className="request-details" aria-label={t('details.label')}>
      <p className="quiet">{t('details.redacted')}</p>
      <div className="message-actions">
        <Button onClick={() => void saveHar()}>{t('details.save')}</Button>
        <span role="status" className="quiet">
          {state.kind === 'saved' && t('saved', { name: state.fileName })}
        </span>
      </div>
      {(failed !== null || state.kind === 'failed') && (
        <FailureNotice failure={state.kind === 'failed' ? state.failure : failureOfError(failed)} />
      )}
      <WireRequest events={details.events} />
      {details.usage !== null && (
        <>
          <h3>{t('details.usage')}</h3>
          <pre className="wire-text">{details.usage}</pre>
        </>
      )}
      <EventTimeline events={details.events} />
    </section>
  )
}
