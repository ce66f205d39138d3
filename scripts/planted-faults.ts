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
import { PLANTS, type Plant, SLOW_PLANTS, type SlowPlant, type Wrong } from './plants.ts'
import { cacheFolder, projectFolder } from './project-folder.ts'

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
