import type { SQLInputValue } from 'node:sqlite'
import { believedTicks, believedTokens } from '../../shared/ledger/believable.ts'
import { dayNumberAt } from '../../shared/ledger/calendar.ts'
import type { LedgerDifference } from '../../shared/ledger/ledger-row.ts'
import type { Cost } from '../../shared/pricing/price-schema.ts'
import type { AddedRow, ClosedRow, OpenedRow } from '../services/ledger-ports.ts'
import { COST_COLUMNS } from './ledger-cost-columns.ts'
import { usageColumns } from './usage-columns.ts'

export type Columns = Record<string, SQLInputValue>

/** The columns that are known when a row is opened; `rates` has a column of its own making. */
export function openedColumns(row: OpenedRow): Columns {
  return {
    id: row.id,
    ...{ kind: 'request', weight: 1, source: 'app', state: 'pending' },
    ...placeColumns(row),
    model: row.askedModel,
  }
}

/** All columns of a whole row but its sequence. */
export function addedColumns(row: AddedRow): Columns {
  return {
    id: row.id,
    kind: row.kind,
    weight: row.kind === 'reversal' ? -1 : 1,
    corrects: row.corrects,
    source: row.source,
    ...placeColumns(row),
    ...outcomeColumns(row),
    state: row.state,
    model: row.servedModel ?? row.askedModel,
  }
}

/** The columns that closing a row sets. */
export function closedColumns(closed: ClosedRow, askedModel: string): Columns {
  return { ...outcomeColumns(closed), state: closed.state, model: closed.servedModel ?? askedModel }
}

function placeColumns(row: OpenedRow): Columns {
  const at = Math.round(row.at)
  return {
    ...{ at, utc_offset: row.utcOffset, day: dayNumberAt(at, row.utcOffset) },
    ...{ attempt_id: row.attemptId, try_number: row.tryNumber },
    ...{ conversation_id: row.conversationId, message_id: row.messageId },
    ...{ protocol: row.protocol, connection: row.connection, host: row.host, demo: row.demo ? 1 : 0 },
    ...{ key_id: row.key, asked_model: row.askedModel, parameters_hash: row.parametersHash },
  }
}

function outcomeColumns(row: Omit<ClosedRow, 'state'>): Columns {
  const isReversal = row.spent < 0n
  return {
    method: row.method,
    served_model: row.servedModel,
    ...usageColumns(row.usage, believedTicks, believedTokens),
    rates_for: row.ratesFor,
    ...costColumns(row.computed),
    ...differenceColumns(row.difference),
    // A reversal holds the amounts of the row it takes out; its weight makes them negative.
    spent: believedTicks(isReversal ? -row.spent : row.spent) ?? 0n,
    complete: row.complete && believedTicks(row.spent) !== null ? 1 : 0,
    ...{ service_tier: row.serviceTier, first_token_ms: row.firstTokenMs, duration_ms: row.durationMs },
    ...{ finish_reason: row.finishReason, request_id: row.requestId, error_code: row.errorCode },
    quirks: row.quirks.join(' '),
  }
}

function costColumns(cost: Cost | null): Columns {
  const total = believedTicks(cost?.total ?? null)
  const lines = total === null ? [] : (cost?.lines ?? [])
  return {
    computed_ticks: total,
    computed_complete: total === null ? null : cost?.complete ? 1 : 0,
    computed_tier: total === null ? null : (cost?.tier ?? null),
    ...Object.fromEntries(
      COST_COLUMNS.map(({ kind, column }) => [
        column,
        lines.find((line) => line.kind === kind)?.amount ?? null,
      ]),
    ),
  }
}

function differenceColumns(difference: LedgerDifference | null): Columns {
  return {
    difference_ticks: believedTicks(difference?.ticks ?? null),
    difference_reason: difference?.reason ?? null,
    difference_proven: difference === null ? null : difference.proven ? 1 : 0,
  }
}
