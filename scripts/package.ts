import { join } from 'node:path'
import { readFuses, wrongFuses } from './packaging/fuses.ts'
import { packInstallers, packLinux } from './packaging/pack.ts'
import { projectFolder } from './project-folder.ts'
import { exitCodeOf } from './run-command.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/**
 * `npm run package`: the unpacked Linux app in dist/, its fuses verified, and the end-to-end smoke against that very
 * binary. `-- --installers`: the installers of this computer's system instead, which only the official Electron makes.
 */
const output = join(projectFolder, 'dist')

if (process.argv.includes('--installers')) {
  for (const file of await packInstallers(output)) console.log(file)
} else {
  const { executable, folder, runtime } = await packLinux(output)
  const readings = await readFuses(executable)
  for (const { name, wanted, found } of readings) {
    console.log(`fuse ${name}: ${found} (wanted ${wanted ? 'on' : 'off'})`)
  }
  const wrong = wrongFuses(readings, { absentIsFine: !runtime.official })
  console.log(
    `Packed with Electron ${runtime.version}${runtime.official ? '' : ' (for trying out only)'}: ${folder}`,
  )
  process.exitCode = wrong.length === 0 ? await smoke() : 1
}

async function smoke(): Promise<number> {
  ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: false })
  const display = await ensureDisplay()
  process.env['TOKENBOOK_PACKAGE'] = output
  const code = exitCodeOf(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    ...['run', '--project', 'e2e', 'test/e2e/package.test.ts'],
  ])
  display.stop()
  return code
}
