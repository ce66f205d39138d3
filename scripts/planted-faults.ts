import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { BenchReport } from '../test/bench/bench-report.ts'
import { cacheFolder, projectFolder } from './project-folder.ts'

/** A line of ours made wrong. */
type Wrong = { what: string; file: string; right: string; wrong: string }
/** At least one of the tests must fail then. */
type Plant = Wrong & { tests: readonly string[] }
/** An aim of this benchmark, met before, must be missed then. */
type SlowPlant = Wrong & { bench: string; env: Record<string, string> }

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
const SLOW_PLANTS: readonly SlowPlant[] = [
  {
    what: 'naive re-render: every word that comes draws the whole answer anew',
    file: 'renderer/features/playground/answer-text.tsx',
    right: '<div className="answer-text" dir="auto">',
    wrong: '<div className="answer-text" dir="auto" key={text.length}>',
    ...{ bench: 'stream', env: { STREAM_RATES: '5000', STREAM_LIMIT_S: '10' } },
  },
  {
    what: 'unbounded buffer: what went over the wire is never let go of',
    file: 'electron/services/request-details.ts',
    right: '    gathering.delete(attemptId)\n',
    wrong: '',
    ...{ bench: 'memory', env: {} },
  },
]
const SOURCES = [
  'electron',
  'renderer',
  'scripts',
  'shared',
  'test',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'tsconfig.json',
]

/**
 * `node scripts/planted-faults.ts`: breaks a copy of the project in one way after the other and runs the tests that must
 * notice it. It fails when they do not, when they fail without it too, or when the line that it breaks is no longer there.
 * With `--bench` it runs benchmarks instead, before and after, and an aim that was met must be missed.
 */
const copy = join(cacheFolder, 'planted-faults')
let overlooked = 0
function tell(result: 'noticed' | 'OVERLOOKED' | 'FAILS BY ITSELF', what: string): void {
  if (result !== 'noticed') overlooked += 1
  console.log(`${result}: ${what}`)
}
if (process.argv.includes('--bench')) for (const wrong of SLOW_PLANTS) slowPlant(wrong)
else for (const wrong of PLANTS) plant(wrong)
rmSync(copy, { recursive: true, force: true })
process.exitCode = overlooked === 0 ? 0 : 1

function plant(one: Plant): void {
  freshCopy()
  const soundBefore = testsPass(one.tests)
  breakCopy(one)
  tell(!soundBefore ? 'FAILS BY ITSELF' : testsPass(one.tests) ? 'OVERLOOKED' : 'noticed', one.what)
}

function slowPlant(one: SlowPlant): void {
  freshCopy()
  const before = aimsOf(one)
  breakCopy(one)
  const after = aimsOf(one)
  const lost = after.filter(({ what, met }) => !met && before.some((aim) => aim.what === what && aim.met))
  tell(
    !before.some(({ met }) => met) ? 'FAILS BY ITSELF' : lost.length === 0 ? 'OVERLOOKED' : 'noticed',
    one.what,
  )
  for (const { what, aim, result } of lost) {
    const sound = before.find((other) => other.what === what)?.result
    console.log(`  ${what}: ${result}, aim ${aim}, otherwise ${sound}`)
  }
}

function breakCopy({ file, right, wrong }: Wrong): void {
  const parts = readFileSync(join(copy, file), 'utf8').split(right)
  if (parts.length !== 2) throw new Error(`${file} no longer has exactly one “${right}”`)
  writeFileSync(join(copy, file), parts.join(wrong))
}

/** The aims of a benchmark of the copy and what came of them; none when it did not end. */
function aimsOf({ bench, env }: SlowPlant): BenchReport['aims'] {
  const kept = join(copy, '.cache', 'bench', `${bench}.json`)
  rmSync(kept, { force: true })
  const script = [join(copy, 'scripts', 'bench.ts'), bench]
  spawnSync(process.execPath, script, { cwd: copy, stdio: 'ignore', env: { ...process.env, ...env } })
  if (!existsSync(kept)) return []
  return BenchReport.parse(JSON.parse(readFileSync(kept, 'utf8')).report).aims
}

function freshCopy(): void {
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const source of SOURCES) cpSync(join(projectFolder, source), join(copy, source), { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'))
  // Runtimes are not fetched again.
  mkdirSync(join(copy, '.cache'))
  for (const name of readdirSync(cacheFolder).filter((one) => one.startsWith('electron-')))
    symlinkSync(join(cacheFolder, name), join(copy, '.cache', name))
}

function testsPass(tests: readonly string[]): boolean {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', copy, ...tests]
  return spawnSync(process.execPath, vitest, { cwd: projectFolder, stdio: 'ignore' }).status === 0
}
