import type { DataCare, Retention } from '../../shared/contract/care.ts'
import { Retention as RetentionSchema } from '../../shared/contract/care.ts'
import { jsonOf } from '../../shared/json-of.ts'
import { dayNumberAt } from '../../shared/ledger/calendar.ts'
import type { CareStore, LedgerAnswers, LedgerStore } from './ledger-ports.ts'
import type { Clock, SettingsStore } from './ports.ts'
import type { ReportBug } from './report-bug.ts'

export type CarePorts = {
  store: CareStore
  ledger: LedgerStore
  answers: Pick<LedgerAnswers, 'check'>
  settings: SettingsStore
  clock: Clock
  utcOffset: (at: number) => number
  openFolder: () => Promise<void>
  /** Ends what is under way, closes the database and starts the app again; `erase` removes what is left then. */
  restart: (how: { erase: boolean }) => void
  changed: () => void
  reportBug: ReportBug
}

/** See the contract. Every call throws what storing throws. */
export type CareService = {
  read(): DataCare
  backUpNow(): Promise<DataCare>
  restore(id: string): Promise<void>
  setRetention(retention: Retention): { removed: number; care: DataCare }
  deleteAll(): void
  openDataFolder(): Promise<void>
  /** Lets go of what retention lets go of by now, and checks a ledger that is soon checked; for once a day. */
  tend(): Promise<void>
}

const RETENTION_SETTING = 'ledger-retention'
/** About a third of a second; beyond it a check is for the person to ask for. */
const CHECKED_UP_TO_ROWS = 50_000
const FOR_EVER: Retention = { days: null, rows: null }

/** Size, backups, retention and deletion of everything that is kept on disk. */
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
    async backUpNow() {
      await store.backUpNow()
      return read()
    },
    async restore(id) {
      await store.stageRestore(id)
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
    async tend() {
      applyRetention()
      if (ledger.counts().rows > CHECKED_UP_TO_ROWS) return
      if ((await ports.answers.check()).wrong === 0) return
      const { wrong, offBy } = ledger.mend()
      ports.reportBug('ledger.check', new Error(`${wrong} roll-ups were off by ${offBy} ticks and made anew`))
      ports.changed()
    },
  }
}
