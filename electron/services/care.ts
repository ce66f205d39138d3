import type { DataCare, Retention } from '../../shared/contract/care.ts'
import { Retention as RetentionSchema } from '../../shared/contract/care.ts'
import { dayNumberAt } from '../../shared/ledger/day.ts'
import type { CareStore, LedgerStore } from './ledger-ports.ts'
import type { Clock, SettingsStore } from './ports.ts'

export type CarePorts = {
  store: CareStore
  ledger: LedgerStore
  settings: SettingsStore
  clock: Clock
  utcOffset: (at: number) => number
  openFolder: () => Promise<void>
  /** Ends what is under way, closes the database and starts the app again; `erase` removes what is left then. */
  restart: (how: { erase: boolean }) => void
  changed: () => void
}

/** See the contract. Every call throws what storing throws. */
export type CareService = {
  read(): DataCare
  backUpNow(): DataCare
  restore(id: string): void
  setRetention(retention: Retention): { removed: number; care: DataCare }
  deleteAll(): void
  openDataFolder(): Promise<void>
  /** What retention lets go of by now; for once a day. */
  applyRetention(): number
}

const RETENTION_SETTING = 'ledger-retention'
const FOR_EVER: Retention = { days: null, rows: null }

export function createCareService(ports: CarePorts): CareService {
  const { store, ledger, settings, clock, utcOffset } = ports

  function retention(): Retention {
    const stored = settings.get(RETENTION_SETTING)
    return stored === null ? FOR_EVER : RetentionSchema.catch(FOR_EVER).parse(jsonOf(stored))
  }
  function applyRetention(): number {
    const removed = ledger.retain(retention(), dayNumberAt(clock.now(), utcOffset(clock.now())))
    if (removed > 0) ports.changed()
    return removed
  }
  function read(): DataCare {
    const { rows, conversations } = ledger.counts()
    return {
      databaseBytes: store.bytes(),
      ledgerRows: rows,
      conversations,
      backups: store.backups(),
      damagedFiles: store.damagedFiles(),
      retention: retention(),
    }
  }
  return {
    read,
    applyRetention,
    backUpNow() {
      store.backUpNow()
      return read()
    },
    restore(id) {
      store.stageRestore(id)
      ports.restart({ erase: false })
    },
    setRetention(wanted) {
      settings.set(RETENTION_SETTING, JSON.stringify(wanted))
      const removed = applyRetention()
      return { removed, care: read() }
    },
    deleteAll() {
      store.markErased()
      ports.restart({ erase: true })
    },
    openDataFolder: ports.openFolder,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
