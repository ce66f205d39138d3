import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, projectFolder } from './project-folder.ts'

/** A line of ours made wrong, and tests of which at least one must fail then. */
type Plant = { what: string; file: string; right: string; wrong: string; tests: readonly string[] }

const PLANTS: readonly Plant[] = [
  {
    what: 'naive re-render: every word that comes draws the whole answer anew',
    file: 'renderer/features/playground/answer-text.tsx',
    right: '<div className="answer-text" dir="auto">',
    wrong: '<div className="answer-text" dir="auto" key={text.length}>',
    tests: ['test/component/answer-redraw.test.tsx'],
  },
  {
    what: 'naive re-render: every word that comes reads the whole answer anew',
    file: 'renderer/features/playground/answer/settled-blocks.ts',
    right: 'const settling = Math.max(0, blocks.length - 2)',
    wrong: 'const settling = 0',
    tests: ['test/component/answer-redraw.test.tsx'],
  },
  {
    what: 'unbounded buffer: a line of a stream may be of any length',
    file: 'electron/xai/stream-events.ts',
    right: 'maxBufferSize: answer.limits.lineChars',
    wrong: 'maxBufferSize: Number.MAX_SAFE_INTEGER',
    tests: ['test/unit/electron/xai/chat-limits.test.ts'],
  },
  {
    what: 'dropped fsync: the database does not wait for the disk',
    file: 'electron/storage/connect.ts',
    right: 'PRAGMA synchronous = FULL',
    wrong: 'PRAGMA synchronous = OFF',
    tests: ['test/unit/electron/storage/open-storage.test.ts'],
  },
  {
    what: 'dropped fsync: a small file takes its name before its content is on disk',
    file: 'electron/storage/durable-file.ts',
    right: 'writeFileSync(file, content)\n      fsyncSync(file)',
    wrong: 'writeFileSync(file, content)',
    tests: ['test/unit/electron/storage/durable-file.test.ts'],
  },
  {
    what: 'late row: the ledger hears of a request after it has left',
    file: 'electron/services/attempt-ledger.ts',
    right:
      'store.open({ ...placeOf(request), id: open.id, tryNumber: event.tryNumber, ...timeOf(event.at) })',
    wrong:
      'const row = { ...placeOf(request), id: open.id, tryNumber: event.tryNumber, ...timeOf(event.at) }\n            setTimeout(() => store.open(row), 0)',
    tests: ['test/unit/electron/ledger', 'test/unit/electron/services'],
  },
  {
    what: 'skipped redaction: texts are handed on as they came',
    file: 'electron/xai/redact.ts',
    right: 'for (const { start, end } of tracesIn(text)) {',
    wrong: 'for (const { start, end } of tracesIn(text).slice(0, 0)) {',
    tests: ['test/unit/electron/xai/redact.test.ts', 'test/unit/electron/xai/secrecy.test.ts'],
  },
]
const SOURCES = [
  'electron',
  'renderer',
  'scripts',
  'shared',
  'test',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
]

/**
 * `node scripts/planted-faults.ts`: breaks a copy of the project in one way after the other and runs the tests that must
 * notice it. It fails when they do not, when they fail without it too, or when the line that it breaks is no longer there.
 */
const copy = join(cacheFolder, 'planted-faults')
let overlooked = 0
for (const { what, file, right, wrong, tests } of PLANTS) {
  freshCopy()
  const soundBefore = testsPass(tests)
  const parts = readFileSync(join(copy, file), 'utf8').split(right)
  if (parts.length !== 2) throw new Error(`${file} no longer has exactly one “${right}”`)
  writeFileSync(join(copy, file), parts.join(wrong))
  const isNoticed = soundBefore && !testsPass(tests)
  if (!isNoticed) overlooked += 1
  console.log(`${isNoticed ? 'noticed' : soundBefore ? 'OVERLOOKED' : 'FAILS BY ITSELF'}: ${what}`)
}
rmSync(copy, { recursive: true, force: true })
process.exitCode = overlooked === 0 ? 0 : 1

function freshCopy(): void {
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const source of SOURCES) cpSync(join(projectFolder, source), join(copy, source), { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'))
}

function testsPass(tests: readonly string[]): boolean {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', copy, ...tests]
  return spawnSync(process.execPath, vitest, { cwd: projectFolder, stdio: 'ignore' }).status === 0
}
