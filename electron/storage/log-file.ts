import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogFile } from '../services/log.ts'

/** Where the log of a data folder lies; `eraseData` removes it with the rest. */
export function logFolder(dataFolder: string): string {
  return join(dataFolder, 'logs')
}

export type LogFileOptions = {
  folder: string
  /** No file grows beyond it. */
  mostBytes?: number
  /** How many files there are at most, the current one included. */
  files?: number
}

/**
 * `tokenbook.log` is written to; when it is full it becomes `tokenbook.1.log`, and so on, and the oldest goes. Readable by
 * the owner only. What the disk refuses is lost, silently: there is nowhere to say so.
 */
export function createLogFile({ folder, mostBytes = 1024 * 1024, files = 3 }: LogFileOptions): LogFile {
  const path = (index: number): string =>
    join(folder, index === 0 ? 'tokenbook.log' : `tokenbook.${index}.log`)

  function rotate(): void {
    rmSync(path(files - 1), { force: true })
    for (let index = files - 2; index >= 0; index -= 1) {
      if (existsSync(path(index))) renameSync(path(index), path(index + 1))
    }
  }
  function append(line: string): void {
    const bytes = Buffer.from(`${line}\n`)
    if (bytes.byteLength > mostBytes) return
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (sizeOf(path(0)) + bytes.byteLength > mostBytes) rotate()
    appendFileSync(path(0), bytes, { mode: 0o600 })
  }
  function last(count: number): string[] {
    let lines: string[] = []
    for (let index = 0; index < files && lines.length < count; index += 1) {
      if (!existsSync(path(index))) continue
      const older = readFileSync(path(index), 'utf8').split('\n').filter(Boolean)
      lines = [...older, ...lines]
    }
    return lines.slice(-count)
  }
  return {
    append: (line) => quietly(() => append(line), undefined),
    last: (count) => quietly(() => last(count), []),
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
