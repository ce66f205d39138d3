import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { houseMeasures } from '../test/architecture/house-measures.ts'
import { readTree } from '../test/architecture/source-file.ts'
import { table } from '../test/bench/bench-report.ts'
import { projectFolder } from './project-folder.ts'
import { exitCodeOf } from './run-command.ts'

/** `npm run house`: measures the code and `npm run check`, prints the table and writes it to docs/house.md. */
const LONGEST_CHECK_S = 60

const load = () => (loadavg()[0] ?? Number.NaN).toFixed(1)
const before = load()
const began = performance.now()
const code = exitCodeOf('npm', ['run', '--silent', 'check'])
const seconds = Math.round((performance.now() - began) / 1000)
const measures = [
  ...houseMeasures(readTree(projectFolder)),
  {
    what: `seconds of \`npm run check\`, at a load of ${before} to ${load()} on ${cpus().length} processors`,
    limit: LONGEST_CHECK_S,
    found: seconds,
    of: 1,
  },
]
const rows = measures.map(({ what, limit, found, of }) => [
  what,
  of,
  limit,
  found,
  found <= limit ? 'kept' : '**MISSED**',
])
const lines = [
  '# The house',
  '',
  `Written by \`npm run house\` on ${new Date().toISOString().slice(0, 10)}; do not edit. What [CONTRIBUTING](../CONTRIBUTING.md) asks of the code, measured.`,
  '`test/architecture/house.test.ts` keeps all of it but the last line, which depends on the computer.',
  ...table(['measured', 'of', 'at most', 'found', ''], rows),
]
console.log(lines.join('\n'))
writeFileSync(join(projectFolder, 'docs', 'house.md'), lines.join('\n'))
process.exitCode = code
