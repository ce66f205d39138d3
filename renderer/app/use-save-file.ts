import { useMutation } from '@tanstack/react-query'
import type { Failure } from '../../shared/contract/failure.ts'
import type { RpcClient } from '../rpc.ts'
import { failureOfError, useRpc } from '../rpc.ts'

type FileToSave = Parameters<RpcClient['exports']['save']>[0]

/** What came of the last file: nothing yet (or the person declined), its name without folder, or why not. */
export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; fileName: string }
  | { kind: 'failed'; failure: Failure | null }

/** Hands a file to the main process, which asks the person where to put it. One at a time. */
export function useSaveFile(): {
  state: SaveState
  save: (file: FileToSave) => void
} {
  const { query } = useRpc()
  const { mutate, isPending, error, data } = useMutation(query.exports.save.mutationOptions())
  return { state: stateOf(isPending, error, data), save: mutate }
}

function stateOf(
  isPending: boolean,
  error: unknown,
  data: Awaited<ReturnType<RpcClient['exports']['save']>> | undefined,
): SaveState {
  if (isPending) return { kind: 'saving' }
  if (error !== null) return { kind: 'failed', failure: failureOfError(error) }
  return data?.outcome === 'saved' ? { kind: 'saved', fileName: data.fileName } : { kind: 'idle' }
}
