import type { ReactNode } from 'react'

/** An id in monospace that never breaks in the middle. */
export function IdText({ children }: { children: string }): ReactNode {
  return (
    <code className="id-text" translate="no">
      {children}
    </code>
  )
}
