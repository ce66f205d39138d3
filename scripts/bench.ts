import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { benchDocument, KeptReport, type Versions } from '../test/bench/bench-document.ts'
import { aimLines, type BenchReport } from '../test/bench/bench-report.ts'
import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { projectFolder } from './project-folder.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/**
 * `npm run bench` runs all and writes docs/benchmarks.md; `npm run bench -- <name> …` runs some and prints them. Each is
 * a module of test/bench with a `run` that tells what it found; the last result of each is kept in .cache/bench.
 * `--write` writes the document from what is kept, `--long` runs the load test for ten minutes and fills the ledger with a million rows. A missed aim is exit code 1.
 */
const ORDER = [
  'start',
  'catalog',
  'compare',
  'tokenizer',
  'stream',
  'ipc',
  'ledger',
  'money',
  'memory',
  'idle',
]
/** Those that `--long` makes longer. */
const LONGER = ['ledger', 'memory']
const PACKAGES = [
  ...['react', 'streamdown', 'react-markdown', '@pydantic/genai-prices'],
  ...['@tanstack/react-virtual', '@orpc/server', 'vite'],
]
const folder = join(projectFolder, 'test', 'bench')
const cache = join(projectFolder, '.cache', 'bench')

function knownNames(): string[] {
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bench.ts'))
    .map((name) => name.slice(0, -'.bench.ts'.length))
    .sort((a, b) => place(a) - place(b))
}

/** Runs one and keeps what it found; what it throws is told and counts as failed. */
async function runOne(name: string, long: boolean): Promise<'met' | 'missed'> {
  const [began, before] = [performance.now(), loadavg()[0] ?? Number.NaN]
  try {
    const bench: { run(options: { long: boolean }): Promise<BenchReport> } = await import(
      pathToFileURL(join(folder, `${name}.bench.ts`)).href
    )
    const report = await bench.run({ long })
    const load: [number, number] = [before, loadavg()[0] ?? Number.NaN]
    const at = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`
    const seconds = (performance.now() - began) / 1000
    const kept: KeptReport = { name, at, load, seconds, long: long && LONGER.includes(name), report }
    mkdirSync(cache, { recursive: true })
    writeFileSync(join(cache, `${name}.json`), JSON.stringify(kept))
    console.log(`\n## ${report.title} (load ${load.map((one) => one.toFixed(1)).join(' to ')})\n`)
    console.log([...report.lines, ...aimLines(report.aims)].join('\n'))
    return report.aims.every(({ met }) => met) ? 'met' : 'missed'
  } catch (error) {
    console.error(`\n${name} did not end:`, error)
    return 'missed'
  }
}

async function versions(): Promise<Versions> {
  const runtime = await electronRuntime()
  const installed = PACKAGES.map((name): [string, string] => {
    const text = readFileSync(join(projectFolder, 'node_modules', name, 'package.json'), 'utf8')
    return [name, String(JSON.parse(text).version)]
  })
  return [['Electron', runtime.version], ['Node', process.versions.node], ...installed]
}

async function writeDocument(): Promise<void> {
  const kept = knownNames().flatMap((name) => {
    const path = join(cache, `${name}.json`)
    return existsSync(path) ? [KeptReport.parse(JSON.parse(readFileSync(path, 'utf8')))] : []
  })
  const missing = knownNames().filter((name) => !kept.some((one) => one.name === name))
  const path = join(projectFolder, 'docs', 'benchmarks.md')
  writeFileSync(path, benchDocument(kept, missing, await versions()))
  console.log(`\nwritten: ${path}`)
}

async function main(): Promise<number> {
  const given = process.argv.slice(2)
  const [asked, flags] = [given.filter((one) => !one.startsWith('-')), new Set(given)]
  const wrong = asked.find((name) => !knownNames().includes(name))
  if (wrong !== undefined) {
    console.error(`There is no benchmark "${wrong}". There are: ${knownNames().join(', ')}`)
    return 2
  }
  ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: false })
  await electronRuntime()
  const names = asked.length > 0 ? asked : flags.has('--write') ? [] : knownNames()
  const outcomes: string[] = []
  if (names.length > 0) buildIfStale()
  const display = await ensureDisplay()
  try {
    for (const name of names) outcomes.push(await runOne(name, flags.has('--long')))
  } finally {
    display.stop()
  }
  if (asked.length === 0 || flags.has('--write')) await writeDocument()
  return outcomes.includes('missed') ? 1 : 0
}

process.exit(await main())
