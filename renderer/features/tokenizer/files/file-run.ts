import type { Failure } from '../../../../shared/contract/failure.ts'
import type { TextKind } from '../../../../shared/estimate/text-kind.ts'
import type { WhyNoText } from './text-file.ts'

/** Where one file stands. Its text is not kept: only what was counted. */
export type FileState =
  | { kind: 'waiting' }
  | { kind: 'working' }
  | { kind: 'refused'; why: WhyNoText }
  /** `exact` is `null` when the server was not asked or did not answer. */
  | { kind: 'done'; characters: number; raw: number; textKind: TextKind; exact: number | null }

export type CountedFile = { name: string; size: number; state: FileState }

export type FileRun = {
  model: string
  files: readonly CountedFile[]
  /** Files beyond what one run takes. */
  leftOut: number
  running: boolean
  cancelled: boolean
  /** Why the rest is estimated: the server will say the same for each file. `null` inside: nobody's expectation. */
  stoppedBy: { failure: Failure | null } | null
}

/** Files that are read to their end, in whatever way. */
export function finishedFiles({ files }: FileRun): number {
  return files.filter(({ state }) => state.kind === 'done' || state.kind === 'refused').length
}
