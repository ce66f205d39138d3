import { fileSize, functionSizes, largest, percentile, type Size } from './code-size.ts'
import { undocumented } from './docstrings.ts'
import { checkCycles } from './import-cycles.ts'
import { importGraph } from './import-graph.ts'
import { parseModule } from './parsed-module.ts'
import { repeatedLines } from './repeated-lines.ts'
import { isBelow, isProduct, isSource, type SourceFile } from './source-file.ts'
import { describeViolation } from './violation.ts'

/** `found` must not be above `limit`; `examples` are those that a person would look at first. */
export type Measure = { what: string; limit: number; found: number; of: number; examples: string }

const LONGEST_REPEAT = 8
/** Equal lines that say different things. */
const MAY_REPEAT: Readonly<Record<string, string>> = {
  'renderer/messages/': 'a message may have the same words in two languages, and places',
  'electron/storage/migrations/': 'a step is never edited, whatever becomes of what it once took over',
  'shared/ledger/costs-nothing.ts':
    'which failures cost nothing is a list of its own, in the order of all of them',
}

/** What CONTRIBUTING asks of the code, measured. `npm run house` writes it to docs/house.md, a test keeps the limits. */
export function houseMeasures(files: readonly SourceFile[]): Measure[] {
  const sources = files.filter(({ path }) => isSource(path))
  const code = sources.filter(({ path }) => isProduct(path))
  const cycles = checkCycles(importGraph(sources.map(parseModule)))
  const mayRepeat = (path: string) => Object.keys(MAY_REPEAT).some((start) => path.startsWith(start))
  const telling = files.filter(
    ({ path }) => isProduct(path) && /\.(tsx?|css)$/.test(path) && !mayRepeat(path),
  )
  const repeats = repeatedLines(telling, LONGEST_REPEAT + 1)
  return [
    ninetieth('lines of a file of the app', 170, code.map(fileSize)),
    ninetieth('lines of a function of the app', 35, code.flatMap(functionSizes)),
    ninetieth('lines of a test file', 300, sources.filter(({ path }) => isBelow(path, 'test')).map(fileSize)),
    none('import cycles, types included', sources.length, cycles.map(describeViolation)),
    none(
      `runs of more than ${LONGEST_REPEAT} lines that stand twice in the app`,
      telling.length,
      repeats.map(({ first, second, lines }) => `${lines} lines: ${first} and ${second}`),
    ),
    none('public functions without a word about them', code.length, code.flatMap(undocumented)),
  ]
}

function ninetieth(what: string, limit: number, sizes: readonly Size[]): Measure {
  return {
    what: `${what}, 90th percentile`,
    limit,
    found: percentile(sizes, 90),
    of: sizes.length,
    examples: largest(sizes, 12),
  }
}

function none(what: string, of: number, found: readonly string[]): Measure {
  return { what, limit: 0, found: found.length, of, examples: found.join('\n') }
}
