import type { ReactNode } from 'react'

/** The rows that are picked for a comparison. */
export type Picks = {
  picked: ReadonlySet<string>
  /** Name of a row's checkbox. */
  label: (id: string) => string
  onPick: (id: string, picked: boolean) => void
}

type PickCellProps = { id: string; picks: Picks; tabIndex: number }

export function PickCell({ id, picks, tabIndex }: PickCellProps): ReactNode {
  return (
    <td className="pick-cell">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the label only keeps a press that misses the box from opening */}
      <label onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          aria-label={picks.label(id)}
          checked={picks.picked.has(id)}
          tabIndex={tabIndex}
          onChange={(event) => picks.onPick(id, event.target.checked)}
        />
      </label>
    </td>
  )
}
