import { useSyncExternalStore } from 'react'
import { useRpc } from '../../../rpc.ts'
import { type ExportRun, type ExportState, exportRunOf } from './export-run.ts'

/** The export of this page and how it goes. */
export function useExport(): { state: ExportState; run: ExportRun } {
  const run = exportRunOf(useRpc().client)
  return { state: useSyncExternalStore(run.subscribe, run.state), run }
}
