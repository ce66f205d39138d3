import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../shared/contract/failure.ts'
import type { ExportRequest, ExportStep } from '../../../../shared/ledger/transfer-schema.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'

/** What comes of writing the rows to a file. */
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'starting' }
  | { kind: 'stopped' }
  | Extract<ExportStep, { kind: 'writing' | 'done' }>
  | { kind: 'failed'; failure: Failure | null }

/** Streams an export: one at a time, and `stop` leaves no file behind. It ends with the view. */
export function useExport(): {
  state: ExportState
  start: (request: ExportRequest) => void
  stop: () => void
} {
  const { client } = useRpc()
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = useCallback(
    (request: ExportRequest) => {
      if (running.current !== null) return
      const own = new AbortController()
      running.current = own
      const write = async () => {
        setState({ kind: 'starting' })
        for await (const step of await client.ledger.export(request, { signal: own.signal })) {
          setState(step.kind === 'declined' ? { kind: 'idle' } : step)
        }
      }
      write()
        .catch((error: unknown) => {
          setState(
            own.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', failure: failureOfError(error) },
          )
        })
        .finally(() => {
          running.current = null
        })
    },
    [client],
  )
  const stop = useCallback(() => {
    running.current?.abort()
    setState({ kind: 'stopped' })
  }, [])
  return { state, start, stop }
}
