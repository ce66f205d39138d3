import type { ReactNode } from 'react'
import { EmptyDrawing, type EmptyDrawingName } from './empty-drawing.tsx'

type StatePanelProps = {
  heading: string
  /** What will stand here, in outline. */
  drawing?: EmptyDrawingName
  children: ReactNode
  /** The one action that helps. */
  action?: ReactNode
}

/** Stands in for a view's content when there is none: what is so, why, and the one action that changes it. */
export function StatePanel({ heading, drawing, children, action }: StatePanelProps): ReactNode {
  return (
    <section className="state-panel" aria-label={heading}>
      {drawing !== undefined && <EmptyDrawing name={drawing} />}
      <h2>{heading}</h2>
      {children}
      {action !== undefined && <div className="notice-actions">{action}</div>}
    </section>
  )
}
