import { z } from 'zod'
import { dayOf } from '../../shared/ledger/calendar.ts'
import type { OurLine } from '../../shared/ledger/reconcile.ts'
import type { LedgerReader } from '../services/ledger-ports.ts'
import { type Statements, Whole } from './statements.ts'

const DAY_MS = 86_400_000

const Line = z.object({ day: Whole, model: z.string(), ticks: z.bigint(), unknown: Whole, estimated: Whole })

/** In local days from the roll-ups; in days of UTC from the rows, because a roll-up knows its local day only. */
export function ourLines(sql: Statements, asked: Parameters<LedgerReader['ourLines']>[0]): OurLine[] {
  const { first, last, utc, connection } = asked
  const values = utc ? [first * DAY_MS, (last + 1) * DAY_MS] : [first, last]
  const text = `${utc ? OF_ROWS : OF_ROLLUPS} ${connection === null ? '' : 'AND connection = ?'} GROUP BY 1, 2`
  return sql(text)
    .all(...values, ...(connection === null ? [] : [connection]))
    .map((raw) => Line.parse(raw))
    .map((line) => ({ ...line, day: dayOf(line.day) }))
}

const OF_ROLLUPS = `SELECT day, model, sum(spent) AS ticks, sum(unpriced) AS unknown,
  sum(CASE state WHEN 'estimated' THEN requests ELSE 0 END) AS estimated
  FROM ledger_day WHERE demo = 0 AND day BETWEEN ? AND ?`
const OF_ROWS = `SELECT at / ${DAY_MS} AS day, model, sum(weight * spent) AS ticks,
  sum(weight * (1 - complete)) AS unknown, sum(weight * (state = 'estimated')) AS estimated
  FROM ledger WHERE demo = 0 AND state <> 'pending' AND at >= ? AND at < ?`
