import type { Failure } from '../../../../shared/contract/failure.ts'
import type { ExportRequest, ExportStep } from '../../../../shared/ledger/transfer-schema.ts'
import { oncePerClient } from '../../../app/once-per-client.ts'
import { failureOfError, type RpcClient } from '../../../rpc.ts'
import { createToldState, type ToldState } from './told-state.ts'

/** What comes of writing the rows to a file. */
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'starting' }
  | { kind: 'stopped' }
  | Extract<ExportStep, { kind: 'writing' }>
  | (Extract<ExportStep, { kind: 'done' }> & { request: ExportRequest })
  | { kind: 'failed'; failure: Failure | null }

/** One export at a time. It goes on when the view is left, and is there when it is opened again. */
export type ExportRun = ToldState<ExportState> & {
  start(request: ExportRequest): void
  /** Leaves no file behind. */
  stop(): void
}

/** The one export of this page. */
export const exportRunOf = oncePerClient(createExportRun)

function createExportRun({ ledger }: RpcClient): ExportRun {
  const { become, ...told } = createToldState<ExportState>({ kind: 'idle' })
  let running: AbortController | null = null
  async function write(request: ExportRequest, { signal }: AbortController): Promise<void> {
    for await (const step of await ledger.export(request, { signal })) {
      if (step.kind === 'declined') become({ kind: 'idle' })
      else become(step.kind === 'done' ? { ...step, request } : step)
    }
  }
  return {
    ...told,
    start(request) {
      if (running !== null) return
      const own = new AbortController()
      running = own
      become({ kind: 'starting' })
      write(request, own)
        .catch((error: unknown) =>
          become(
            own.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', failure: failureOfError(error) },
          ),
        )
        .finally(() => {
          running = null
        })
    },
    stop() {
      if (running === null) return
      running.abort()
      become({ kind: 'stopped' })
    },
  }
}
