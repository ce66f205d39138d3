import { type ReactNode, useId } from 'react'
import type { AccessAnswer } from './access-answer.ts'
import { useKeyAccess } from './use-key-access.ts'

type GuardedButtonProps = {
  answer: AccessAnswer
  children: ReactNode
  onClick: () => void
  kind?: 'default' | 'primary'
  disabled?: boolean
}

/**
 * A button for something the key may not be allowed. It stays usable, because the server has the last word; the reason
 * is its tooltip and its accessible description.
 */
export function GuardedButton(props: GuardedButtonProps): ReactNode {
  const { answer, children, onClick, kind = 'default', disabled = false } = props
  const id = useId()
  const why = useKeyAccess().words(answer)
  return (
    <>
      <button
        type="button"
        className={kind === 'primary' ? 'link-button primary' : 'link-button'}
        title={why ?? undefined}
        aria-describedby={why === null ? undefined : id}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </button>
      {why !== null && (
        <span id={id} className="visually-hidden">
          {why}
        </span>
      )}
    </>
  )
}
