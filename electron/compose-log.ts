import { homedir } from 'node:os'
import { createKnownSecrets, type KnownSecrets } from './services/known-secrets.ts'
import { createLog, type Log } from './services/log.ts'
import type { Clock } from './services/ports.ts'
import { createLogFile, logFolder } from './storage/log-file.ts'

export const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** The log of this data folder, and the one place that knows which secrets must not get into it. */
export type Logging = { log: Log; secrets: KnownSecrets; redact: (text: string) => string; folder: string }

export function composeLog(dataFolder: string): Logging {
  const secrets = createKnownSecrets()
  const home = homedir()
  // A path tells the name of whoever sits here.
  const redact = (text: string): string => secrets.redact(home.length > 1 ? text.replaceAll(home, '~') : text)
  const folder = logFolder(dataFolder)
  const log = createLog({ file: createLogFile({ folder }), clock, redact, holds: secrets.holds })
  return { log, secrets, redact, folder }
}
