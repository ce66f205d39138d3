import type { ReactNode } from 'react'

type ToolFormProps = {
  /** Words of the button that asks. */
  action: string
  /** An answer is being waited for: the button says so and keeps the focus. */
  pending: boolean
  onSubmit: () => void
  children: ReactNode
}

/** Fields and the one button that asks with them, by a press or by Enter. */
export function ToolForm({ action, pending, onSubmit, children }: ToolFormProps): ReactNode {
  return (
    <form
      className="usage-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <button type="submit" className="link-button primary" aria-disabled={pending || undefined}>
        {action}
      </button>
    </form>
  )
}
