import { spawnSync } from 'node:child_process'
import { projectFolder } from './project-folder.ts'

export type RunOptions = { timeoutMs?: number; env?: NodeJS.ProcessEnv; quiet?: boolean }

/** Runs a command to its end with our own output, and throws when it fails. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): void {
  const code = exitCodeOf(command, args, options)
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" ended with ${code}.`)
}

/** Runs a command to its end and returns its exit code; 127 when it could not be started. */
export function exitCodeOf(command: string, args: readonly string[], options: RunOptions = {}): number {
  const done = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: options.quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    ...(options.env ? { env: options.env } : {}),
    ...(options.timeoutMs ? { timeout: options.timeoutMs } : {}),
  })
  return done.status ?? (done.error ? 127 : 1)
}
