import { type CsvColumn, type CsvRow, toCsv } from '../ledger/csv.ts'
import { formatUsd, type Ticks } from '../money/ticks.ts'
import type { SheetRow } from './cost-sheet.ts'
import type { Workload } from './workload.ts'
import { workloadTexts } from './workload-address.ts'
import { type ClassAmount, classAmount, costClasses, periods, requestsIn } from './workload-cost.ts'

/** Where the prices of the rows come from, written into each row. */
export type SheetSources = { live: string; reference: string }

const classColumns = costClasses.flatMap((name) => [
  numberColumn(`${columnName(name)}_tokens`),
  numberColumn(`${columnName(name)}_rate_ticks`),
  numberColumn(`${columnName(name)}_ticks`),
])

const columns: CsvColumn[] = [
  'name',
  'model',
  'source',
  'period',
  numberColumn('requests'),
  'tier',
  ...classColumns,
  numberColumn('total_ticks'),
  numberColumn('total_usd'),
  'complete',
  'cannot_do_it',
  'cheapest',
  'workload',
]

/**
 * The whole comparison as CSV: a line for each candidate and period, with token counts of one request, rates in ticks
 * per token, and amounts of the period in raw ticks (1e-10 USD) and in exact dollars. Classes add up to the total.
 * What is unknown is an empty cell, and `complete` is then false: the total is a lower bound.
 */
export function sheetCsv(rows: readonly SheetRow[], workload: Workload, sources: SheetSources): string {
  const text = Object.entries(workloadTexts(workload))
    .map((entry) => entry.join('='))
    .join('&')
  return toCsv(
    columns,
    rows.flatMap((row) =>
      periods.map((period) => ({
        name: row.candidate.name,
        model: row.candidate.modelId,
        source: sources[row.candidate.source],
        period,
        requests: requestsIn(period, workload),
        tier: row.cost.request.tier,
        ...classCells(row, workload, period),
        total_ticks: row.cost.totals[period],
        total_usd: usdDecimal(row.cost.totals[period]),
        complete: row.cost.request.complete,
        cannot_do_it: row.obstacle,
        cheapest: row.cheapest,
        workload: text,
      })),
    ),
  )
}

function classCells(row: SheetRow, workload: Workload, period: (typeof periods)[number]): CsvRow {
  const cells = costClasses.flatMap((name): [string, number | bigint | null][] => {
    const line = row.cost.request.lines.find(({ kind }) => kind === name)
    const amount = classAmount(row.cost, name, period, workload)
    return [
      [`${columnName(name)}_tokens`, line === undefined ? 0 : line.tokens],
      [`${columnName(name)}_rate_ticks`, line?.rate ?? null],
      [`${columnName(name)}_ticks`, ticksOf(amount)],
    ]
  })
  return Object.fromEntries(cells)
}

/** A class without tokens costs nothing; only an unknown amount is empty. */
function ticksOf(amount: ClassAmount): Ticks | null {
  if (amount.kind === 'known') return amount.ticks
  return amount.kind === 'none' ? 0n : null
}

function columnName(name: (typeof costClasses)[number]): string {
  return name.replace('-', '_')
}

function numberColumn(key: string): CsvColumn {
  return { key, kind: 'number' }
}

/** Dollars in plain digits, exact to the tick. */
function usdDecimal(ticks: Ticks): string {
  return formatUsd(ticks, { digits: 'exact' }).replace('$', '')
}
