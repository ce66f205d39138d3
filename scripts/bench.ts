import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { projectFolder } from './project-folder.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm run bench -- <name> …`: each is a module of test/bench with a `run` that prints its own table. */
const folder = join(projectFolder, 'test', 'bench')
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
const asked = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const wrong = asked.find((name) => !existsSync(join(folder, `${name}.bench.ts`)))
if (wrong !== undefined) {
  console.error(`There is no benchmark "${wrong}". There are: ${known.join(', ')}`)
  process.exit(2)
}

ensureLibraries({ display: Boolean(process.env['DISPLAY']), keyring: false })
await electronRuntime()
buildIfStale()
const display = await ensureDisplay()
try {
  for (const name of asked.length > 0 ? asked : known) {
    const bench: { run(): Promise<void> } = await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)
    await bench.run()
  }
} finally {
  display.stop()
}
