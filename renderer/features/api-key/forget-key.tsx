import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../shared/contract/failure.ts'
import { useConnectionChanged } from '../../app/use-connection.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

type ForgetState = { kind: 'asking' } | { kind: 'forgetting' } | { kind: 'failed'; failure: Failure | null }

/** Asks once more before the key is removed. The harmless answer has the focus. */
export function ForgetKey({ lastFour, onClose }: { lastFour: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('apiKey')
  const keep = useRef<HTMLButtonElement>(null)
  const { state, forget } = useForgetKey(onClose)
  useEffect(() => keep.current?.focus(), [])
  return (
    <fieldset className="forget-key">
      <legend>{t(lastFour === '' ? 'forget.shortQuestion' : 'forget.question', { lastFour })}</legend>
      <p>{t('forget.meaning')}</p>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
      <div className="notice-actions">
        <Button ref={keep} variant="default" onClick={onClose}>
          {t('forget.no')}
        </Button>
        <Button variant="default" disabled={state.kind === 'forgetting'} onClick={() => void forget()}>
          {t('forget.yes')}
        </Button>
      </div>
    </fieldset>
  )
}

function useForgetKey(onForgotten: () => void) {
  const { client } = useRpc()
  const changed = useConnectionChanged()
  const [state, setState] = useState<ForgetState>({ kind: 'asking' })
  const forget = async () => {
    setState({ kind: 'forgetting' })
    try {
      const connection = await client.connection.forgetKey()
      onForgotten()
      changed(connection)
    } catch (error) {
      setState({ kind: 'failed', failure: failureOfError(error) })
    }
  }
  return { state, forget }
}
