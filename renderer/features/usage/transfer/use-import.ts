import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../shared/contract/failure.ts'
import type { ImportPreview, ImportStep } from '../../../../shared/ledger/transfer-schema.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'

/** From a chosen file over its preview to what came of it. */
export type ImportState =
  | { kind: 'idle' }
  | { kind: 'choosing' }
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'reading'; preview: ImportPreview; step: Extract<ImportStep, { kind: 'reading' }> | null }
  | { kind: 'stopped' }
  | { kind: 'done'; step: Extract<ImportStep, { kind: 'done' }> }
  | { kind: 'failed'; failure: Failure | null }

/** One import at a time; leaving the view stops it, and what was read stays. */
export function useImport() {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const failed = useCallback(
    (error: unknown) => setState({ kind: 'failed', failure: failureOfError(error) }),
    [],
  )
  const choose = useCallback(() => {
    setState({ kind: 'choosing' })
    client.ledger
      .chooseImport()
      .then((preview) => setState(preview === null ? { kind: 'idle' } : { kind: 'preview', preview }))
      .catch(failed)
  }, [client, failed])
  const start = useCallback(
    (preview: ImportPreview) => {
      const own = new AbortController()
      running.current = own
      setState({ kind: 'reading', preview, step: null })
      const read = async () => {
        const steps = await client.ledger.import({ importId: preview.importId }, { signal: own.signal })
        for await (const step of steps) {
          if (step.kind === 'done') setState({ kind: 'done', step })
          else setState({ kind: 'reading', preview, step })
        }
      }
      read()
        .catch((error: unknown) => (own.signal.aborted ? setState({ kind: 'stopped' }) : failed(error)))
        .finally(() => void queries.invalidateQueries({ queryKey: query.ledger.key() }))
    },
    [client, query, queries, failed],
  )
  const stop = useCallback(() => {
    running.current?.abort()
    setState({ kind: 'stopped' })
  }, [])
  return { state, choose, start, stop }
}
