import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { MessageActions } from './messages/use-message-actions.ts'
import type { Turn } from './use-turn.ts'

/** What the last press or the last change by hand came to, when there is something to say or to undo. */
export function PressNotice({
  turn: { press },
  actions,
}: {
  turn: Turn
  actions: MessageActions
}): ReactNode {
  const { t } = useTranslation('playground')
  const { changed } = actions
  return (
    <>
      {press.kind === 'refused' && (
        <FailureNotice failure={press.failure} {...(press.what === 'send' ? { kept: t('sendKept') } : {})} />
      )}
      {changed.kind === 'failed' && <FailureNotice failure={changed.failure} />}
      <div role="status" className="press-notice">
        {changed.kind === 'removed' && (
          <>
            {t('removed')}{' '}
            <Button kind="plain" onClick={actions.undo}>
              {t('undo')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
