import { cpus, totalmem } from 'node:os'
import { z } from 'zod'
import { aimLines, BenchReport, table } from './bench-report.ts'

/** One benchmark as it was kept: when, on how busy a computer (load average of a minute, before and after), how long. */
export const KeptReport = z.strictObject({
  name: z.string(),
  at: z.string(),
  load: z.tuple([z.number(), z.number()]),
  seconds: z.number(),
  long: z.boolean(),
  report: BenchReport,
})
export type KeptReport = z.infer<typeof KeptReport>

/** Programs and libraries with their versions, as [name, version]. */
export type Versions = readonly (readonly [string, string])[]

/** `docs/benchmarks.md`, from what was kept; `missing` are the benchmarks that have no result. */
export function benchDocument(
  kept: readonly KeptReport[],
  missing: readonly string[],
  versions: Versions,
): string {
  const aims = kept.flatMap(({ name, report }) => report.aims.map((aim) => ({ name, ...aim })))
  const missed = aims.filter(({ met }) => !met)
  return `${[
    '# Benchmarks',
    '',
    'Written by `npm run bench`, which runs every benchmark side by side with its reference in one run; do not edit.',
    'Times are of this computer. Ratios between two rows of one table carry over; what a busy computer does to them is',
    'told by the load average, which is the number of tasks that wanted a processor (it has ' +
      `${cpus().length}).`,
    ...machine(versions),
    ...(missing.length === 0 ? [] : [`**Not measured yet: ${missing.join(', ')}.**`, '']),
    '## Aims',
    '',
    `${aims.length - missed.length} of ${aims.length} met.`,
    ...table(
      ['benchmark', 'aim', 'limit', 'result', ''],
      aims.map(({ name, what, aim, result, met }) => [name, what, aim, result, met ? 'met' : '**MISSED**']),
    ),
    ...kept.flatMap(section),
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function machine(versions: Versions): string[] {
  const [processor] = cpus()
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  return table(
    ['computer and versions', ''],
    [
      ['processor', `${cpus().length} × ${processor?.model ?? 'unknown'}`],
      ['memory', memory],
      ['system', `${process.platform} ${process.arch}, drawing without a graphics processor`],
      ...versions,
    ],
  )
}

function section({ name, at, load, seconds, long, report }: KeptReport): string[] {
  const [before, after] = load.map((value) => value.toFixed(1))
  const how = `\`npm run bench -- ${name}${long ? ' --long' : ''}\``
  return [
    '',
    `## ${report.title}`,
    '',
    `${how}, ${at}, ${Math.round(seconds)} s, load average ${before} before and ${after} after.`,
    '',
    ...report.lines,
    ...aimLines(report.aims),
  ]
}
