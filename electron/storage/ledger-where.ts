import type { SQLInputValue } from 'node:sqlite'
import { dayNumberOf } from '../../shared/ledger/calendar.ts'
import type { LedgerQuery } from '../../shared/ledger/ledger-query.ts'

export type Where = { sql: string; values: SQLInputValue[] }

/** What narrows a list of names to those of a filter; nothing when there is no filter. */
function among(column: string, names: readonly string[] | undefined): Where[] {
  if (names === undefined) return []
  return [{ sql: `${column} IN (${names.map(() => '?').join(', ')})`, values: [...names] }]
}

/** The query as a condition on a table that has the columns of a roll-up, or with `raw` on the ledger itself. */
export function whereOf({ period, filter }: LedgerQuery, kind: 'rollup' | 'raw'): Where {
  const named = (column: string) => (kind === 'raw' ? `coalesce(${column}, '')` : column)
  const parts: Where[] = [
    { sql: 'demo = ?', values: [filter.demo ? 1 : 0] },
    ...(period.from === null ? [] : [{ sql: 'day >= ?', values: [dayNumberOf(period.from)] }]),
    ...(period.to === null ? [] : [{ sql: 'day <= ?', values: [dayNumberOf(period.to)] }]),
    ...among('model', filter.models),
    ...among(named('key_id'), filter.keys),
    ...among('protocol', filter.protocols),
    ...among('connection', filter.connections),
    ...among(named('conversation_id'), filter.conversations),
    ...among('state', filter.states),
  ]
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  }
}
