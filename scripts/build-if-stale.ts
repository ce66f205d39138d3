import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, projectFolder } from './project-folder.ts'
import { run } from './run-command.ts'

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'scripts/bundle-budget.json',
  'package.json',
  'package-lock.json',
]
const OUTPUTS = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html']
const stampFile = join(cacheFolder, 'build-stamp')

/** Builds only when a source changed since the last build, so that a second start does no set-up work again. */
export function buildIfStale(): void {
  const stamp = stampOf(SOURCES)
  const complete = OUTPUTS.every((output) => existsSync(join(projectFolder, output)))
  if (complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  run(process.execPath, [
    join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Names, sizes and times of all source files: cheap, and any edit changes it. */
function stampOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(join(projectFolder, source))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file}\n${size}\n${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function* filesBelow(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) return yield path
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name))
}
