import type { ModelSpeeds } from '../../../../shared/ledger/chart-schema.ts'
import { count, type DrawnTable, measured, words } from '../drawn-table.ts'
import type { DrawnPoint } from './drawing.ts'

export type SpeedWords = {
  locale: string
  model: string
  measured: string
  mean: string
  median: string
  slowest: string
  unknown: string
}

/** One of the two speeds of each model: the median as a bar, mean and worst in its tip and table. */
export function drawSpeeds(
  speeds: ModelSpeeds,
  which: 'firstTokenMs' | 'tokensPerSecond',
  say: SpeedWords,
): { points: DrawnPoint[]; table: DrawnTable } {
  const decimals = which === 'firstTokenMs' ? 0 : 1
  const cell = (value: number | null) => measured(value, decimals, say.locale, say.unknown)
  const known = speeds.filter((one) => one[which].measured > 0)
  const points = known.map((one) => {
    const { mean, median, slowest, measured: times } = one[which]
    return {
      label: one.model,
      value: median,
      text: cell(median).text,
      rows: [
        { label: say.median, text: cell(median).text },
        { label: say.mean, text: cell(mean).text },
        { label: say.slowest, text: cell(slowest).text },
        { label: say.measured, text: count(times, say.locale).text },
      ],
    }
  })
  return {
    points,
    table: {
      columns: [
        { key: 'model', header: say.model, file: 'model', kind: 'text' },
        { key: 'median', header: say.median, file: 'median', kind: 'number' },
        { key: 'mean', header: say.mean, file: 'mean', kind: 'number' },
        { key: 'slowest', header: say.slowest, file: 'slowest_5_percent', kind: 'number' },
        { key: 'measured', header: say.measured, file: 'requests', kind: 'number' },
      ],
      rows: known.map((one) => {
        const { mean, median, slowest, measured: times } = one[which]
        return [words(one.model), cell(median), cell(mean), cell(slowest), count(times, say.locale)]
      }),
    },
  }
}
