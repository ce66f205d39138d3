import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChatSetup } from '../../../shared/contract/conversation.ts'
import type { Budget } from '../../../shared/ledger/budget.ts'
import { formatUsd } from '../../../shared/money/ticks.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useFocusLeft } from '../../ui/use-focus-left.ts'
import { askedOf } from './asked-of.ts'
import type { MessageActions } from './messages/use-message-actions.ts'
import type { Turn } from './use-turn.ts'

/** `setup`: what was asked with, so that a refusal leads to the missing permission. */
type PressNoticeProps = { turn: Turn; actions: MessageActions; setup: ChatSetup | null }

/** What the last press or the last change by hand came to, when there is something to say or to undo. */
export function PressNotice({ turn, actions, setup }: PressNoticeProps): ReactNode {
  const { t } = useTranslation('playground')
  const { changed } = actions
  const { press } = turn
  return (
    <>
      {press.kind === 'refused' && (
        <FailureNotice
          failure={press.failure}
          asked={setup === null ? {} : askedOf(setup)}
          {...(press.what === 'send' ? { kept: t('sendKept') } : {})}
        >
          {press.failure?.budget != null && (
            <AllowOnce budget={press.failure.budget.budget} allow={turn.allow} />
          )}
        </FailureNotice>
      )}
      {changed.kind === 'failed' && <FailureNotice failure={changed.failure} />}
      <div role="status" className="press-notice">
        {press.kind === 'allowed' && t('budget.allowed')}
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

/** Deliberately two presses: one to say that the limit may be passed, one to send. */
function AllowOnce({ budget, allow }: { budget: Budget; allow: Turn['allow'] }): ReactNode {
  const { t } = useTranslation('playground')
  const frame = useRef<HTMLSpanElement>(null)
  // The second press is a key in the message box.
  useFocusLeft(frame, (held) => {
    const pane = held.closest('.conversation-pane')
    return () => pane?.querySelector<HTMLElement>('.composer-box textarea')
  })
  return (
    <span ref={frame}>
      <Button onClick={() => allow(budget.id)}>
        {t('budget.allow', { limit: formatUsd(budget.limit) })}
      </Button>
    </span>
  )
}
