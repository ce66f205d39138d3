import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultCases } from '../test/faults/all-cases.ts'
import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { type CaseResult, resultsOf } from './fault-results.ts'
import { faultTable } from './fault-table.ts'
import { cacheFolder, projectFolder } from './project-folder.ts'
import { exitCodeOf } from './run-command.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/**
 * `npm run faults`: every test that proves one of the 48 cases, in its long version, then docs/faults.md. The seed is
 * new each time and printed; `--seed 7` repeats a run, `--short` takes the counts of `npm test`, `--only 27,31` runs some
 * cases and writes no document.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, short: { type: 'boolean' }, only: { type: 'string' } },
})
const seed = values.seed ?? String(1 + Math.floor(Math.random() * 999_999_998))
const size = values.short === true ? 'short' : 'long'
const only = values.only?.split(',').map(Number)
const cases = faultCases.filter(({ number }) => only === undefined || only.includes(number))

console.log(`faults: ${cases.length} cases, ${size}, seed ${seed}`)
const began = performance.now()
ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: true })
const { version } = await electronRuntime()
buildIfStale()
process.env['TOKENBOOK_FAULT_SEED'] = seed
if (size === 'long') process.env['TOKENBOOK_FAULTS'] = 'long'
const display = await ensureDisplay()
const report = runTests()
display.stop()

const results = resultsOf(cases, [report])
const minutes = Math.round((performance.now() - began) / 60_000)
if (only === undefined)
  writeFileSync(
    join(projectFolder, 'docs', 'faults.md'),
    faultTable(results, { seed, size, minutes, electron: version }),
  )
for (const result of results) console.log(lineOf(result))
const wrong = results.filter(({ state }) => state !== 'as expected')
console.log(`faults: ${results.length - wrong.length} of ${results.length} as expected, seed ${seed}`)
process.exitCode = wrong.length === 0 ? 0 : 1

function runTests(): string {
  const folder = join(cacheFolder, 'test-reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'faults.json')
  const files = [...new Set(cases.flatMap(({ proofs }) => proofs.map(([path]) => path)))]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  exitCodeOf(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files, ...reporters])
  return file
}

function lineOf({ fault, state, passed, problems }: CaseResult): string {
  const line = `${String(fault.number).padStart(2)} ${state}: ${fault.title} (${passed} tests)`
  return [line, ...problems.map((problem) => `     ${problem}`)].join('\n')
}
