import './close-button.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The cross that closes or removes something; `label` says what. */
export function CloseButton({ label, onClick }: { label: string; onClick: () => void }): ReactNode {
  return (
    <button type="button" className="close-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name="close" />
    </button>
  )
}
