import type { Calibration } from '../../../../shared/estimate/calibration.ts'
import { learnedEstimate } from '../../../../shared/estimate/prompt-estimate.ts'
import { toCsv } from '../../../../shared/ledger/csv.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import type { Rates } from '../../../../shared/pricing/price-schema.ts'
import type { CountedFile, FileRun } from './file-run.ts'

export type FileRow = {
  name: string
  size: number
  state: CountedFile['state']
  characters: number | null
  tokens: number | null
  exact: boolean
  /** As a prompt of its own, so with the long-context price where it reaches that. Ticks. */
  cost: Ticks | null
}

export type FilesTotal = {
  size: number
  characters: number
  tokens: number
  cost: Ticks
  /** All files are counted exactly. */
  exact: boolean
  /** Some files are not counted yet, or are no text, or have no price. */
  partial: boolean
}

export function fileRows(run: FileRun, calibration: Calibration, rates: Rates | null): FileRow[] {
  return run.files.map(({ name, size, state }) => {
    if (state.kind !== 'done') {
      return { name, size, state, characters: null, tokens: null, exact: false, cost: null }
    }
    const tokens = state.exact ?? learnedEstimate(state.raw, state.textKind, calibration).tokens
    const { characters, exact } = state
    return { name, size, state, characters, tokens, exact: exact !== null, cost: promptCost(tokens, rates) }
  })
}

function promptCost(tokens: number, rates: Rates | null): Ticks | null {
  const long = rates?.longContext ?? null
  const rate = long !== null && tokens >= long.threshold ? long.input : rates?.input
  return rate === null || rate === undefined ? null : BigInt(tokens) * rate
}

/** Sums of what is known. */
export function totalOf(rows: readonly FileRow[]): FilesTotal {
  const sum = (value: (row: FileRow) => number | null) =>
    rows.reduce((all, row) => all + (value(row) ?? 0), 0)
  const counted = rows.filter(({ tokens }) => tokens !== null)
  return {
    size: sum(({ size }) => size),
    characters: sum(({ characters }) => characters),
    tokens: sum(({ tokens }) => tokens),
    cost: rows.reduce((all, { cost }) => all + (cost ?? 0n), 0n),
    exact: counted.every(({ exact }) => exact),
    partial: counted.length < rows.length || rows.some(({ cost }) => cost === null),
  }
}

const COLUMNS = [
  { key: 'file' },
  { key: 'bytes', kind: 'number' },
  { key: 'characters', kind: 'number' },
  { key: 'tokens', kind: 'number' },
  { key: 'count' },
  { key: 'cost_usd', kind: 'number' },
] as const

export function filesCsv(rows: readonly FileRow[]): string {
  return toCsv(COLUMNS, rows.map(exported))
}

export function filesJson(model: string, rows: readonly FileRow[]): string {
  return `${JSON.stringify({ model, files: rows.map(exported) }, null, 2)}\n`
}

/** Money as a decimal text: JSON numbers would round it. */
function exported({ name, size, characters, tokens, exact, cost, state }: FileRow) {
  return {
    file: name,
    bytes: size,
    characters,
    tokens,
    count: tokens === null ? state.kind : exact ? 'exact' : 'estimate',
    cost_usd: cost === null ? null : formatUsd(cost, { digits: 'exact' }).slice(1),
  }
}
