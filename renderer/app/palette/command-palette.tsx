import './palette.css'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../shared/desktop/commands.ts'
import { loadMessages } from '../../messages/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { COMMAND_GROUPS, type Command } from './command.ts'
import { rank } from './rank.ts'
import { useCommands } from './use-commands.ts'

await loadMessages('palette')
await loadMessages('desktop')

/** More than this many nobody reads: typing one more letter is quicker. */
const MOST_SHOWN = 50

type CommandPaletteProps = { onClose: () => void; run: (command: CommandId) => void }

/** One field over every view, model, conversation and action: the keys stay in the field, the choice moves below it. */
export function CommandPalette({ onClose, run: runCommand }: CommandPaletteProps): ReactNode {
  const { t } = useTranslation('palette')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = useCommands(typed, runCommand)
  const found = useMemo(() => rank(commands, typed), [commands, typed])
  const shown = useMemo(() => inGroups(found.slice(0, MOST_SHOWN), typed), [found, typed])
  const chosen = shown[Math.min(at, shown.length - 1)]
  const run = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  return (
    <Dialog label={t('name')} onClose={onClose}>
      <input
        className="palette-input"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-results`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
        aria-label={t('input')}
        placeholder={t('input')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const next = placeAfter(event, Math.min(at, shown.length - 1), shown.length)
          if (next !== null) {
            event.preventDefault()
            setAt(next)
          } else if (event.key === 'Enter') run(chosen)
        }}
      />
      <Results id={id} shown={shown} chosen={chosen} run={run} />
      <p className="palette-foot" role="status">
        {found.length === 0 ? t('nothing') : t('found', { count: found.length })}
      </p>
    </Dialog>
  )
}

type ResultsProps = {
  id: string
  shown: readonly Command[]
  chosen: Command | undefined
  run: (command: Command) => void
}

function Results({ id, shown, chosen, run }: ResultsProps): ReactNode {
  const { t } = useTranslation('palette')
  const groups = [...new Set(shown.map(({ group }) => group))]
  return (
    <div id={`${id}-results`} className="palette-results" role="listbox" aria-label={t('results')}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not field sets
        <div key={group} className="palette-group" role="group" aria-labelledby={`${id}-${group}`}>
          <span id={`${id}-${group}`}>{t(`groups.${group}`)}</span>
          {shown
            .filter((command) => command.group === group)
            .map((command) => (
              <Option
                key={command.id}
                id={`${id}-${command.id}`}
                chosen={command === chosen}
                command={command}
                run={run}
              />
            ))}
        </div>
      ))}
    </div>
  )
}

type OptionProps = { id: string; chosen: boolean; command: Command; run: (command: Command) => void }

function Option({ id, chosen, command, run }: OptionProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as in every combobox
    <div
      id={id}
      ref={chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      className="palette-option"
      role="option"
      aria-selected={chosen}
      onClick={() => run(command)}
    >
      <span>{command.name}</span>
      {command.hint !== '' && <span className="quiet">{command.hint}</span>}
    </div>
  )
}

/** Side by side by group. With something typed the group of the best match comes first. */
function inGroups(commands: readonly Command[], typed: string): Command[] {
  const order = typed.trim() === '' ? COMMAND_GROUPS : [...new Set(commands.map(({ group }) => group))]
  return order.flatMap((group) => commands.filter((command) => command.group === group))
}

function placeAfter(event: KeyboardEvent, at: number, count: number): number | null {
  if (count === 0) return null
  switch (event.key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'PageDown':
      return Math.min(at + 8, count - 1)
    case 'PageUp':
      return Math.max(at - 8, 0)
    default:
      return null
  }
}
