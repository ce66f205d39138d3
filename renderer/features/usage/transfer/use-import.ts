import { useSyncExternalStore } from 'react'
import { useRpc } from '../../../rpc.ts'
import { type ImportRun, type ImportState, importRunOf } from './import-run.ts'

/** The import of this page and how it goes. */
export function useImport(): { state: ImportState; run: ImportRun } {
  const run = importRunOf(useRpc().client)
  return { state: useSyncExternalStore(run.subscribe, run.state), run }
}

/** How much of the file is read, in whole percent; never more than is. */
export function percentRead({ step }: { step: { bytes: number; of: number } | null }): number {
  return step === null || step.of === 0 ? 0 : Math.floor((step.bytes / step.of) * 100)
}
