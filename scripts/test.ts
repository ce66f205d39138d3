import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { faultCases } from '../test/faults/all-cases.ts'
import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { resultsOf } from './fault-results.ts'
import { cacheFolder } from './project-folder.ts'
import { exitCodeOf } from './run-command.ts'
import { ensureLibraries } from './system-libraries.ts'
import { totalsOf } from './test-totals.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm test`: the one gate. Every step runs, so that one run tells all that is wrong; any failure fails it. */
const reports = join(cacheFolder, 'test-reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: true })
await electronRuntime()

const failures: string[] = []
const totals = { passed: 0, failed: 0 }
const failedTests: string[] = []

step('format and lint', () => exitCodeOf('npm', ['run', '--silent', 'lint']) === 0)
step('types', () => exitCodeOf('npm', ['run', '--silent', 'types']) === 0)
step('dead code', () => exitCodeOf('npm', ['run', '--silent', 'dead-code']) === 0)
step('unit and component tests', () => tests('unit', ['--project', 'unit', '--project', 'component']))
step('build', buildSucceeds)
step('security scan', () => exitCodeOf(process.execPath, ['scripts/security.ts', '--scan-only']) === 0)
const display = await ensureDisplay()
step('end-to-end tests', () => tests('e2e', ['--project', 'e2e']))
display.stop()
step('all cases of docs/faults.md ran', everyFaultCaseRan)

// Said again at the end: where only the last lines of a long log are kept, they are what one needs.
for (const failure of failedTests) console.error(`\n${failure}`)
for (const failure of failures) console.error(`Failed: ${failure}`)
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = failures.length === 0 && totals.failed === 0 && totals.passed > 0 ? 0 : 1

function step(name: string, succeeds: () => boolean): void {
  console.log(`\n== ${name}`)
  if (!succeeds()) failures.push(name)
}

function tests(name: string, projects: readonly string[]): boolean {
  const report = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = exitCodeOf(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects,
    ...reporters,
  ])
  const counted = totalsOf(report)
  totals.passed += counted.passed
  totals.failed += counted.failed
  failedTests.push(...counted.failures)
  return code === 0
}

function buildSucceeds(): boolean {
  try {
    buildIfStale()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}

/** A case whose tests were renamed, moved or skipped would otherwise pass unseen. */
function everyFaultCaseRan(): boolean {
  const files = ['unit', 'e2e'].map((name) => join(reports, `${name}.json`))
  const wrong = resultsOf(faultCases, files).filter(({ state }) => state !== 'as expected')
  for (const { fault, problems } of wrong) console.error(`case ${fault.number}: ${problems.join('; ')}`)
  return wrong.length === 0
}
