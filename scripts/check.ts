import { exitCodeOf } from './run-command.ts'

/**
 * `npm run check`: what tells within a minute whether a change stands, in the order in which it fails fastest. Of the
 * tests: the rules of the house, and all that reach a file that is not committed or
 * came with the last commit.
 */
const CHANGED_SINCE = 'HEAD~1'
const npm = (name: string) => exitCodeOf('npm', ['run', '--silent', name])
const tests = (...choice: string[]) =>
  exitCodeOf(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...choice])

const STEPS: Record<string, () => number> = {
  lint: () => npm('lint'),
  types: () => npm('types'),
  'dead code': () => npm('dead-code'),
  'rules of the house': () => tests('--project', 'unit', 'test/architecture'),
  'tests of what changed': () =>
    tests('--project', 'unit', '--project', 'component', '--changed', CHANGED_SINCE, '--passWithNoTests'),
}

const began = performance.now()
const failed = Object.entries(STEPS).flatMap(([name, exitCode]) => {
  console.log(`\n== ${name}`)
  return exitCode() === 0 ? [] : [name]
})
console.log(
  `\nChecked in ${Math.round((performance.now() - began) / 1000)} s. All tests: npm run unit, npm test.`,
)
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
