import './dialog.css'
import { type ReactNode, useEffect, useRef } from 'react'

type DialogProps = { label: string; onClose: () => void; children: ReactNode }

/**
 * A modal dialog over everything. The browser keeps the focus inside, makes the rest inert, closes it with Escape and
 * gives the focus back to where it was. A press beside it closes it too. The element with `data-autofocus` has the focus
 * first, otherwise the first that can have it.
 */
export function Dialog({ label, onClose, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => shown?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, the key for the same thing, is the browser's own here
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {children}
    </dialog>
  )
}
