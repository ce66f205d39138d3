import type { Span } from '../../../shared/ledger/day.ts'
import { LEDGER_GROUPINGS, LEDGER_STATES, SPANS } from '../../../shared/ledger/ledger-kinds.ts'
import type {
  LedgerGrouping,
  LedgerPeriod,
  LedgerQuery,
  LedgerSort,
} from '../../../shared/ledger/ledger-query.ts'
import type { LedgerState } from '../../../shared/ledger/ledger-row.ts'
import { dayIn, PERIODS, type PeriodName } from './period.ts'

export const TABS = ['overview', 'budgets', 'what-if', 'reconcile', 'import'] as const
type UsageTab = (typeof TABS)[number]
export const CHARTS = ['spend', 'cumulative', 'share', 'histogram', 'cached', 'speed'] as const
type ChartName = (typeof CHARTS)[number]
export const MEASURES = ['cost', 'tokens', 'requests'] as const
export type Measure = (typeof MEASURES)[number]
const SORTS: readonly LedgerSort['by'][] = ['sequence', 'time', 'cost', 'tokens', 'duration']
/** Filters by name, one value each. */
export const NAMED_FILTERS = ['model', 'key', 'protocol', 'connection', 'conversation'] as const
export type NamedFilter = (typeof NAMED_FILTERS)[number]

/** What is looked at, as it stands in the address. `null` in a filter = all; `''` = rows without one. */
export type UsageLook = {
  tab: UsageTab
  period: PeriodName
  custom: LedgerPeriod
  /** `null` = of the connection in use. */
  demo: boolean | null
  grouping: LedgerGrouping
  /** `null` = as suits the period. */
  span: Span | null
  chart: ChartName
  measure: Measure
  only: Record<NamedFilter, string | null>
  state: LedgerState | null
  sort: LedgerSort
}

/** Reads the address; whatever it does not say, or says wrongly, is as it is at first. */
export function readLook(address: URLSearchParams): UsageLook {
  const get = (name: string) => address.get(name)
  return {
    tab: pick(TABS, get('tab'), 'overview'),
    period: pick(PERIODS, get('period'), '30-days'),
    custom: { from: dayIn(get('from')), to: dayIn(get('to')) },
    demo: get('money') === null ? null : get('money') === 'demo',
    grouping: pick(LEDGER_GROUPINGS, get('by'), 'model'),
    span: pick(SPANS, get('span'), null),
    chart: pick(CHARTS, get('chart'), 'spend'),
    measure: pick(MEASURES, get('measure'), 'cost'),
    only: {
      model: filterOf(get('model')),
      key: filterOf(get('key')),
      protocol: filterOf(get('protocol')),
      connection: filterOf(get('connection')),
      conversation: filterOf(get('conversation')),
    },
    state: pick(LEDGER_STATES, get('state'), null),
    sort: { by: pick(SORTS, get('sort'), 'sequence'), descending: get('order') !== 'ascending' },
  }
}

/** A filter as it stands in the address: the sign tells "without one" (`=`) from "all" (nothing). */
export function filterText(value: string | null): string | null {
  return value === null ? null : `=${value}`
}

/** The value of a filter written by `filterText`. */
export function filterOf(text: string | null): string | null {
  return text?.startsWith('=') === true ? text.slice(1) : null
}

/** What main is asked for: the period in days, and every filter that narrows. */
export function queryOf(look: UsageLook, period: LedgerPeriod, demo: boolean): LedgerQuery {
  const { model, key, protocol, connection, conversation } = look.only
  return {
    period,
    filter: {
      demo,
      ...(model !== null && { models: [model] }),
      ...(key !== null && { keys: [key] }),
      ...(protocol !== null && { protocols: [protocol] }),
      ...(connection !== null && { connections: [connection] }),
      ...(conversation !== null && { conversations: [conversation] }),
      ...(look.state !== null && { states: [look.state] }),
    },
  }
}

/** Whether anything but the period narrows what is shown. */
export function isNarrowed({ only, state }: UsageLook): boolean {
  return state !== null || NAMED_FILTERS.some((name) => only[name] !== null)
}

function pick<Name extends string, Otherwise extends Name | null>(
  names: readonly Name[],
  text: string | null,
  otherwise: Otherwise,
): Name | Otherwise {
  return names.find((name) => name === text) ?? otherwise
}
