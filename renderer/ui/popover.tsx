import './popover.css'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

import { useEscape } from './use-escape.ts'
import { useOpensUp } from './use-opens-up.ts'
import { usePressOutside } from './use-press-outside.ts'

type PopoverProps = {
  label: string
  /** Says more than the label, such as how many are chosen. */
  mark?: string
  /** Three dots instead of the label, which stays the name: for a row that has little room. */
  compact?: boolean
  children: (close: () => void) => ReactNode
}

/** A button that opens a small panel below itself, or above where there is no room. Escape, a press elsewhere and leaving it with Tab close it. */
export function Popover({ label, mark, compact = false, children }: PopoverProps): ReactNode {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(false)
  const opensUp = useOpensUp(panel, open)
  usePressOutside(frame, open, () => setOpen(false))
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEscape(close, open)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    // Before a dialog around it hears the key.
    event.preventDefault()
    close()
  }
  return (
    <div
      ref={frame}
      className="popover"
      role="none"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={compact ? 'link-button popover-dots' : 'link-button'}
        aria-label={compact ? label : undefined}
        title={compact ? label : undefined}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {compact ? <span aria-hidden="true">⋯</span> : label}
        {mark !== undefined && <span className="popover-mark">{mark}</span>}
      </button>
      {open && (
        <section
          ref={panel}
          id={id}
          className="popover-panel"
          data-up={opensUp || undefined}
          aria-label={label}
        >
          {children(close)}
        </section>
      )}
    </div>
  )
}
