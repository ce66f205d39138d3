import { estimateTokens } from '../../../../shared/estimate/estimate-tokens.ts'
import { textKindOf } from '../../../../shared/estimate/text-kind.ts'
import { failureOfError } from '../../../rpc.ts'
import type { CountQueue } from '../count-queue.ts'
import type { CountedFile, FileRun, FileState } from './file-run.ts'
import { readTextFile } from './text-file.ts'

/** A run over more files would be a job for a script. */
export const MOST_FILES = 1_000

export type FileRuns = {
  /** Counts files one after the other on a model; a run that is under way ends. */
  start(files: readonly NamedFile[], model: string): void
  cancel(): void
  /** Takes the table away. */
  clear(): void
}

/** `name` is the path below the folder that was opened, never more. */
export type NamedFile = { name: string; file: File }

type Ports = {
  queue: CountQueue
  read: () => FileRun | null
  set: (run: FileRun | null) => void
}

export function createFileRuns({ queue, read, set }: Ports): FileRuns {
  let abort: AbortController | null = null

  function mark(index: number, state: FileState): void {
    const run = read()
    if (run === null) return
    set({ ...run, files: run.files.map((file, at) => (at === index ? { ...file, state } : file)) })
  }
  function change(part: Partial<FileRun>): void {
    const run = read()
    if (run !== null) set({ ...run, ...part })
  }

  async function exactCount(model: string, text: string, signal: AbortSignal): Promise<number | null> {
    if (text === '') return 0
    if (read()?.stoppedBy != null) return null
    try {
      return (await queue({ model, text }, signal)).count
    } catch (error) {
      // Most failures (permission, network, key) meet every file alike: the rest is estimated, and this is said once.
      if (!signal.aborted) change({ stoppedBy: { failure: failureOfError(error) } })
      return null
    }
  }

  async function countFile(index: number, file: File, model: string, signal: AbortSignal): Promise<void> {
    mark(index, { kind: 'working' })
    const read = await readTextFile(file)
    if (signal.aborted) return
    if (read.kind === 'refused') return mark(index, { kind: 'refused', why: read.why })
    const { text } = read
    const exact = await exactCount(model, text, signal)
    if (signal.aborted) return
    const raw = estimateTokens(text)
    mark(index, { kind: 'done', characters: text.length, raw, textKind: textKindOf(text), exact })
  }

  async function runThrough(files: readonly NamedFile[], model: string, signal: AbortSignal): Promise<void> {
    for (const [index, { file }] of files.entries()) {
      await countFile(index, file, model, signal)
      if (signal.aborted) return
    }
    change({ running: false })
  }

  return {
    start(chosen, model) {
      abort?.abort()
      abort = new AbortController()
      const files = chosen.slice(0, MOST_FILES)
      const waiting = files.map(
        ({ name, file }): CountedFile => ({ name, size: file.size, state: { kind: 'waiting' } }),
      )
      const leftOut = chosen.length - files.length
      set({ model, files: waiting, leftOut, running: true, cancelled: false, stoppedBy: null })
      void runThrough(files, model, abort.signal)
    },
    cancel() {
      abort?.abort()
      const run = read()
      if (run === null) return
      const files = run.files.map((file) =>
        file.state.kind === 'working' ? { ...file, state: { kind: 'waiting' } as const } : file,
      )
      set({ ...run, files, running: false, cancelled: true })
    },
    clear() {
      abort?.abort()
      set(null)
    },
  }
}
