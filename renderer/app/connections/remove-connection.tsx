import { type ReactNode, useEffect, useRef } from 'react'
import type { Profile } from '../../../shared/contract/connection.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useConnectionAction } from './use-connection-action.ts'
import { useConnectionWords } from './use-connection-words.ts'

/** Asks once more, because the key goes with it. The harmless answer has the focus. */
export function RemoveConnection({ profile, onClose }: { profile: Profile; onClose: () => void }): ReactNode {
  const { t } = useConnectionWords()
  const keep = useRef<HTMLButtonElement>(null)
  const { state, run } = useConnectionAction()
  useEffect(() => keep.current?.focus(), [])
  const hasKey = profile.key.kind !== 'absent'
  return (
    <fieldset className="connection-form">
      <legend>{t('connections:removeQuestion', { name: profile.name })}</legend>
      <p>{t(hasKey ? 'connections:removeMeaning' : 'connections:removeNoKey')}</p>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
      <div className="connection-actions">
        <button ref={keep} type="button" className="link-button" onClick={onClose}>
          {t('connections:removeNo')}
        </button>
        <button
          type="button"
          className="link-button"
          disabled={state.kind === 'working'}
          onClick={() => void run((calls) => calls.remove({ profile: profile.id }))}
        >
          {t('connections:removeYes')}
        </button>
      </div>
    </fieldset>
  )
}
