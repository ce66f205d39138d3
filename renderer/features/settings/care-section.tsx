import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo, DataCare } from '../../../shared/contract/care.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { countText } from '../../ui/number-text.ts'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { exactTime } from '../../ui/time-text.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { RetentionForm } from './retention-form.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Backups of one's data, how long it is kept, and how all of it goes. */
export function CareSection(): ReactNode {
  const { t } = useTranslation('settings')
  const { query } = useRpc()
  const read = useQuery(query.care.read.queryOptions({ staleTime: 0 }))
  return (
    <SettingsSection heading={t('care.heading')}>
      {read.isError && (
        <FailureNotice failure={failureOfError(read.error)} onRetry={() => void read.refetch()} />
      )}
      {read.data === undefined ? (
        !read.isError && <SkeletonLines lines={5} />
      ) : (
        <KnownCare care={read.data} />
      )}
    </SettingsSection>
  )
}

function KnownCare({ care }: { care: DataCare }): ReactNode {
  const { t, i18n } = useTranslation('settings')
  const number = (count: number) => countText(count, i18n.language)
  return (
    <>
      <dl className="facts">
        <dt data-explain="data-size">{t('care.database')}</dt>
        <dd>
          {t('care.contents', {
            bytes: number(care.databaseBytes),
            requests: t('care.requests', { count: care.ledgerRows, shown: number(care.ledgerRows) }),
            conversations: t('care.conversations', {
              count: care.conversations,
              shown: number(care.conversations),
            }),
          })}
        </dd>
        {care.damagedFiles.length > 0 && (
          <>
            <dt>{t('care.damaged')}</dt>
            <dd>{care.damagedFiles.join(', ')}</dd>
          </>
        )}
      </dl>
      <Backups backups={care.backups} />
      <RetentionForm retention={care.retention} />
      <Whole />
    </>
  )
}

function Backups({ backups }: { backups: readonly BackupInfo[] }): ReactNode {
  const { t, i18n } = useTranslation('settings')
  const { query } = useRpc()
  const queries = useQueryClient()
  const [restoring, setRestoring] = useState<BackupInfo | null>(null)
  const backUp = useMutation(
    query.care.backUpNow.mutationOptions({
      onSuccess: (care) => queries.setQueryData(query.care.read.queryKey(), care),
    }),
  )
  const restore = useMutation(query.care.restore.mutationOptions())
  const error = backUp.error ?? restore.error
  return (
    <>
      <div className="notice-actions">
        <Button inactive={backUp.isPending} onClick={() => backUp.mutate(undefined)}>
          {t('care.backUp')}
        </Button>
        <span className="quiet" role="status">
          {backUp.isPending ? t('care.backingUp') : backUp.isSuccess ? t('care.backedUp') : ''}
        </span>
      </div>
      {error !== null && <FailureNotice failure={failureOfError(error)} />}
      <h3>{t('care.backups')}</h3>
      {backups.length === 0 ? (
        <p className="quiet">{t('care.noBackups')}</p>
      ) : (
        <ul className="backup-list" data-explain="data-size">
          {backups.map((backup) => (
            <li key={backup.id}>
              <span>
                {exactTime(backup.at, i18n.language)}{' '}
                <span className="quiet">
                  {t('care.bytes', { bytes: countText(backup.bytes, i18n.language) })}
                </span>
              </span>
              <Button onClick={() => setRestoring(backup)}>
                {t('care.restore')}
                <span className="visually-hidden"> {exactTime(backup.at, i18n.language)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {restoring !== null && (
        <ConfirmDialog
          question={t('care.restoreQuestion', { when: exactTime(restoring.at, i18n.language) })}
          meaning={t('care.restoreMeaning')}
          yes={t('care.restoreYes')}
          no={t('care.no')}
          onYes={() => {
            setRestoring(null)
            restore.mutate({ id: restoring.id })
          }}
          onClose={() => setRestoring(null)}
        />
      )}
    </>
  )
}

/** The folder with everything in it, and its end. */
function Whole(): ReactNode {
  const { t } = useTranslation('settings')
  const { query } = useRpc()
  const [asking, setAsking] = useState(false)
  const open = useMutation(query.care.openDataFolder.mutationOptions())
  const erase = useMutation(query.care.deleteAll.mutationOptions())
  const error = open.error ?? erase.error
  return (
    <>
      <div className="notice-actions">
        <Button onClick={() => open.mutate(undefined)}>{t('care.openFolder')}</Button>
        <Button onClick={() => setAsking(true)}>{t('care.deleteAll')}</Button>
      </div>
      {error !== null && <FailureNotice failure={failureOfError(error)} />}
      {asking && (
        <ConfirmDialog
          question={t('care.deleteQuestion')}
          meaning={t('care.deleteMeaning')}
          yes={t('care.deleteYes')}
          no={t('care.no')}
          onYes={() => {
            setAsking(false)
            erase.mutate({ confirmed: true })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
