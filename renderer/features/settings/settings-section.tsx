import { type ReactNode, useId } from 'react'

/** One bordered part of the settings, named by its heading. */
export function SettingsSection({ heading, children }: { heading: string; children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section className="card settings-section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  )
}
