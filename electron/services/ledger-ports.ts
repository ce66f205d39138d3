import type { BackupInfo, Retention } from '../../shared/contract/care.ts'
import type { LedgerPage } from '../../shared/contract/ledger.ts'
import type { Budget, BudgetLevel } from '../../shared/ledger/budget.ts'
import type { GroupSum, SpanTotals } from '../../shared/ledger/chart.ts'
import type { CostHistogram, LedgerNames, ModelSpeeds } from '../../shared/ledger/chart-schema.ts'
import type { Span } from '../../shared/ledger/day.ts'
import type { LedgerGrouping, LedgerQuery, LedgerSort } from '../../shared/ledger/ledger-query.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import type { LedgerTotals } from '../../shared/ledger/ledger-totals.ts'
import type { OurLine } from '../../shared/ledger/reconcile.ts'
import type { RequestSums } from '../../shared/ledger/what-if.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'

/** A row as it is opened: everything that is known before the request leaves. */
export type OpenedRow = Pick<
  LedgerRow,
  | 'id'
  | 'at'
  | 'utcOffset'
  | 'attemptId'
  | 'tryNumber'
  | 'conversationId'
  | 'messageId'
  | 'protocol'
  | 'connection'
  | 'host'
  | 'demo'
  | 'key'
  | 'askedModel'
  | 'rates'
  | 'parametersHash'
>

/** What closes a row: everything else that is known of it. */
export type ClosedRow = Pick<
  LedgerRow,
  | 'method'
  | 'servedModel'
  | 'usage'
  | 'rates'
  | 'ratesFor'
  | 'computed'
  | 'difference'
  | 'spent'
  | 'complete'
  | 'serviceTier'
  | 'firstTokenMs'
  | 'durationMs'
  | 'finishReason'
  | 'requestId'
  | 'errorCode'
  | 'quirks'
> & { state: 'final' | 'estimated' | 'rejected' | 'unknown' }

/** A whole row for the ledger's end, such as one of an import: it gets its sequence there. */
export type AddedRow = Omit<LedgerRow, 'sequence' | 'day'>

/** Every call is one transaction and throws what storing throws. */
export type LedgerStore = {
  /** Durable when it returns. */
  open(row: OpenedRow): void
  /** `false` when no pending row has this id: it was closed already, and stays as it is. */
  close(id: string, closed: ClosedRow): boolean
  /** Rows that the last run of the app left open become `unknown`; says how many. */
  settlePending(): number
  /** In one transaction; a row whose id is there already is left out. Gives back those that came in. */
  add<Row extends AddedRow>(rows: readonly Row[]): Row[]
  find(id: string): LedgerRow | null
  isCorrected(id: string): boolean
  /** Rows before this local day were let go; `null` = none were. */
  floorDay(): number | null
  /** What has been spent in all, in ticks: no amount of any kind adds up to more. Not to the tick. */
  heldTicks(): bigint
  retain(retention: Retention, today: number): number
  counts(): { rows: number; conversations: number }
  /** Makes roll-ups anew that do not equal the sum of their rows, and says what was wrong. */
  mend(): LedgerCheck
}

/** `first` and `last` are day numbers, both included. */
export type SpendFilter = {
  demo: boolean
  first: number
  last: number
  key?: string | null
  conversationId?: string | null
}

/** `wrong` roll-ups were not what the rows add up to. */
export type LedgerCheck = {
  /** That are closed. */
  rows: number
  wrong: number
  /** By how much `spent` was off in the roll-up that was furthest off: ticks, each difference taken as positive. */
  offBy: bigint
}

export type LedgerReader = {
  names(demo: boolean): LedgerNames
  /** First and last local day with a row, as day numbers; `null` in an empty ledger. */
  days(demo: boolean): { first: number; last: number } | null
  totals(query: LedgerQuery): LedgerTotals
  /** The groups that cost most, and how many there are; `none` and `token-class` know no groups: one, named `''`. */
  topGroups(query: LedgerQuery, grouping: LedgerGrouping, limit: number): { top: GroupSum[]; count: number }
  /** By span and group; groups that are not among `top` are one, `null`. */
  bySpan(query: LedgerQuery, grouping: LedgerGrouping, span: Span, top: readonly string[]): SpanTotals[]
  histogram(query: LedgerQuery): CostHistogram
  speeds(query: LedgerQuery): ModelSpeeds
  page(query: LedgerQuery, sort: LedgerSort, offset: number, limit: number): LedgerPage
  /** In the order of the ledger, up to `limit` rows behind the row with this sequence. */
  after(query: LedgerQuery, sequence: number, limit: number): LedgerRow[]
  count(query: LedgerQuery): number
  spend(filter: SpendFilter): { ticks: bigint; atLeast: boolean }
  spendByDay(filter: SpendFilter): { day: number; ticks: bigint }[]
  /** See `requestSums`. `rates: null` = the ones each request had. */
  requestSums(
    query: LedgerQuery,
    instead: { rates: Rates | null; cachedPercent: number | null },
  ): { groups: RequestSums[]; leftOut: number }
  /** By the provider's day and by model, without the demo. `first` and `last` are numbers of days, both included. */
  ourLines(asked: { first: number; last: number; utc: boolean; connection: string | null }): OurLine[]
  /** Billed output tokens of the newest answers that ended as they should, at most 21: of a conversation or a model. */
  answerLengths(of: { demo: boolean } & ({ conversationId: string } | { model: string })): number[]
  /** Whether the roll-ups equal the sum of their rows; changes nothing. */
  check(): LedgerCheck
}

/** The same answers, for those who wait for them: on a large ledger some take longer than a window may stand still. */
export type LedgerAnswers = {
  [Name in keyof LedgerReader]: (
    ...given: Parameters<LedgerReader[Name]>
  ) => ReturnType<LedgerReader[Name]> | Promise<ReturnType<LedgerReader[Name]>>
}

export type BudgetStore = {
  list(): Budget[]
  save(budget: Budget): void
  remove(id: string): void
  /** Remembers that this was told; `false` when it had been already. `span` names the day or month. */
  notice(budgetId: string, span: string, level: BudgetLevel): boolean
}

export type CareStore = {
  bytes(): number
  backups(): BackupInfo[]
  damagedFiles(): string[]
  /** Throws what the disk refuses. */
  backUpNow(): Promise<void>
  /**
   * Makes it so that the next start finds this backup in place of the database, which is backed up first. Throws
   * `not-found`, and `storage-failed` when the backup is not sound.
   */
  stageRestore(id: string): Promise<void>
  /** Makes it so that the next start removes everything before it opens anything. */
  markErased(): void
}
