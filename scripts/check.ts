import { exitCodeOf } from './run-command.ts'

/** `npm run check`: everything that needs no window, in the order in which it fails fastest. */
const STEPS = ['lint', 'types', 'dead-code', 'unit'] as const

const failed = STEPS.filter((step) => exitCodeOf('npm', ['run', '--silent', step]) !== 0)
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
