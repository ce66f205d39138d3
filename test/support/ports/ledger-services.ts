import { type BringIn, createBringIn, type LedgerImporter } from '../../../electron/services/bring-in.ts'
import { createBudgetGate } from '../../../electron/services/budget-gate.ts'
import { createBudgetsService } from '../../../electron/services/budgets.ts'
import { createCareService } from '../../../electron/services/care.ts'
import { createChangeEvents } from '../../../electron/services/change-events.ts'
import { createLedgerService } from '../../../electron/services/ledger.ts'
import type { LedgerFiles } from '../../../electron/services/ledger-files.ts'
import type { LedgerStore } from '../../../electron/services/ledger-ports.ts'
import type { Clock, Target } from '../../../electron/services/ports.ts'
import { createFileWriter, openFileReader } from '../../../electron/storage/file-stream.ts'
import { schedule } from '../../../electron/xai/wire-ports.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import type { BudgetState } from '../../../shared/ledger/budget.ts'
import { memoryLedger } from './memory-ledger.ts'
import { memorySettings } from './memory-settings.ts'

type Common = {
  clock: Clock
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
}

/** The services of ledger, budgets and care on a ledger in memory; the person declines every dialog. */
export function ledgerServices(
  common: Common,
  parts: { memory?: ReturnType<typeof memoryLedger>; files?: Partial<LedgerFiles> } = {},
) {
  const memory = parts.memory ?? memoryLedger()
  const events = createChangeEvents(schedule)
  const told: BudgetState[] = []
  const ports = { ...common, changed: events.changed, utcOffset: () => 0, reader: memory.reader }
  const gate = createBudgetGate({ ...ports, budgets: memory.budgets })
  let ids = 0
  const files: LedgerFiles = {
    choosePath: async () => null,
    chooseFile: async () => null,
    writer: createFileWriter,
    reader: openFileReader,
    ...parts.files,
  }
  return {
    budgets: createBudgetsService({
      ...ports,
      store: memory.budgets,
      gate,
      unsaved: () => 0,
      notify: (state) => told.push(state),
    }),
    ledger: createLedgerService({
      ...ports,
      store: memory.store,
      importer: importerHere(memory.store),
      files,
      events,
      uuid: () => `made-${++ids}`,
    }),
    care: createCareService({
      ...ports,
      answers: memory.reader,
      ledger: memory.store,
      reportBug: () => {},
      settings: memorySettings(),
      store: {
        bytes: () => 0,
        backups: () => [],
        damagedFiles: () => [],
        backUpNow: async () => {},
        stageRestore: async () => {},
        markErased: () => {},
      },
      openFolder: async () => {},
      restart: () => {},
    }),
  }
}

/** As the app's own, without the thread. */
function importerHere(store: LedgerStore): LedgerImporter {
  let current: BringIn | null = null
  return {
    async begin(job) {
      current = createBringIn(job, { store, reader: openFileReader, utcOffset: () => 0 })
    },
    turn: async () => current?.turn() ?? null,
    async report(stopped) {
      if (current === null) throw new Error('nothing was begun')
      return current.report(stopped)
    },
    async end() {
      await current?.close()
    },
  }
}
