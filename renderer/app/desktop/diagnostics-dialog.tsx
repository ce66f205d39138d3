import './desktop.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { exactTime } from '../../ui/time-text.ts'

await loadMessages('desktop')

/** What would be copied, to be read first: nobody has to trust that there is no key in it. */
export function DiagnosticsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation('desktop')
  const { query } = useRpc()
  const { data, isError, error, refetch } = useQuery(
    query.diagnostics.read.queryOptions({ staleTime: 0, gcTime: 0 }),
  )
  return (
    <Dialog label={t('diagnostics.name')} onClose={onClose}>
      <div className="diagnostics">
        <h2>{t('diagnostics.name')}</h2>
        <p>{t('diagnostics.about')}</p>
        {isError && <FailureNotice failure={failureOfError(error)} onRetry={() => void refetch()} />}
        {data === undefined ? (
          !isError && <SkeletonLines lines={8} />
        ) : (
          <textarea
            className="diagnostics-text"
            aria-label={t('diagnostics.text')}
            readOnly
            spellCheck={false}
            value={data.text}
          />
        )}
        <div className="notice-actions">
          {data !== undefined && <CopyButton text={data.text} label={t('diagnostics.copy')} />}
          <Button onClick={onClose}>{t('diagnostics.close')}</Button>
          {data !== undefined && (
            <span className="quiet">
              {t('diagnostics.read', { when: exactTime(data.at, i18n.language) })}
            </span>
          )}
        </div>
      </div>
    </Dialog>
  )
}
