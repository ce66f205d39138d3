import { type ReactNode, useId } from 'react'
import type { Snapshot, SnapshotRef } from '../../../../shared/contract/catalog.ts'
import { exactTime } from '../../../ui/time-text.ts'
import { useDetailWords } from '../use-detail-words.ts'

type SnapshotChoiceProps = {
  label: string
  snapshots: readonly Snapshot[]
  chosen: SnapshotRef
  onChoose: (ref: SnapshotRef) => void
}

/** One side of the comparison: a stored reading, or the list as it is now. */
export function SnapshotChoice({ label, snapshots, chosen, onChoose }: SnapshotChoiceProps): ReactNode {
  const { t, i18n } = useDetailWords()
  const id = useId()
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="text-field"
        value={String(chosen)}
        onChange={(event) =>
          onChoose(event.target.value === 'current' ? 'current' : Number(event.target.value))
        }
      >
        <option value="current">{t('modelDetails:changes.current')}</option>
        {snapshots.map((snapshot) => (
          <option key={snapshot.id} value={snapshot.id}>
            {exactTime(snapshot.readAt, i18n.language)} ·{' '}
            {t('modelDetails:changes.models', {
              count: (snapshot.models ?? 0) + (snapshot.imageModels ?? 0),
            })}
            {snapshot.otherKey && ` · ${t('modelDetails:changes.otherKey')}`}
          </option>
        ))}
      </select>
    </div>
  )
}
