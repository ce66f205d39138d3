import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SettingsSection } from './settings-section.tsx'

/** What `Stop` means for the bill. */
export function PlaygroundSection(): ReactNode {
  const { t } = useTranslation('settings')
  const { query } = useRpc()
  const queries = useQueryClient()
  const options = useQuery(query.chat.options.queryOptions())
  const change = useMutation(
    query.chat.setOptions.mutationOptions({
      onSuccess: (now) => queries.setQueryData(query.chat.options.queryKey(), now),
    }),
  )
  return (
    <SettingsSection heading={t('playground.heading')}>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={options.data?.drainOnStop ?? false}
          disabled={options.data === undefined}
          aria-describedby="drain-on-stop"
          onChange={(event) => change.mutate({ drainOnStop: event.currentTarget.checked })}
        />
        {t('playground.drain')}
      </label>
      <p id="drain-on-stop" className="quiet">
        {t('playground.drainAbout')}
      </p>
      {change.isError && <FailureNotice failure={failureOfError(change.error)} />}
    </SettingsSection>
  )
}
