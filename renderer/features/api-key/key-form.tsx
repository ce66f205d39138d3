import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection, KeepKey, Profile } from '../../../shared/contract/connection.ts'
import { useConnectionChanged } from '../../app/use-connection.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SentenceGap } from '../../ui/sentence-gap.tsx'
import { KeepChoice } from './keep-choice.tsx'
import { judgeEntry, type WrongEntry } from './key-entry.ts'
import { type SaveState, saveFailed } from './save-state.ts'

type KeyFormProps = {
  connection: Connection
  /** The connection that the key is for; it is put to use when it is not. */
  profile: Profile
  purpose: 'add' | 'replace' | 'enterAgain'
  /** The key is saved, or (with `replace`) the person keeps the present one. */
  onClose?: () => void
}

/**
 * Takes a key. It is only ever in the field itself — never in state, in a cache or in a mutation — and the field is
 * emptied once the main process has it (security A5).
 */
export function KeyForm({ connection, profile, purpose, onClose }: KeyFormProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const field = useRef<HTMLInputElement>(null)
  const { keyring } = connection
  const [keep, setKeep] = useState<KeepKey>(keyring.available ? 'strongest' : 'session')
  const { state, save } = useSaveKey(field, profile, connection.active, onClose)
  const { host } = profile
  return (
    <form
      className="card key-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save(keep)
      }}
    >
      <h2>{t(`form.${purpose}`)}</h2>
      <TextInput
        ref={field}
        type="password"
        label={t('form.field')}
        description={
          <>
            {t('form.bound', { host })}
            <SentenceGap />
            {t('form.boundChange')}
          </>
        }
        error={state.kind === 'wrong-entry' ? <EntryProblem entry={state} /> : null}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        className="key-field"
      />
      <KeepChoice keyring={keyring} keep={keep} onChange={setKeep} />
      {state.kind === 'failed' && <FailureNotice failure={state.failure} kept={t('form.kept')} />}
      <div className="notice-actions">
        <Button type="submit" disabled={state.kind === 'saving'}>
          {t('form.save')}
        </Button>
        {purpose === 'replace' && (
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
        )}
      </div>
      <p className="quiet">{t('form.console')}</p>
    </form>
  )
}

function EntryProblem({ entry }: { entry: WrongEntry }): ReactNode {
  const { t } = useTranslation('apiKey')
  return entry.why === 'other-service'
    ? t('form.other-service', { service: entry.service })
    : t(`form.${entry.why}`)
}

/** One save at a time. A plain call, so that no cache of calls holds the key afterwards. */
function useSaveKey(
  field: React.RefObject<HTMLInputElement | null>,
  profile: Profile,
  active: string,
  onSaved: (() => void) | undefined,
) {
  const { client } = useRpc()
  const changed = useConnectionChanged()
  const [state, setState] = useState<SaveState>({ kind: 'editing' })
  const save = async (keep: KeepKey) => {
    const input = field.current
    if (input === null || state.kind === 'saving') return
    const entry = judgeEntry(input.value, profile.kind)
    if (entry.kind === 'wrong-entry') {
      setState(entry)
      input.focus()
      return
    }
    setState({ kind: 'saving' })
    try {
      const saved = await client.connection.saveKey({ key: entry.key, keep, profile: profile.id })
      input.value = ''
      setState({ kind: 'editing' })
      changed(profile.id === active ? saved : await client.connection.use({ profile: profile.id }))
      onSaved?.()
    } catch (error) {
      setState(saveFailed(failureOfError(error)))
    }
  }
  return { state, save }
}
