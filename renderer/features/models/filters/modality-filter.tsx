import type { ReactNode } from 'react'

type ModalityFilterProps = {
  label: string
  known: readonly string[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** All that are ticked must be among a model's modalities. One from an old address stays, to be taken back. */
export function ModalityFilter({ label, known, chosen, onChoose }: ModalityFilterProps): ReactNode {
  return (
    <fieldset className="filter-field">
      <legend>{label}</legend>
      <div className="filter-checks">
        {[...new Set([...known, ...chosen])].map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) =>
                onChoose(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
