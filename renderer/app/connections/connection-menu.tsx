import './connection-menu.css'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Connection, Profile } from '../../../shared/contract/connection.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { navigate } from '../hash-location.ts'
import { useConnectionAction } from './use-connection-action.ts'
import { keyWords, profileName, useConnectionWords } from './use-connection-words.ts'

type ConnectionMenuProps = {
  connection: Connection
  /** `refocus`: the button that opened it takes the focus back. */
  onClose: (refocus: boolean) => void
}

/** The connections to choose from, as a menu of the ARIA practices: arrows, Home, End, Escape. */
export function ConnectionMenu({ connection, onClose }: ConnectionMenuProps): ReactNode {
  const { t } = useConnectionWords()
  const menu = useRef<HTMLDivElement>(null)
  const { state, run } = useConnectionAction()
  useEffect(() => {
    const [first, ...others] = itemsOf(menu.current)
    const checked = [first, ...others].find((item) => item?.getAttribute('aria-checked') === 'true')
    const target = checked ?? first
    target?.focus()
  }, [])
  const use = async (profile: Profile) => {
    if (profile.id === connection.active) return onClose(true)
    if ((await run((calls) => calls.use({ profile: profile.id }))) !== null) onClose(true)
  }
  return (
    <div className="connection-menu">
      <div
        ref={menu}
        role="menu"
        tabIndex={-1}
        aria-label={t('connections:menu.title')}
        onKeyDown={(event) => onMenuKey(event, menu.current, onClose)}
      >
        {connection.profiles.map((profile) => (
          <button
            key={profile.id}
            type="button"
            role="menuitemradio"
            aria-checked={profile.id === connection.active}
            tabIndex={-1}
            disabled={state.kind === 'working'}
            onClick={() => void use(profile)}
          >
            <span className="menu-check" aria-hidden="true">
              {profile.id === connection.active ? '✓' : ''}
            </span>
            <span>
              <bdi>{profileName(profile, t)}</bdi>{' '}
              <span className="quiet">
                {profile.kind === 'demo' ? '' : `${profile.host} · `}
                {keyWords(profile, t)}
              </span>
            </span>
          </button>
        ))}
        <hr />
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose(false)
            navigate('/settings')
          }}
        >
          <span className="menu-check" />
          {t('connections:menu.manage')}
        </button>
      </div>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
    </div>
  )
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return menu === null ? [] : [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

function onMenuKey(
  event: KeyboardEvent,
  menu: HTMLElement | null,
  onClose: ConnectionMenuProps['onClose'],
): void {
  const items = itemsOf(menu)
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const target = itemAfterKey(event.key, at, items.length)
  if (target !== null) {
    event.preventDefault()
    items[target]?.focus()
  } else if (event.key === 'Escape') {
    event.preventDefault()
    onClose(true)
  } else if (event.key === 'Tab') onClose(false)
}

function itemAfterKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
