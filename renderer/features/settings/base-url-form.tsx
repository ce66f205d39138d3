import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/contract/connection.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { useConnectionChanged } from '../../app/use-connection.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

type SaveState =
  | { kind: 'editing' }
  | { kind: 'saving' }
  | { kind: 'saved'; host: string }
  | { kind: 'failed'; failure: Failure | null }

/** The address of the server. What was typed stays when it is refused. */
export function BaseUrlForm({ connection }: { connection: Connection }): ReactNode {
  const { t } = useTranslation('settings')
  const [typed, setTyped] = useState(connection.baseUrl)
  const { state, save } = useSaveBaseUrl(setTyped)
  const fixed = connection.baseUrlFrom === 'environment'
  const invalid = state.kind === 'failed' && state.failure?.code === 'invalid-base-url'
  return (
    <form
      className="base-url-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save(typed.trim())
      }}
    >
      <TextInput
        type="text"
        inputMode="url"
        label={t('connection.baseUrl')}
        description={fixed ? t('connection.environment') : t('connection.hint')}
        error={invalid ? t('connection.invalid') : null}
        readOnly={fixed}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {state.kind === 'failed' && !invalid && <FailureNotice failure={state.failure} />}
      {!fixed && (
        <div className="notice-actions">
          <Button type="submit" disabled={state.kind === 'saving' || typed.trim() === ''}>
            {t('connection.save')}
          </Button>
          <Button
            variant="default"
            disabled={state.kind === 'saving' || connection.baseUrlFrom === 'default'}
            onClick={() => void save(null)}
          >
            {t('connection.useDefault')}
          </Button>
        </div>
      )}
      <p role="status" className="quiet">
        {state.kind === 'saved' ? t('connection.saved', { host: state.host }) : ''}
      </p>
    </form>
  )
}

/** `show` puts the address as it was understood into the field. */
function useSaveBaseUrl(show: (baseUrl: string) => void) {
  const { client } = useRpc()
  const changed = useConnectionChanged()
  const [state, setState] = useState<SaveState>({ kind: 'editing' })
  const save = async (baseUrl: string | null) => {
    setState({ kind: 'saving' })
    try {
      const connection = await client.connection.setBaseUrl({ baseUrl })
      setState({ kind: 'saved', host: new URL(connection.baseUrl).host })
      show(connection.baseUrl)
      changed(connection)
    } catch (error) {
      setState({ kind: 'failed', failure: failureOfError(error) })
    }
  }
  return { state, save }
}
