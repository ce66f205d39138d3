import type { StorageState } from '../../shared/contract/about.ts'
import type { DataCare } from '../../shared/contract/care.ts'
import type { Connection, KeyStatus } from '../../shared/contract/connection.ts'
import type { Diagnostics } from '../../shared/contract/diagnostics.ts'
import type { Log } from './log.ts'
import { type Clock, ServiceFailure } from './ports.ts'

/** Versions and names of what the app runs on, in the order in which they are told. */
export type RuntimeFacts = Readonly<Record<string, string>>

export type DiagnosticsPorts = {
  runtime: () => RuntimeFacts
  storage: { state: StorageState; schema: { found: number | null; now: number } }
  care: () => DataCare
  connections: () => Promise<Connection>
  log: Pick<Log, 'last'>
  openLogFolder: () => Promise<void>
  clock: Pick<Clock, 'now'>
  redact: (text: string) => string
}

export type DiagnosticsService = {
  /** Never throws: what cannot be read is told as `unknown`. */
  read(): Promise<Diagnostics>
  openLogFolder(): Promise<void>
}

const LAST_LINES = 200
const LONGEST = 400_000

/** The report for who helps: no key, no prompt, no name of a connection or a host that somebody gave. */
export function createDiagnostics(ports: DiagnosticsPorts): DiagnosticsService {
  const { runtime, storage, log, clock, redact } = ports
  return {
    async read() {
      const at = clock.now()
      const lines = [
        `Tokenbook diagnostics, ${new Date(at).toISOString()}`,
        ...part('Runtime', Object.entries(runtime())),
        ...part('Storage', storageFacts(storage)),
        ...part('Data', await known(async () => dataFacts(ports.care()))),
        ...part('Connections', await known(async () => connectionFacts(await ports.connections()))),
        ...['', `Log, last ${LAST_LINES} lines`, ...log.last(LAST_LINES)],
      ]
      return { at, text: redact(lines.join('\n')).slice(0, LONGEST) }
    },
    openLogFolder: ports.openLogFolder,
  }
}

type Facts = readonly (readonly [name: string, value: string])[]

function part(heading: string, facts: Facts): string[] {
  return ['', heading, ...facts.map(([name, value]) => `  ${name}: ${value}`)]
}

async function known(read: () => Promise<Facts>): Promise<Facts> {
  try {
    return await read()
  } catch (error) {
    // The report is for when things are broken: a part that fails says so, and the rest is still told.
    return [['unknown', error instanceof ServiceFailure ? error.failure.code : 'could not be read']]
  }
}

function storageFacts({ state, schema }: DiagnosticsPorts['storage']): Facts {
  return [
    ['state', state.kind === 'memory-only' ? `memory-only (${state.why})` : state.kind],
    ...(state.kind === 'recovered'
      ? [['restored from', state.backupFrom === null ? 'nothing' : isoTime(state.backupFrom)] as const]
      : []),
    ['schema', `${schema.now} (found ${schema.found ?? 'none'})`],
  ]
}

function dataFacts(care: DataCare): Facts {
  const newest = care.backups[0]
  return [
    ['database', `${care.databaseBytes} bytes`],
    ['ledger rows', String(care.ledgerRows)],
    ['conversations', String(care.conversations)],
    ['backups', `${care.backups.length}${newest === undefined ? '' : `, newest ${isoTime(newest.at)}`}`],
    ['damaged files kept', String(care.damagedFiles.length)],
  ]
}

function connectionFacts({ profiles, active, keyring }: Connection): Facts {
  return [
    ['keyring', keyring.available ? (keyring.backend ?? 'available') : 'none'],
    ...profiles.map(
      ({ id, kind, key }, index) =>
        [`${index + 1}${id === active ? ' (in use)' : ''}`, `${kind}, key ${keyWords(key)}`] as const,
    ),
  ]
}

function keyWords(key: KeyStatus): string {
  if (key.kind === 'present') return `kept: ${key.storage}`
  return key.kind === 'unusable' ? `unusable: ${key.why}` : 'absent'
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}
