import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../shared/contract/connection.ts'
import { usePressOutside } from '../ui/use-press-outside.ts'

const ConnectionMenu = lazy(async () => ({
  default: (await import('./connections/connection-menu.tsx')).ConnectionMenu,
}))

/** What the app talks to; opens the menu of connections. */
export function ConnectionButton({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('app')
  const button = useRef<HTMLButtonElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  usePressOutside(frame, open, () => setOpen(false))
  const { kind, host } = connection
  const title = kind === 'demo' ? t('status.demoHost', { host }) : t('status.host', { host })
  const service = kind === 'custom' ? host : t(`status.${kind}`)
  const own = ownName(connection, [service, t('status.xai')])
  const name = own === null ? service : `${service} · ${own}`
  const close = (refocus: boolean) => {
    setOpen(false)
    if (refocus) button.current?.focus()
  }
  return (
    <div
      ref={frame}
      role="none"
      className="connection-button"
      onBlur={(event) => {
        const to = event.relatedTarget
        if (to !== null && !event.currentTarget.contains(to)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="connection-name"
        data-kind={kind}
        title={title}
        aria-label={t('status.switch', { name })}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {name}
      </button>
      {open && (
        <Suspense fallback={null}>
          <ConnectionMenu connection={connection} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}

/** The person's own name for the connection, where it says more than the names that it comes with. */
function ownName({ kind, active, profiles }: Connection, usual: readonly string[]): string | null {
  const own = profiles.find(({ id }) => id === active)?.name
  return kind === 'demo' || own === undefined || usual.includes(own) ? null : own
}
