import type { ReactNode } from 'react'

type ButtonProps = {
  children: ReactNode
  onClick: () => void
  /** `primary` is the one main action of a view. */
  kind?: 'default' | 'primary' | 'plain'
  /** Stays reachable and says why by its surroundings; a press does nothing. */
  inactive?: boolean
}

const classNames = { default: 'link-button', primary: 'link-button primary', plain: 'plain-button' } as const

/** A plain button in the look of the app, for the first view and for widgets that load with it. */
export function Button({ children, onClick, kind = 'default', inactive = false }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={classNames[kind]}
      aria-disabled={inactive || undefined}
      onClick={() => {
        if (!inactive) onClick()
      }}
    >
      {children}
    </button>
  )
}
