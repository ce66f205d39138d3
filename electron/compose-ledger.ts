import { randomUUID } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import { createFileChooser } from './app/choose-file.ts'
import { createBudgetNotifier } from './app/notify-budget.ts'
import { openFolder } from './app/open-folder.ts'
import { reportBug } from './app/report-bug.ts'
import { restartApp } from './app/restart-app.ts'
import { createPathChooser } from './app/save-file.ts'
import { type AttemptLedger, createAttemptLedger } from './services/attempt-ledger.ts'
import { createBudgetGate } from './services/budget-gate.ts'
import { createBudgetsService } from './services/budgets.ts'
import { createCareService } from './services/care.ts'
import type { ChangeEvents } from './services/change-events.ts'
import type { CatalogServices } from './services/compose-catalog.ts'
import type { ConnectionService } from './services/connection.ts'
import { createExpectation } from './services/expectation.ts'
import { createLedgerService } from './services/ledger.ts'
import { createLikelyAnswer } from './services/likely-answer.ts'
import type { Log } from './services/log.ts'
import type { Clock } from './services/ports.ts'
import { utcOffset } from './services/utc-offset.ts'
import { eraseData } from './storage/erase-data.ts'
import { createFileWriter, openFileReader } from './storage/file-stream.ts'
import type { OpenStorage } from './storage/open-storage.ts'
import { schedule } from './xai/wire-ports.ts'

export type LedgerParts = {
  storage: OpenStorage
  dataFolder: string
  window: () => BrowserWindow | null
  clock: Clock
  connection: ConnectionService
  catalog: CatalogServices
  promptTokens: Parameters<typeof createExpectation>[0]['promptTokens']
  log: Pick<Log, 'write'>
  notifyBudgets: () => boolean
  /** Tells the page that what it shows of the ledger is to be read again. */
  events: ChangeEvents
}

/** Puts together what keeps and shows what was spent, and the care of the data. */
export function composeLedger(parts: LedgerParts) {
  const { storage, dataFolder, window, clock, connection, catalog, promptTokens, log, events } = parts
  const common = { clock, utcOffset, connection, catalog, changed: events.changed }
  const { ledger: store, ledgerReader: reader, ledgerAnswers: answers, budgets: budgetStore } = storage
  const gate = createBudgetGate({ ...common, budgets: budgetStore, reader })
  const files = {
    choosePath: createPathChooser(window),
    chooseFile: createFileChooser(window),
    writer: createFileWriter,
    reader: openFileReader,
  }
  const notify = createBudgetNotifier(window, parts.notifyBudgets)
  const budgets = createBudgetsService({
    ...common,
    store: budgetStore,
    reader,
    gate,
    unsaved: () => attempts.unsaved(),
    notify(state) {
      log.write('info', 'budget', { scope: state.budget.scope, level: state.level })
      notify(state)
    },
  })
  const expect = createExpectation({ promptTokens, likelyAnswer: createLikelyAnswer(reader) })
  const attempts: AttemptLedger = createAttemptLedger({
    store,
    gate,
    expect,
    schedule,
    reportBug,
    utcOffset,
    changed: events.changed,
    spent: budgets.look,
  })
  return {
    attempts,
    expect,
    budgets,
    ledger: createLedgerService({
      ...{ ...common, store, reader: answers, importer: storage.ledgerImporter },
      ...{ files, events, uuid: randomUUID },
    }),
    care: createCareService({
      ...common,
      store: storage.care,
      ledger: store,
      answers,
      reportBug,
      settings: storage.settings,
      openFolder: () => openFolder(dataFolder),
      restart: ({ erase }) => restartApp(() => (erase ? eraseData(dataFolder) : undefined)),
    }),
  }
}
