import { type ReactNode, useId, useState } from 'react'

/** A button that shows or hides what follows; its content exists only while it is open. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }): ReactNode {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className="disclosure">
      <button
        type="button"
        className="disclosure-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="disclosure-mark" aria-hidden="true" />
        {label}
      </button>
      {open && <div id={id}>{children}</div>}
    </div>
  )
}
