import { buildIfStale } from './build-if-stale.ts'
import { electronAgeProblem, latestElectron, pinnedElectron } from './current-electron.ts'
import { electronRuntime } from './electron-runtime.ts'
import { exitCodeOf } from './run-command.ts'
import { securityScan } from './security-scan.ts'
import { securityProofs } from './security-table.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/**
 * `npm run security`: electronegativity over sources and build, the age of Electron, then every test that
 * docs/security.md names as a proof. `--scan-only` leaves the tests out: `npm test` runs them anyway.
 */
const scanOnly = process.argv.includes('--scan-only')

if (!scanOnly) {
  ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: true })
  await electronRuntime()
}
buildIfStale()
const problems = await scanProblems()
for (const problem of problems) console.error(`security: ${problem}`)
const testsPassed = scanOnly || (await proofsPass())
if (!testsPassed) console.error('security: a proof of the checklist failed')
process.exitCode = problems.length === 0 && testsPassed ? 0 : 1

async function scanProblems(): Promise<string[]> {
  try {
    const { problems: found, summary } = await securityScan(pinnedElectron())
    console.log(summary)
    const tooOld = electronAgeProblem(pinnedElectron(), latestElectron())
    return tooOld === null ? found : [...found, tooOld]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

async function proofsPass(): Promise<boolean> {
  const display = await ensureDisplay()
  const files = [...new Set(securityProofs().map(({ file }) => file))]
  const code = exitCodeOf(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files])
  display.stop()
  return code === 0
}
