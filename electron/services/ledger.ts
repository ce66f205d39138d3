import type { Catalog } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { LedgerEvent, LedgerPage } from '../../shared/contract/ledger.ts'
import {
  dayNumberAt,
  dayNumberOf,
  dayOf,
  startOfNextSpan,
  startOfSpan,
} from '../../shared/ledger/calendar.ts'
import { buildChart, mostParts, spanFor } from '../../shared/ledger/chart.ts'
import type {
  CostHistogram,
  LedgerChart,
  LedgerNames,
  ModelSpeeds,
} from '../../shared/ledger/chart-schema.ts'
import { MOST_GROUPS } from '../../shared/ledger/chart-schema.ts'
import type { Span } from '../../shared/ledger/day.ts'
import type { LedgerGrouping, LedgerQuery, LedgerSort } from '../../shared/ledger/ledger-query.ts'
import type { LedgerTotals } from '../../shared/ledger/ledger-totals.ts'
import { readProviderTotals } from '../../shared/ledger/provider-totals.ts'
import { reconcile } from '../../shared/ledger/reconcile.ts'
import type { ProviderTotals, Reconciliation } from '../../shared/ledger/reconciliation-schema.ts'
import type {
  ExportRequest,
  ExportStep,
  ImportPreview,
  ImportStep,
} from '../../shared/ledger/transfer-schema.ts'
import { type RequestSums, repriced } from '../../shared/ledger/what-if.ts'
import type { RepricedPeriod, WhatIf } from '../../shared/ledger/what-if-schema.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { LedgerImporter } from './bring-in.ts'
import type { ChangeEvents } from './change-events.ts'
import { ratesByName } from './known-rates.ts'
import { correctionOf } from './ledger-correction.ts'
import { exportLedger } from './ledger-export.ts'
import { breathe, type LedgerFiles } from './ledger-files.ts'
import { createLedgerImport } from './ledger-import.ts'
import type { LedgerAnswers, LedgerStore } from './ledger-ports.ts'
import { type Clock, ServiceFailure } from './ports.ts'

export type LedgerPorts = {
  store: LedgerStore
  reader: LedgerAnswers
  importer: LedgerImporter
  files: LedgerFiles
  catalog: { read(): Promise<Catalog> }
  events: ChangeEvents
  clock: Clock
  /** Minutes east of UTC here at this time. */
  utcOffset: (at: number) => number
  uuid: () => string
}

/** See the contract. Every call throws what storing throws. */
export type LedgerService = {
  names(demo: boolean): Promise<LedgerNames>
  totals(query: LedgerQuery): Promise<LedgerTotals>
  chart(query: LedgerQuery, grouping: LedgerGrouping, span: Span | null): Promise<LedgerChart>
  histogram(query: LedgerQuery): Promise<CostHistogram>
  speeds(query: LedgerQuery): Promise<ModelSpeeds>
  rows(query: LedgerQuery, sort: LedgerSort, offset: number, limit: number): Promise<LedgerPage>
  whatIf(query: LedgerQuery, instead: WhatIf): Promise<RepricedPeriod>
  reconcile(told: ProviderTotals): Promise<Reconciliation>
  correct(id: string, billed: bigint): { id: string }
  export(request: ExportRequest): AsyncGenerator<ExportStep, void>
  chooseImport(): Promise<ImportPreview | null>
  import(importId: string): AsyncGenerator<ImportStep, void>
  stopImport(importId: string): void
  events(signal?: AbortSignal): AsyncIterableIterator<LedgerEvent>
}

/** Answers what the page asks of the ledger. */
export function createLedgerService(ports: LedgerPorts): LedgerService {
  const { store, reader, events, clock, utcOffset } = ports
  const imports = createLedgerImport({ ...ports, changed: events.changed })
  /** Day numbers that the query spans, as far as there is anything; `null` = nothing. */
  async function daysOf({ period, filter }: LedgerQuery): Promise<{ first: number; last: number } | null> {
    const days = await reader.days(filter.demo)
    if (days === null) return null
    const first = period.from === null ? days.first : dayNumberOf(period.from)
    const last = period.to === null ? days.last : dayNumberOf(period.to)
    return first <= last ? { first, last } : null
  }
  const today = () => dayNumberAt(clock.now(), utcOffset(clock.now()))

  return {
    names: async (demo) => reader.names(demo),
    totals: async (query) => reader.totals(query),
    histogram: async (query) => reader.histogram(query),
    speeds: async (query) => reader.speeds(query),
    rows: async (query, sort, offset, limit) => reader.page(query, sort, offset, limit),
    async chart(query, grouping, wanted) {
      const days = await daysOf(query)
      const hasGroups = grouping !== 'none' && grouping !== 'token-class'
      const { top, count } = hasGroups
        ? await reader.topGroups(query, grouping, MOST_GROUPS)
        : { top: [], count: 0 }
      const parts = hasGroups ? Math.min(count, mostParts(grouping)) : mostParts(grouping)
      const span = spanFor(wanted, days, parts)
      const cells = await reader.bySpan(
        query,
        grouping,
        span,
        top.map(({ key }) => key),
      )
      return buildChart({ grouping, span, days, top, groupCount: count, cells })
    },
    async whatIf(query, instead) {
      const rates = instead.model === null ? null : ratesByName(await ports.catalog.read())(instead.model)
      if (instead.model !== null && rates === null) throw new ServiceFailure(failureOf('model-not-found'))
      return whatIf(reader, query, await daysOf(query), instead, rates)
    },
    async reconcile(told) {
      const reading = readProviderTotals(told.text)
      if (reading === null) throw new ServiceFailure(failureOf('invalid-request'))
      const utc = reading.utc ?? told.timeZone === 'utc'
      const period = reading.period ?? told.period
      const first = period.from === null ? -1_000_000 : dayNumberOf(period.from)
      const last = period.to === null ? 1_000_000 : dayNumberOf(period.to)
      const ours = await reader.ourLines({ first, last, utc, connection: told.connection })
      return reconcile(reading, period, ours, dayOf(utc ? dayNumberAt(clock.now(), 0) : today()))
    },
    correct(id, billed) {
      const row = store.find(id)
      if (row === null || row.kind === 'reversal') throw new ServiceFailure(failureOf('not-found'))
      if (row.state === 'pending' || store.isCorrected(id)) throw new ServiceFailure(failureOf('busy'))
      const correction = correctionOf(row, billed, ports.uuid())
      store.add(correction.rows)
      events.changed()
      return { id: correction.id }
    },
    export: (request) => exportLedger(request, reader, ports.files),
    chooseImport: imports.choose,
    import: imports.run,
    stopImport: imports.stop,
    events: (signal) => events.listen(signal),
  }
}

/** Month by month, so that other calls get their turn in between: every row of the period is looked at. */
async function whatIf(
  reader: LedgerAnswers,
  query: LedgerQuery,
  days: { first: number; last: number } | null,
  instead: WhatIf,
  rates: Rates | null,
): Promise<RepricedPeriod> {
  const groups: RequestSums[] = []
  let leftOut = 0
  for (let from = days?.first ?? 0; days !== null && from <= days.last; ) {
    const next = startOfNextSpan(startOfSpan(from, 'month'), 'month')
    const period = { from: dayOf(from), to: dayOf(Math.min(next - 1, days.last)) }
    const found = await reader.requestSums(
      { ...query, period },
      { rates, cachedPercent: instead.cachedPercent },
    )
    groups.push(...found.groups)
    leftOut += found.leftOut
    from = next
    await breathe()
  }
  return repriced(groups, instead, leftOut)
}
