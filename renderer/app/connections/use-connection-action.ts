import { useCallback, useRef, useState } from 'react'
import type { Connection } from '../../../shared/contract/connection.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { failureOfError, type RpcClient, useRpc } from '../../rpc.ts'
import { useConnectionChanged } from '../use-connection.ts'

export type ActionState =
  | { kind: 'idle' }
  | { kind: 'working' }
  | { kind: 'done' }
  | { kind: 'failed'; failure: Failure | null }

type ConnectionCalls = RpcClient['connection']

/** Does something to the connections, one thing at a time, and shows everywhere what came of it. */
export function useConnectionAction(): {
  state: ActionState
  run: (act: (calls: ConnectionCalls) => Promise<Connection>) => Promise<Connection | null>
} {
  const { client } = useRpc()
  const changed = useConnectionChanged()
  const working = useRef(false)
  const [state, setState] = useState<ActionState>({ kind: 'idle' })
  const run = useCallback(
    async (act: (calls: ConnectionCalls) => Promise<Connection>) => {
      if (working.current) return null
      working.current = true
      setState({ kind: 'working' })
      try {
        const connection = await act(client.connection)
        changed(connection)
        setState({ kind: 'done' })
        return connection
      } catch (error) {
        setState({ kind: 'failed', failure: failureOfError(error) })
        return null
      } finally {
        working.current = false
      }
    },
    [client, changed],
  )
  return { state, run }
}
