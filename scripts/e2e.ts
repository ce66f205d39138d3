import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { exitCodeOf } from './run-command.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm run e2e`: the end-to-end tests alone; names after `--` choose among them. */
ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: true })
await electronRuntime()
buildIfStale()
const display = await ensureDisplay()
const chosen = process.argv.slice(2)
process.exitCode = exitCodeOf(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'e2e',
  ...chosen,
])
display.stop()
