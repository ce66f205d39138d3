import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Profile } from '../../../shared/contract/connection.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useConnectionAction } from './use-connection-action.ts'
import { useConnectionWords } from './use-connection-words.ts'

/** What the contract takes as a name, in UTF-16 units. */
const LONGEST_NAME = 100

/** Another name for a connection; Escape keeps the present one. */
export function RenameConnection({ profile, onClose }: { profile: Profile; onClose: () => void }): ReactNode {
  const { t } = useConnectionWords()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(profile.name)
  const { state, run } = useConnectionAction()
  useEffect(() => field.current?.select(), [])
  const save = async () => {
    const wanted = name.trim()
    if (wanted === '') return field.current?.focus()
    const done = await run((calls) => calls.rename({ profile: profile.id, name: wanted }))
    if (done !== null) onClose()
  }
  return (
    <form
      className="connection-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <label>
        <span>{t('connections:newName')}</span>
        <input
          ref={field}
          type="text"
          className="plain-field"
          maxLength={LONGEST_NAME}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div className="connection-actions">
        <button type="submit" className="link-button primary" disabled={state.kind === 'working'}>
          {t('connections:save')}
        </button>
        <Button onClick={onClose}>{t('connections:cancel')}</Button>
      </div>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
    </form>
  )
}
