import { type FormEvent, type ReactNode, useState } from 'react'
import { fromQuery, toQuery } from '../../../../shared/catalog/view-query.ts'
import type { Preferences } from '../../../../shared/contract/preferences.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { CloseButton } from '../../../ui/close-button.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { useModelsState } from '../use-models-state.ts'

/** As many as the preferences take, and the longest name. */
const MOST_VIEWS = 50
const LONGEST_NAME = 80

/** What was done to a view, and all views as they were before. */
type Undo = { kind: 'removed' | 'replaced'; name: string; before: Preferences['savedViews'] }

type SavedViewsProps = { search: string; onApplied: () => void }

/** Search, filters and order under a name. Saving under a name that exists replaces that view. */
export function SavedViews({ search, onApplied }: SavedViewsProps): ReactNode {
  const { t } = useDetailWords()
  const { preferences, change } = usePreferences()
  const { view, setView } = useModelsState()
  const { savedViews } = preferences
  const [undo, setUndo] = useState<Undo | null>(null)
  const save = (name: string) => {
    const query = new URLSearchParams(
      toQuery({ ...view, filter: { ...view.filter, text: search } }),
    ).toString()
    const others = savedViews.filter((one) => one.name !== name)
    if (others.length < savedViews.length) setUndo({ kind: 'replaced', name, before: savedViews })
    change({ savedViews: [...others, { name, query }] })
  }
  const remove = (name: string) => {
    setUndo({ kind: 'removed', name, before: savedViews })
    change({ savedViews: savedViews.filter((one) => one.name !== name) })
  }
  return (
    <>
      {savedViews.length === 0 && <p className="quiet">{t('modelDetails:views.none')}</p>}
      <ul className="saved-views">
        {savedViews.map(({ name, query }) => (
          <li key={name}>
            <Button
              kind="plain"
              onClick={() => {
                setView(fromQuery(new URLSearchParams(query)))
                onApplied()
              }}
            >
              {name}
            </Button>
            <CloseButton label={t('modelDetails:views.remove', { name })} onClick={() => remove(name)} />
          </li>
        ))}
      </ul>
      <p role="status" className="view-undo">
        {undo !== null && (
          <>
            {t(`modelDetails:views.${undo.kind}`, { name: undo.name })}{' '}
            <Button
              kind="plain"
              onClick={() => {
                change({ savedViews: undo.before })
                setUndo(null)
              }}
            >
              {t('modelDetails:views.undo')}
            </Button>
          </>
        )}
      </p>
      {savedViews.length < MOST_VIEWS ? (
        <SaveForm onSave={save} />
      ) : (
        <p className="quiet">{t('modelDetails:views.full', { most: MOST_VIEWS })}</p>
      )}
    </>
  )
}

function SaveForm({ onSave }: { onSave: (name: string) => void }): ReactNode {
  const { t } = useDetailWords()
  const [name, setName] = useState('')
  const trimmed = name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (trimmed === '') return
    onSave(trimmed)
    setName('')
  }
  return (
    <form className="save-view" onSubmit={submit}>
      <input
        type="text"
        className="text-field"
        aria-label={t('modelDetails:views.name')}
        placeholder={t('modelDetails:views.name')}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="link-button" aria-disabled={trimmed === '' || undefined}>
        {t('modelDetails:views.save')}
      </button>
    </form>
  )
}
