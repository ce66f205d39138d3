import type { ReactNode } from 'react'

type ButtonProps = {
  children: ReactNode
  onClick: () => void
  /** `primary` is the one main action of a view. */
  kind?: 'default' | 'primary' | 'plain'
  /** Stays reachable and says why by its surroundings; a press does nothing. */
  inactive?: boolean
  /** For a button that shows or hides something. */
  expanded?: boolean
}

const classNames = { default: 'link-button', primary: 'link-button primary', plain: 'plain-button' } as const

/** A plain button in the look of the app, for the first view and for widgets that load with it. */
export function Button(props: ButtonProps): ReactNode {
  const { children, onClick, kind = 'default', inactive = false, expanded } = props
  return (
    <button
      type="button"
      className={classNames[kind]}
      aria-disabled={inactive || undefined}
      aria-expanded={expanded}
      onClick={() => {
        if (!inactive) onClick()
      }}
    >
      {children}
    </button>
  )
}
