import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateState } from '../../../shared/contract/updates.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { exactTime } from '../../ui/time-text.ts'
import { SettingsSection } from './settings-section.tsx'

/** Whether there is a newer version. Off until chosen; says to the letter what it sends. */
export function UpdatesSection(): ReactNode {
  const { t } = useTranslation('desktop')
  const { query } = useRpc()
  const state = useQuery(query.updates.read.queryOptions({ staleTime: 0 }))
  return (
    <SettingsSection heading={t('updates.heading')}>
      {state.isError && (
        <FailureNotice failure={failureOfError(state.error)} onRetry={() => void state.refetch()} />
      )}
      {state.data === undefined ? (
        !state.isError && <SkeletonLines lines={3} />
      ) : (
        <KnownState state={state.data} />
      )}
    </SettingsSection>
  )
}

function KnownState({ state }: { state: UpdateState }): ReactNode {
  const { t } = useTranslation('desktop')
  const { query } = useRpc()
  const queries = useQueryClient()
  const { preferences, change } = usePreferences()
  const check = useMutation(
    query.updates.check.mutationOptions({
      onSuccess: (now) => queries.setQueryData(query.updates.read.queryKey(), now),
    }),
  )
  const { address, version, sends } = state
  if (address === null) return <p>{t('updates.nowhere', { version })}</p>
  return (
    <>
      <p className="quiet settings-about">{t('updates.sends', { address, sends })}</p>
      <div className="notice-actions">
        <Button inactive={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('updates.check')}
        </Button>
        <span role="status">{check.isPending ? t('updates.checking') : ''}</span>
      </div>
      {check.isError && <FailureNotice failure={failureOfError(check.error)} />}
      <LastOutcome state={state} />
      <label className="settings-check">
        <input
          type="checkbox"
          checked={preferences.checkUpdates}
          onChange={(event) => change({ checkUpdates: event.currentTarget.checked })}
        />
        {t('updates.daily')}
      </label>
    </>
  )
}

function LastOutcome({ state: { last, version } }: { state: UpdateState }): ReactNode {
  const { t, i18n } = useTranslation('desktop')
  const { client } = useRpc()
  if (last === null) return <p className="quiet">{t('updates.never')}</p>
  const when = exactTime(last.at, i18n.language)
  if (last.kind === 'current') return <p role="status">{t('updates.current', { version, when })}</p>
  return (
    <div className="notice-actions" role="status">
      <span>{t('updates.newer', { found: last.version, version, when })}</span>
      <Button onClick={() => void client.about.openLink({ url: last.link })}>{t('updates.open')}</Button>
    </div>
  )
}
