import type { Failure } from '../../../../shared/contract/failure.ts'
import type { ImportPreview, ImportStep } from '../../../../shared/ledger/transfer-schema.ts'
import { oncePerClient } from '../../../app/once-per-client.ts'
import { failureOfError, type RpcClient } from '../../../rpc.ts'
import { createToldState, type ToldState } from './told-state.ts'

/** From a chosen file over its preview to what came of it. */
export type ImportState =
  | { kind: 'idle' }
  | { kind: 'choosing' }
  | { kind: 'preview'; preview: ImportPreview }
  | ImportUnderWay
  | { kind: 'done'; step: Extract<ImportStep, { kind: 'done' }> }
  | { kind: 'failed'; failure: Failure | null }

export type ImportUnderWay = {
  kind: 'reading'
  preview: ImportPreview
  step: Extract<ImportStep, { kind: 'reading' }> | null
  isStopping: boolean
}

/** One import at a time. It goes on when the view is left, and is there when it is opened again. */
export type ImportRun = ToldState<ImportState> & {
  choose(): void
  start(preview: ImportPreview): void
  /** What came in until then stays, and is said. */
  stop(): void
}

/** The one import of this page. */
export const importRunOf = oncePerClient(createImportRun)

function createImportRun({ ledger }: RpcClient): ImportRun {
  const { become, ...told } = createToldState<ImportState>({ kind: 'idle' })
  const failed = (error: unknown) => become({ kind: 'failed', failure: failureOfError(error) })
  async function read(preview: ImportPreview): Promise<void> {
    for await (const step of await ledger.import({ importId: preview.importId })) {
      if (step.kind === 'done') become({ kind: 'done', step })
      else become({ kind: 'reading', preview, step, isStopping: isStopping(told.state()) })
    }
  }
  return {
    ...told,
    choose() {
      become({ kind: 'choosing' })
      ledger
        .chooseImport()
        .then((preview) => become(preview === null ? { kind: 'idle' } : { kind: 'preview', preview }))
        .catch(failed)
    },
    start(preview) {
      become({ kind: 'reading', preview, step: null, isStopping: false })
      read(preview).catch(failed)
    },
    stop() {
      const state = told.state()
      if (state.kind !== 'reading') return
      become({ ...state, isStopping: true })
      ledger.stopImport({ importId: state.preview.importId }).catch(failed)
    },
  }
}

function isStopping(state: ImportState): boolean {
  return state.kind === 'reading' && state.isStopping
}
