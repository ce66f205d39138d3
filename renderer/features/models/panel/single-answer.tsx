import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Trans } from 'react-i18next'
import type { SingleModel } from '../../../../shared/contract/catalog.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Age } from '../../../ui/age.tsx'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SentenceGap } from '../../../ui/sentence-gap.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { DifferenceTable } from './difference-table.tsx'

/** `Refresh this model`: asks for this one alone, by its id or an alias, and shows where the answer differs from the list. */
export function SingleAnswer({ names }: { names: readonly string[] }): ReactNode {
  const { t } = useDetailWords()
  const [name, setName] = useState(names[0] ?? '')
  const { query } = useRpc()
  const asked = useMutation(query.catalog.refreshModel.mutationOptions())
  return (
    <section className="single-answer">
      <h3>{t('modelDetails:refresh.title')}</h3>
      <div className="single-question">
        <Button inactive={asked.isPending} onClick={() => asked.mutate({ name })}>
          {t('modelDetails:refresh.action')}
        </Button>
        {names.length > 1 && (
          <select
            className="text-field mono"
            aria-label={t('modelDetails:refresh.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          >
            {names.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </div>
      <div role="status">
        {asked.isPending && <p className="quiet">{t('modelDetails:refresh.reading')}</p>}
        {asked.data !== undefined && !asked.isPending && <Answer answer={asked.data} />}
      </div>
      {asked.isError && <FailureNotice failure={failureOfError(asked.error)} />}
    </section>
  )
}

function Answer({ answer }: { answer: SingleModel }): ReactNode {
  const { t } = useDetailWords()
  const { language, listed, differences, comparedWith } = answer
  const failures = [
    ...(language.kind === 'failed' ? [{ path: '/v1/language-models', failure: language.failure }] : []),
    ...(listed.kind === 'failed' ? [{ path: '/v1/models', failure: listed.failure }] : []),
  ]
  return (
    <>
      {failures.map(({ path, failure }) => (
        <AnswerFailure key={path} path={`${path}/${answer.name}`} failure={failure} />
      ))}
      {failures.length < 2 && (
        <>
          <p>
            {comparedWith === null
              ? t('modelDetails:refresh.notListed')
              : differences.length === 0
                ? t('modelDetails:refresh.same')
                : t('modelDetails:refresh.differs', { count: differences.length })}
          </p>
          {differences.length > 0 && <DifferenceTable differences={differences} />}
        </>
      )}
      <p className="quiet">
        <Trans
          t={t}
          i18nKey="modelDetails:refresh.readAt"
          values={{ host: answer.host }}
          components={{ age: <Age at={answer.readAt} /> }}
        />
      </p>
    </>
  )
}

function AnswerFailure({ path, failure }: { path: string; failure: Failure }): ReactNode {
  const { t } = useDetailWords()
  return (
    <p>
      <code>{path}</code>: {t(`failure:${failure.code}.title`)}.
      {failure.serverWords !== null && (
        <>
          <SentenceGap />
          {t('ui:serverSaid')}: <q>{failure.serverWords}</q>
        </>
      )}
    </p>
  )
}
