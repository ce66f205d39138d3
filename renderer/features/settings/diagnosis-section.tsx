import { useMutation } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SettingsSection } from './settings-section.tsx'

await loadMessages('desktop')

const DiagnosticsDialog = lazy(async () => ({
  default: (await import('../../app/desktop/diagnostics-dialog.tsx')).DiagnosticsDialog,
}))

/** The log of the app, and what a person can hand to somebody who helps. */
export function DiagnosisSection(): ReactNode {
  const { t } = useTranslation('desktop')
  const { query } = useRpc()
  const [shown, show] = useState(false)
  const open = useMutation(query.diagnostics.openLogFolder.mutationOptions())
  return (
    <SettingsSection heading={t('log.heading')}>
      <p className="quiet">{t('log.about')}</p>
      <div className="notice-actions">
        <Button onClick={() => show(true)}>{t('log.copyDiagnostics')}</Button>
        <Button onClick={() => open.mutate(undefined)}>{t('log.openFolder')}</Button>
      </div>
      {open.isError && <FailureNotice failure={failureOfError(open.error)} />}
      <Suspense fallback={null}>{shown && <DiagnosticsDialog onClose={() => show(false)} />}</Suspense>
    </SettingsSection>
  )
}
