import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectFolder } from './project-folder.ts'

/** Each realm has its own globals, so each is compiled on its own: `window` in shared must not compile. */
const REALMS = ['shared', 'electron', 'electron/preload', 'renderer', 'scripts', 'test']

const results = await Promise.all(REALMS.map(compile))
process.exitCode = results.every((code) => code === 0) ? 0 : 1

function compile(realm: string): Promise<number> {
  return new Promise((resolve) => {
    const tsc = join(projectFolder, 'node_modules', '.bin', 'tsc')
    const child = spawn(tsc, ['-p', realm, '--pretty'], { cwd: projectFolder, stdio: 'inherit' })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
