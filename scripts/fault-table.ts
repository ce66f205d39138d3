import { cpus, release, type as systemType, totalmem } from 'node:os'
import type { CaseResult } from './fault-results.ts'

export type Run = { seed: string; size: 'long' | 'short'; minutes: number; electron: string }

/** The counts of a run, as the tests read them; see test/support/fault-run.ts. */
const COUNTS = [
  ['spoiled bodies', 'TOKENBOOK_FAULT_BODIES', '100,000', '2,200'],
  ['random cuts of each recorded stream', 'TOKENBOOK_FAULT_CUTS', '1,000', '100 or 120'],
  ['spoiled databases of each kind', 'TOKENBOOK_FAULT_DATABASES', '1,000', '20'],
  ['spoiled files of each kind to import', 'TOKENBOOK_FAULT_FILES', '1,000', '60'],
  ['odd calls over the port', 'TOKENBOOK_FAULT_CALLS', '20,000', '400'],
  ['odd messages over the port', 'TOKENBOOK_FAULT_MESSAGES', '20,000', '500'],
  ['odd requests from a page in its window', 'TOKENBOOK_FAULT_WINDOW_MESSAGES', '20,000', '1,000'],
  ['kills of a writing process', 'TOKENBOOK_FAULT_KILLS', '200', '20'],
  ['kills of the real app', 'TOKENBOOK_KILLS', '200', '6'],
  ['rows of the ledger', 'TOKENBOOK_FAULT_ROWS', '1,000,000', '5,000'],
] as const

/** docs/faults.md: each case with what was expected and what was observed, and how to see it again. */
export function faultTable(results: readonly CaseResult[], run: Run): string {
  const held = results.filter(({ state }) => state === 'as expected').length
  return `${[
    '# Faults',
    '',
    'Written by `npm run faults`; do not edit. Each line is one way to fail that people meet, what must come of it, and what',
    'came of it in the tests that prove it. A test that was skipped counts as not run, never as passed.',
    '',
    `**${held} of ${results.length} as expected.** ${new Date().toISOString().slice(0, 10)}, ${run.size} version, ${run.minutes} min,`,
    `seed ${run.seed} (\`npm run faults --${run.size === 'short' ? ' --short' : ''} --seed ${run.seed}\` repeats it).`,
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${systemType()} ${release()}, Node ${process.versions.node}, Electron ${run.electron}.`,
    '',
    ...countLines(run),
    '',
    '| | Case | Expected | Observed | Tests |',
    '|---:|---|---|---|---|',
    ...results.map(lineOf),
    '',
  ].join('\n')}`
}

function countLines({ size }: Run): string[] {
  return COUNTS.map(([what, name, long, short]) => {
    const count = process.env[name] ?? (size === 'long' ? long : short)
    return `* ${count} ${what} (\`${name}\`)`
  })
}

function lineOf({ fault, state, passed, problems }: CaseResult): string {
  const observed = [state === 'as expected' ? `as expected, ${passed} tests` : `**${state}**`, ...problems]
  const files = [...new Set(fault.proofs.map(([file]) => `\`${file.replace(/^test\//, '')}\``))]
  const cells = [String(fault.number), fault.title, fault.expected, observed.join('<br>'), files.join('<br>')]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
