import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import { failureOfError } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { Told } from './registry.ts'

export type Notice = { kind: 'told'; told: NonNullable<Told> } | { kind: 'failed'; error: unknown }

/** What came of a command whose work cannot be seen on screen. Stays until it is closed, and covers no control. */
export function DesktopNotice({ notice, onClose }: { notice: Notice; onClose: () => void }): ReactNode {
  const { t } = useTranslation('desktop')
  return (
    <div className="desktop-notice">
      {notice.kind === 'failed' ? (
        <FailureNotice failure={failureOfError(notice.error)} />
      ) : (
        <p role="status">
          <ToldWords told={notice.told} />
        </p>
      )}
      <Button onClick={onClose}>{t('notice.close')}</Button>
    </div>
  )
}

function ToldWords({ told }: { told: NonNullable<Told> }): ReactNode {
  const { t } = useTranslation('desktop')
  switch (told.kind) {
    case 'imported':
      return t('notice.imported', { count: told.count })
    case 'not-imported':
      return t(`notice.not-imported.${told.why}`)
    case 'saved':
      return t('notice.saved', { file: told.fileName })
    case 'backed-up':
      return t('notice.backedUp')
    default:
      return assertNever(told)
  }
}
